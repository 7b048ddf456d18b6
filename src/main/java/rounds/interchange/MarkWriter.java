package rounds.interchange;

import jakarta.inject.Singleton;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.What;
import rounds.platform.changes.Changes;
import rounds.platform.database.Ids;
import rounds.platform.markdown.Html;
import rounds.platform.markdown.Markdown;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Takes in what is said and kept about what is here, kind by kind.
@Singleton
class MarkWriter {
    private final MarkRepository marks;
    private final References references;
    private final PollTaker polls;
    private final SearchTaker searches;
    private final Markdown markdown;
    private final Rows rows;
    private final Changes changes;

    MarkWriter(
            MarkRepository marks,
            References references,
            PollTaker polls,
            SearchTaker searches,
            Markdown markdown,
            Rows rows,
            Changes changes) {
        this.marks = marks;
        this.references = references;
        this.polls = polls;
        this.searches = searches;
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
            References.Here here =
                    references.find(
                            ofKind.stream()
                                    .flatMap(one -> one.line().references().stream())
                                    .toList(),
                            run);
            List<Map<String, Object>> found = new ArrayList<>();
            for (Numbered<Line.Mark> numbered : ofKind) {
                Line.Mark line = numbered.line();
                Map<String, Object> row =
                        here.row(numbered.number(), line.values(), line.references(), outcome);
                if (row != null) {
                    row.put(SearchTaker.LINE, numbered.number());
                    found.add(row);
                }
            }
            int added = insert(kind, found, outcome);
            outcome.marks(added);
            outcome.already(found.size() - added);
        });
    }

    /// How many of them are new.
    private int insert(MarkKind kind, List<Map<String, Object>> found, Outcome outcome) {
        if (kind == MarkKind.REVISION) {
            found.forEach(this::layOut);
        }
        // The votes of a poll and the narrowings of a search are no columns of their rows.
        boolean plain = kind != MarkKind.POLL && kind != MarkKind.SAVED_SEARCH;
        String json = plain ? rows.json(found) : "[]";
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
            case SAVED_SEARCH -> searches.take(found, outcome);
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
