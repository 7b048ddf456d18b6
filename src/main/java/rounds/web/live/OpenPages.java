package rounds.web.live;

import jakarta.inject.Singleton;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// The pages that are open on this node.
@Singleton
final class OpenPages {
    /// More windows than anybody reads in at one device; the oldest gives way, and is told again
    /// how things stand when it is looked at.
    private static final int PER_SESSION = 12;

    private final Map<Long, Set<OpenPage>> byDiscussion = new ConcurrentHashMap<>();
    private final Map<Long, Deque<OpenPage>> bySession = new HashMap<>();

    void add(OpenPage page) {
        byDiscussion.compute(
                page.discussionId(),
                (_, pages) -> {
                    Set<OpenPage> all = pages == null ? ConcurrentHashMap.newKeySet(2) : pages;
                    all.add(page);
                    return all;
                });
        OpenPage oldest = null;
        synchronized (bySession) {
            Deque<OpenPage> hers =
                    bySession.computeIfAbsent(page.viewer().sessionId(), _ -> new ArrayDeque<>(2));
            hers.addLast(page);
            if (hers.size() > PER_SESSION) {
                oldest = hers.removeFirst();
            }
        }
        if (oldest != null) {
            oldest.close();
        }
    }

    void remove(OpenPage page) {
        byDiscussion.computeIfPresent(
                page.discussionId(),
                (_, pages) -> {
                    pages.remove(page);
                    return pages.isEmpty() ? null : pages;
                });
        synchronized (bySession) {
            bySession.computeIfPresent(
                    page.viewer().sessionId(),
                    (_, pages) -> {
                        pages.remove(page);
                        return pages.isEmpty() ? null : pages;
                    });
        }
    }

    Set<Long> people() {
        return all().stream().map(page -> page.viewer().personId()).collect(Collectors.toSet());
    }

    Collection<OpenPage> of(Set<Long> people) {
        return all().stream().filter(page -> people.contains(page.viewer().personId())).toList();
    }

    boolean isEmpty() {
        return byDiscussion.isEmpty();
    }

    Collection<OpenPage> of(long discussionId) {
        return List.copyOf(byDiscussion.getOrDefault(discussionId, Set.of()));
    }

    boolean areOf(long discussionId) {
        return byDiscussion.containsKey(discussionId);
    }

    /// How many people, not windows, have each discussion open.
    Map<Long, Integer> readers() {
        return byDiscussion.entrySet().stream()
                .filter(entry -> entry.getKey() != OpenPage.NONE)
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                entry ->
                                        (int)
                                                entry.getValue().stream()
                                                        .mapToLong(page -> page.viewer().personId())
                                                        .distinct()
                                                        .count()));
    }

    Collection<OpenPage> all() {
        return byDiscussion.values().stream().flatMap(Set::stream).toList();
    }
}
