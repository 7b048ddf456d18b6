package rounds.interchange;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.platform.database.Ids;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Takes discussions in, without their posts.
@Singleton
class DiscussionWriter {
    private final DiscussionRepository discussions;
    private final CommunityWriter communities;
    private final PersonWriter people;
    private final Rows rows;

    DiscussionWriter(
            DiscussionRepository discussions,
            CommunityWriter communities,
            PersonWriter people,
            Rows rows) {
        this.discussions = discussions;
        this.communities = communities;
        this.people = people;
        this.rows = rows;
    }

    void write(List<Numbered<Line.Discussion>> lines, Run run, Outcome outcome) {
        if (lines.isEmpty()) {
            return;
        }
        Set<String> here = here(lines);
        var homes =
                communities.find(
                        lines.stream()
                                .map(line -> line.line().community())
                                .collect(Collectors.toSet()));
        Map<String, Long> persons = people.find(peopleOf(lines), run);
        List<DiscussionRow> fresh = new ArrayList<>();
        for (Numbered<Line.Discussion> numbered : lines) {
            Line.Discussion discussion = numbered.line();
            var home = homes.get(discussion.community());
            Long author = persons.get(discussion.author());
            boolean known =
                    here.contains(discussion.key())
                            || (discussion.ownId() != null
                                    && here.contains(Ids.text(discussion.ownId())));
            if (known) {
                outcome.already(1);
            } else if (home == null) {
                outcome.wait(numbered.number(), "the community", discussion.community());
            } else if (author == null) {
                outcome.wait(numbered.number(), "the person", discussion.author());
            } else {
                here.add(discussion.key());
                DiscussionRow row = row(discussion, home, author, persons);
                fresh.add(row);
                if (discussion.emptied() == 0) {
                    outcome.unopened(row.id(), numbered.number());
                }
            }
        }
        if (!fresh.isEmpty()) {
            discussions.insert(rows.json(fresh));
        }
        outcome.discussions(fresh.size());
    }

    private static DiscussionRow row(
            Line.Discussion discussion,
            CommunityRepository.Home home,
            long author,
            Map<String, Long> persons) {
        long id = discussion.ownId() == null ? Ids.next() : discussion.ownId();
        return new DiscussionRow(
                id,
                home.id(),
                discussion.kind(),
                discussion.title(),
                discussion.language() == null ? home.language() : discussion.language(),
                discussion.tags(),
                discussion.visibility() == null ? home.visibility() : discussion.visibility(),
                author,
                discussion.created().toString(),
                text(discussion.pinned()),
                text(discussion.closed()),
                discussion.closedBy() == null ? null : persons.get(discussion.closedBy()),
                discussion.closedReason(),
                text(discussion.featured()),
                discussion.progress(),
                discussion.emptied(),
                Found.sourceId(discussion.key(), id));
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    private Set<String> here(List<Numbered<Line.Discussion>> lines) {
        Collection<String> keys =
                lines.stream()
                        .map(Numbered::line)
                        .flatMap(line ->
                                line.ownId() == null
                                        ? Stream.of(line.key())
                                        : Stream.of(line.key(), Ids.text(line.ownId())))
                        .collect(Collectors.toSet());
        return new HashSet<>(
                Found.byKey(discussions.find(keys.toArray(String[]::new), Found.ownIds(keys)))
                        .keySet());
    }

    private static Set<String> peopleOf(List<Numbered<Line.Discussion>> lines) {
        return lines.stream()
                .map(Numbered::line)
                .flatMap(line -> Stream.of(line.author(), line.closedBy()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
