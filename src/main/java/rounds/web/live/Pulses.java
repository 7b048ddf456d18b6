package rounds.web.live;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import rounds.forum.News;
import rounds.kernel.Change;
import rounds.kernel.ChangeConsumer;
import rounds.kernel.Position;
import rounds.kernel.ProblemException;
import rounds.platform.changes.ChangeLog;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Follows the change log for the pages that are open on this node, and tells each how its
/// discussion stands, read anew with its reader's own rights: whoever was removed a moment ago is
/// told nothing more. Its effect lies in memory, and so does its position.
///
/// However much is written in a discussion, its pages are told twice a second at most.
@Singleton
final class Pulses implements ChangeConsumer, ApplicationEventListener<ServerStartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger("rounds.live");

    private static final Duration BETWEEN_BEATS = Duration.ofMillis(400);
    private static final Duration BETWEEN_COUNTS = Duration.ofSeconds(3);

    /// Less than any proxy waits for a byte.
    private static final Duration BETWEEN_SIGNS = Duration.ofSeconds(15);

    private final ChangeLog log;
    private final News news;
    private final OpenPages pages;
    private final Presence presence;
    private final Bells bells;
    private final Clock clock;

    private final Map<Long, Set<Long>> touched = new HashMap<>();
    private final Set<Long> ringing = new HashSet<>();
    private Map<Long, Integer> readers = Map.of();
    private @Nullable Position position;
    private @Nullable Thread thread;

    Pulses(ChangeLog log, News news, OpenPages pages, Presence presence, Bells bells, Clock clock) {
        this.log = log;
        this.news = news;
        this.pages = pages;
        this.presence = presence;
        this.bells = bells;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "live";
    }

    /// Whoever opens a page reads what is there; so the first change of interest is the next one.
    @Override
    public Position position() {
        if (position == null) {
            position = log.horizon();
        }
        return position;
    }

    @Override
    public void handle(List<Change> changes) {
        if (!pages.isEmpty()) {
            Map<Long, Set<Long>> found = news.touched(changes);
            Set<Long> concerned = bells.concerned(changes, pages.people());
            synchronized (touched) {
                found.forEach((discussion, posts) -> {
                    if (pages.areOf(discussion)) {
                        touched.computeIfAbsent(discussion, _ -> new HashSet<>()).addAll(posts);
                    }
                });
                ringing.addAll(concerned);
                touched.notifyAll();
            }
        }
        position = changes.getLast().position();
    }

    /// How the discussion stands for somebody who has just opened it.
    ///
    /// @throws ProblemException as [News#pulse]
    Beat first(OpenPage page) {
        return Beat.of(
                news.pulse(page.viewer(), page.discussionId(), List.of()),
                Math.max(1, readersOf(page.discussionId())));
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        thread = Thread.ofVirtual().name("live").start(this::beatOnAndOn);
    }

    @PreDestroy
    void stop() throws InterruptedException {
        if (thread != null) {
            thread.interrupt();
            thread.join(Duration.ofSeconds(2));
        }
        pages.all().forEach(OpenPage::close);
    }

    private void beatOnAndOn() {
        Instant counted = clock.instant();
        Instant signed = counted;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                beat(await());
                ring(taken());
                Instant now = clock.instant();
                if (counted.plus(BETWEEN_COUNTS).isBefore(now)) {
                    counted = now;
                    count(now);
                }
                if (signed.plus(BETWEEN_SIGNS).isBefore(now)) {
                    signed = now;
                    pages.all().forEach(OpenPage::stillHere);
                }
                Thread.sleep(BETWEEN_BEATS);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                // The database is away: the pages stay open, and the next change tells them all.
                LOG.warn("Open pages could not be told: {}", e.toString());
            }
        }
    }

    private Map<Long, Set<Long>> await() throws InterruptedException {
        synchronized (touched) {
            if (touched.isEmpty() && ringing.isEmpty()) {
                touched.wait(BETWEEN_COUNTS.toMillis());
            }
            var taken = Map.copyOf(touched);
            touched.clear();
            return taken;
        }
    }

    private Set<Long> taken() {
        synchronized (touched) {
            var taken = Set.copyOf(ringing);
            ringing.clear();
            return taken;
        }
    }

    private void ring(Set<Long> people) {
        for (OpenPage page : pages.of(people)) {
            try {
                page.ring(bells.of(page));
            } catch (ProblemException over) {
                page.close();
            }
        }
    }

    private void beat(Map<Long, Set<Long>> discussions) {
        discussions.forEach((discussion, posts) -> {
            for (OpenPage page : pages.of(discussion)) {
                tell(page, posts);
            }
        });
    }

    private void tell(OpenPage page, Collection<Long> posts) {
        try {
            page.tell(
                    Beat.of(
                            news.pulse(page.viewer(), page.discussionId(), posts),
                            readersOf(page.discussionId())));
        } catch (ProblemException over) {
            page.close();
        }
    }

    private void count(Instant now) {
        Map<Long, Integer> before = readers;
        Map<Long, Integer> counted = presence.exchange(pages.readers(), now);
        synchronized (touched) {
            readers = counted;
            counted.forEach((discussion, count) -> {
                if (!count.equals(before.get(discussion))) {
                    touched.computeIfAbsent(discussion, _ -> new HashSet<>());
                }
            });
        }
    }

    private int readersOf(long discussion) {
        synchronized (touched) {
            return readers.getOrDefault(discussion, 1);
        }
    }
}
