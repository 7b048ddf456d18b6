package rounds.interchange;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.interchange.Mark.Reference;
import rounds.interchange.Mark.Target;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.What;
import rounds.platform.changes.Changes;
import rounds.platform.database.Ids;
import rounds.platform.markdown.Html;
import rounds.platform.markdown.Markdown;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Takes in what is said and kept about what is here, kind by kind.
@Singleton
class MarkWriter {
    private final MarkRepository marks;
    private final PersonWriter people;
    private final CommunityWriter communities;
    private final DiscussionRepository discussions;
    private final PostWriter posts;
    private final PollTaker polls;
    private final Markdown markdown;
    private final Rows rows;
    private final Changes changes;

    MarkWriter(
            MarkRepository marks,
            PersonWriter people,
            CommunityWriter communities,
            DiscussionRepository discussions,
            PostWriter posts,
            PollTaker polls,
            Markdown markdown,
            Rows rows,
            Changes changes) {
        this.marks = marks;
        this.people = people;
        this.communities = communities;
        this.discussions = discussions;
        this.posts = posts;
        this.polls = polls;
        this.markdown = markdown;
        this.rows = rows;
        this.changes = changes;
    }

    void write(List<Numbered<Line.Mark>> lines, Run run, Outcome outcome) {
        if (lines.isEmpty()) {
            return;
        }
        // Kind by kind: a ballot finds the poll that came with it.
        var byKind = new EnumMap<MarkKind, List<Numbered<Line.Mark>>>(MarkKind.class);
        for (Numbered<Line.Mark> numbered : lines) {
            byKind.computeIfAbsent(numbered.line().kind(), _ -> new ArrayList<>()).add(numbered);
        }
        byKind.forEach((kind, ofKind) -> {
            Map<Target, Map<String, Long>> here = find(ofKind, run);
            List<Map<String, Object>> found = new ArrayList<>();
            for (Numbered<Line.Mark> numbered : ofKind) {
                Map<String, Object> row = row(numbered, here, outcome);
                if (row != null) {
                    found.add(row);
                }
            }
            int added = insert(kind, found);
            outcome.marks(added);
            outcome.already(found.size() - added);
        });
    }

    /// The line as a row, or null where it waits for something.
    private static @Nullable Map<String, Object> row(
            Numbered<Line.Mark> numbered, Map<Target, Map<String, Long>> here, Outcome outcome) {
        Map<String, Object> row = new HashMap<>(numbered.line().values());
        for (Reference reference : numbered.line().references()) {
            Long id = Objects.requireNonNull(here.get(reference.target())).get(reference.key());
            if (id == null) {
                outcome.wait(numbered.number(), reference.target().called(), reference.key());
                return null;
            }
            row.put(reference.column(), id);
        }
        return row;
    }

    private Map<Target, Map<String, Long>> find(List<Numbered<Line.Mark>> lines, Run run) {
        var keys = new EnumMap<Target, Set<String>>(Target.class);
        for (Target target : Target.values()) {
            keys.put(target, new HashSet<>());
        }
        for (Numbered<Line.Mark> numbered : lines) {
            for (Reference reference : numbered.line().references()) {
                Objects.requireNonNull(keys.get(reference.target())).add(reference.key());
            }
        }
        var found = new EnumMap<Target, Map<String, Long>>(Target.class);
        keys.forEach((target, wanted) ->
                found.put(target, wanted.isEmpty() ? Map.of() : find(target, wanted, run)));
        return found;
    }

    private Map<String, Long> find(Target target, Set<String> keys, Run run) {
        return switch (target) {
            case PERSON -> people.find(keys, run);
            case COMMUNITY -> {
                var ids = new HashMap<String, Long>();
                communities.find(keys).forEach((key, home) -> ids.put(key, home.id()));
                yield ids;
            }
            case DISCUSSION ->
                    Found.byKey(discussions.find(keys.toArray(String[]::new), Found.ownIds(keys)));
            case POST -> posts(keys);
            case OPEN_POLL -> {
                var ids = posts(keys);
                ids.values()
                        .retainAll(Set.copyOf(marks.openPolls(ids.values().toArray(Long[]::new))));
                yield ids;
            }
        };
    }

    private Map<String, Long> posts(Set<String> keys) {
        var ids = new HashMap<String, Long>();
        posts.find(keys).forEach((key, place) -> ids.put(key, place.id()));
        return ids;
    }

    /// How many of them are new.
    private int insert(MarkKind kind, List<Map<String, Object>> found) {
        if (kind == MarkKind.REVISION) {
            found.forEach(this::layOut);
        }
        // The votes of a poll are no column of its row: it makes its own.
        String json = kind == MarkKind.POLL ? "[]" : rows.json(found);
        return switch (kind) {
            case TAG -> {
                marks.mainTags(json);
                yield marks.tags(json);
            }
            case INTRODUCTION -> marks.introductions(json);
            case REVISION -> {
                int added = marks.revisions(json);
                marks.raise(json);
                yield added;
            }
            case REACTION -> reactions(json);
            case HELPED -> helped(json);
            case MOVED -> {
                int added = marks.moved(json);
                marks.keepNumbers(json);
                yield added;
            }
            case POLL -> polls.take(found);
            case BALLOT -> polls.votes(found);
            case WATCH -> marks.watches(json);
            case BOOKMARK -> marks.bookmarks(json);
            case REFUSAL -> marks.refusals(json);
            case CAUGHT_UP -> marks.caughtUp(json);
            case READ -> marks.read(json);
        };
    }

    private int reactions(String json) {
        // As the pages do: nobody counts there meanwhile.
        marks.lockPosts(json);
        List<Long> on = marks.reactions(json);
        if (!on.isEmpty()) {
            marks.recountReactions(on.toArray(Long[]::new));
            tell(on);
        }
        return on.size();
    }

    private int helped(String json) {
        marks.lockDiscussions(json);
        List<Long> on = marks.helped(json);
        if (!on.isEmpty()) {
            marks.markHelped(on.toArray(Long[]::new));
            tell(on);
        }
        return on.size();
    }

    private void tell(List<Long> marked) {
        changes.appendAll(
                marks.contents(marked.toArray(Long[]::new)).stream()
                        .map(row ->
                                row.opens()
                                        ? new ContentRef(ContentType.DISCUSSION, row.discussionId())
                                        : new ContentRef(ContentType.POST, row.id()))
                        .toList(),
                What.MARKED);
    }

    private void layOut(Map<String, Object> row) {
        Html html =
                markdown.show(
                        String.valueOf(row.get("body")),
                        "n"
                                + Ids.text(
                                        ((Number) Objects.requireNonNull(row.get("post_id")))
                                                .longValue()));
        row.put("html", html.value());
        row.put("html_version", html.version());
    }
}
