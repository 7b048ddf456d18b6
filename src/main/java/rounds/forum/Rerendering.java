package rounds.forum;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import rounds.kernel.ContentRef;
import rounds.platform.database.Transactions;
import rounds.platform.markdown.Html;
import rounds.platform.markdown.Markdown;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Renders posts anew whose HTML an older renderer made, while the site runs. Only the HTML
/// changes: not the words, the revision or the mark of an edit, and nothing goes into the change
/// log. It may be stopped at any moment and run on several nodes at once; then some is done twice.
@Singleton
public class Rerendering implements ApplicationEventListener<ServerStartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(Rerendering.class);

    /// Written in one transaction, some milliseconds.
    private static final int BATCH = 50;

    /// After the start people come first. Later looks find what an older node still wrote, and what
    /// was passed over.
    private static final Duration FIRST = Duration.ofMinutes(1);

    private static final Duration LOOK_EVERY = Duration.ofMinutes(10);

    private final OlderHtmlRepository rows;
    private final Markdown markdown;
    private final Links links;
    private final Transactions transactions;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Thread thread;

    Rerendering(
            OlderHtmlRepository rows, Markdown markdown, Links links, Transactions transactions) {
        this.rows = rows;
        this.markdown = markdown;
        this.links = links;
        this.transactions = transactions;
    }

    /// How many posts are still to be done.
    public long waiting() {
        return transactions.system(() -> rows.count(Markdown.VERSION));
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        thread = Thread.ofVirtual().name("rerender").start(this::lookNowAndThen);
    }

    // Not interrupted: that would cut a connection in the middle of a statement.
    @PreDestroy
    void stop() throws InterruptedException {
        stopped.countDown();
        Thread running = thread;
        if (running != null) {
            running.join(Duration.ofSeconds(5));
        }
    }

    private void lookNowAndThen() {
        try {
            boolean stop = rest(FIRST);
            while (!stop) {
                look();
                stop = rest(LOOK_EVERY);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() throws InterruptedException {
        try {
            int done = all();
            if (done > 0) {
                LOG.info("{} posts were rendered anew.", done);
            }
        } catch (RuntimeException failed) {
            LOG.warn("Posts could not be rendered anew; tried again in a while.", failed);
        }
    }

    /// Goes through all of them once; rests after each batch as long as it took, so that it never
    /// has more than half a processor.
    ///
    /// @return how many were written
    int all() throws InterruptedException {
        int done = 0;
        long began = System.nanoTime();
        List<OlderHtmlRow> batch = after(0, 0);
        while (!batch.isEmpty()) {
            done += renew(batch);
            if (rest(Duration.ofNanos(System.nanoTime() - began))) {
                return done;
            }
            began = System.nanoTime();
            batch = after(batch.getLast().htmlVersion(), batch.getLast().id());
        }
        return done;
    }

    List<OlderHtmlRow> after(int version, long id) {
        return transactions.system(() -> rows.after(version, id, Markdown.VERSION, BATCH));
    }

    /// A post in the new renderer's HTML, and what it points to.
    private record Renewed(OlderHtmlRow row, Html html, List<ContentRef> targets) {
        long id() {
            return row.id();
        }
    }

    // Between the two transactions, since a text may take longer than a transaction may last.
    int renew(List<OlderHtmlRow> batch) {
        List<Renewed> renewed = batch.stream().flatMap(row -> renewed(row).stream()).toList();
        return transactions.system(() -> write(renewed));
    }

    private Optional<Renewed> renewed(OlderHtmlRow row) {
        return markdown.renewed(row.body(), PostRow.htmlPrefix(row.id()), row.names())
                .map(html -> new Renewed(row, html, List.copyOf(links.in(html.value()))));
    }

    private int write(List<Renewed> renewed) {
        Set<Long> written =
                Set.copyOf(
                        rows.write(
                                Markdown.VERSION,
                                renewed.stream().map(Renewed::id).toArray(Long[]::new),
                                renewed.stream()
                                        .map(one -> one.html().value())
                                        .toArray(String[]::new),
                                renewed.stream()
                                        .map(one -> one.row().seen())
                                        .toArray(Long[]::new)));
        var origins = new ArrayList<Long>();
        var targets = new ArrayList<ContentRef>();
        for (Renewed one : renewed) {
            if (written.contains(one.id())) {
                origins.addAll(Collections.nCopies(one.targets().size(), one.id()));
                targets.addAll(one.targets());
            }
        }
        rows.keepLinks(
                written.toArray(Long[]::new),
                origins.toArray(Long[]::new),
                targets.stream().map(target -> target.type().code()).toArray(String[]::new),
                targets.stream().map(ContentRef::id).toArray(Long[]::new));
        return written.size();
    }

    private boolean rest(Duration time) throws InterruptedException {
        return stopped.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }
}
