package rounds.interchange;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.interchange.Mark.Reference;
import rounds.interchange.Mark.Target;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds what lines refer to, a statement for each kind of it.
@Singleton
final class References {
    private final MarkRepository marks;
    private final PersonWriter people;
    private final CommunityWriter communities;
    private final DiscussionRepository discussions;
    private final PostWriter posts;
    private final StoryRepository stories;
    private final TopicalRepository topics;

    References(
            MarkRepository marks,
            PersonWriter people,
            CommunityWriter communities,
            DiscussionRepository discussions,
            PostWriter posts,
            StoryRepository stories,
            TopicalRepository topics) {
        this.marks = marks;
        this.people = people;
        this.communities = communities;
        this.discussions = discussions;
        this.posts = posts;
        this.stories = stories;
        this.topics = topics;
    }

    /// What is here, by kind and key.
    record Here(Map<Target, Map<String, Long>> here) {

        /// The line as a row, or null where it waits for something.
        @Nullable Map<String, Object> row(
                int number,
                Map<String, Object> values,
                List<Reference> references,
                Outcome outcome) {
            Map<String, Object> row = new HashMap<>(values);
            for (Reference reference : references) {
                Long id = here.getOrDefault(reference.target(), Map.of()).get(reference.key());
                if (id == null) {
                    outcome.wait(number, reference.target().called(), reference.key());
                    return null;
                }
                row.put(reference.column(), id);
            }
            return row;
        }
    }

    Here find(Collection<Reference> references, Run run) {
        var keys = new EnumMap<Target, Set<String>>(Target.class);
        for (Reference reference : references) {
            keys.computeIfAbsent(reference.target(), _ -> new HashSet<>()).add(reference.key());
        }
        var found = new EnumMap<Target, Map<String, Long>>(Target.class);
        keys.forEach((target, wanted) -> found.put(target, find(target, wanted, run)));
        return new Here(found);
    }

    private Map<String, Long> find(Target target, Set<String> keys, Run run) {
        String[] all = keys.toArray(String[]::new);
        return switch (target) {
            case PERSON -> people.find(keys, run);
            case COMMUNITY -> {
                var ids = new HashMap<String, Long>();
                communities.find(keys).forEach((key, home) -> ids.put(key, home.id()));
                yield ids;
            }
            case DISCUSSION -> byKey(discussions.find(all, ownIds(keys)));
            case POST -> posts(keys);
            case OPEN_POLL -> {
                var ids = posts(keys);
                ids.values()
                        .retainAll(Set.copyOf(marks.openPolls(ids.values().toArray(Long[]::new))));
                yield ids;
            }
            case RESOURCE -> byKey(topics.resources(all, ownIds(keys)));
            case STORY -> byKey(stories.find(all, ownIds(keys)));
            case TOPIC -> byKey(topics.find(all, ownIds(keys)));
            case AGREEMENT -> agreements(keys);
        };
    }

    private static Map<String, Long> byKey(List<Found> rows) {
        return Found.byKey(rows);
    }

    private static Long[] ownIds(Collection<String> keys) {
        return Found.ownIds(keys);
    }

    private Map<String, Long> posts(Set<String> keys) {
        var ids = new HashMap<String, Long>();
        posts.find(keys).forEach((key, place) -> ids.put(key, place.id()));
        return ids;
    }

    private Map<String, Long> agreements(Set<String> keys) {
        var topicKeys = new HashSet<String>();
        keys.forEach(key -> topicKeys.add(key.substring(0, key.lastIndexOf('#'))));
        Map<String, Long> found =
                byKey(topics.find(topicKeys.toArray(String[]::new), ownIds(topicKeys)));
        var byNumber = new HashMap<String, Long>();
        for (TopicalRepository.Put put : topics.agreements(found.values().toArray(Long[]::new))) {
            byNumber.put(put.topicId() + "#" + put.number(), put.id());
        }
        var ids = new HashMap<String, Long>();
        for (String key : keys) {
            int end = key.lastIndexOf('#');
            Long topic = found.get(key.substring(0, end));
            Long id = topic == null ? null : byNumber.get(topic + key.substring(end));
            if (id != null) {
                ids.put(key, id);
            }
        }
        return ids;
    }
}
