package rounds.forum;

import jakarta.inject.Singleton;

import rounds.community.Standing;
import rounds.kernel.Viewer;
import rounds.platform.markdown.Markdown;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Makes the pages of a discussion: the posts by one range scan, and, only where some are gone,
/// their places by a second.
@Singleton
final class Pages {
    /// A post that is asked for is met below as many others.
    private static final int CONTEXT = 4;

    private final PostPages posts;
    private final Rights rights;
    private final PollReading polls;
    private final ArrangementRepository arrangements;
    private final Markdown markdown;
    private final References references;

    Pages(
            PostPages posts,
            Rights rights,
            PollReading polls,
            ArrangementRepository arrangements,
            Markdown markdown,
            References references) {
        this.posts = posts;
        this.rights = rights;
        this.polls = polls;
        this.arrangements = arrangements;
        this.markdown = markdown;
        this.references = references;
    }

    /// What a page is asked for.
    record Asked(View view, Place place, int limit, Content content) {
        boolean withBody() {
            return content == Content.SOURCE;
        }

        Asked from(Place other) {
            return new Asked(view, other, limit, content);
        }
    }

    /// Rows of a page, and whether there are others on either side.
    private record Cut(List<PostRow> rows, boolean before, boolean behind) {}

    DiscussionPage page(Viewer viewer, DiscussionRow discussion, Asked asked) {
        Cut cut = cut(discussion.id(), asked);
        if (asked.place() instanceof Place.Before && !cut.before) {
            // The first page is a full one, whatever the page behind it began with.
            return page(viewer, discussion, asked.from(Place.START));
        }
        List<PostRow> rows = cut.rows;
        return new DiscussionPage(
                discussion.community(viewer, rights),
                discussion.seenBy(viewer, rights),
                asked.view(),
                parted(discussion, shown(viewer, discussion, asked, cut)),
                cut.before && !rows.isEmpty() ? cursor(asked.view(), rows.getFirst()) : null,
                cut.behind && !rows.isEmpty() ? cursor(asked.view(), rows.getLast()) : null,
                asked.place() instanceof Place.At(int number) ? number : null,
                discussion.drafting());
    }

    /// Looked for only where posts ever left.
    private List<Post> parted(DiscussionRow discussion, List<Post> posts) {
        if (!discussion.parted()) {
            return posts;
        }
        Map<Integer, List<Parted>> traces =
                arrangements.parted(discussion.id()).stream()
                        .collect(
                                Collectors.groupingBy(
                                        PartedRow::at,
                                        Collectors.mapping(
                                                PartedRow::parted, Collectors.toList())));
        return posts.stream()
                .map(post -> {
                    List<Parted> others = traces.get(post.number());
                    return others == null ? post : post.tracing(others);
                })
                .toList();
    }

    private Cut cut(long id, Asked asked) {
        int limit = asked.limit();
        List<PostRow> rows = rows(id, asked);
        boolean more = rows.size() > limit;
        return switch (asked.place()) {
            case Place.Start _ -> new Cut(first(rows, limit), false, more);
            case Place.After _ -> new Cut(first(rows, limit), true, more);
            case Place.At _ ->
                    new Cut(
                            first(rows, limit),
                            !rows.isEmpty() && rows.getFirst().number() > 1,
                            more);
            case Place.Before _ -> new Cut(more ? rows.subList(1, limit + 1) : rows, more, true);
        };
    }

    private static List<PostRow> first(List<PostRow> rows, int limit) {
        return rows.size() > limit ? rows.subList(0, limit) : rows;
    }

    private List<PostRow> rows(long id, Asked asked) {
        int limit = asked.limit() + 1;
        boolean body = asked.withBody();
        int safe = Markdown.SAFE_VERSION;
        boolean tree = asked.view() == View.TREE;
        return switch (asked.place()) {
            case Place.Start _ ->
                    tree
                            ? posts.treeAfter(id, "", limit, body, safe)
                            : posts.timeAfter(id, 0, limit, body, safe);
            case Place.After(String cursor) ->
                    tree
                            ? posts.treeAfter(id, TreePath.path(cursor), limit, body, safe)
                            : posts.timeAfter(id, TreePath.lastNumber(cursor), limit, body, safe);
            case Place.Before(String cursor) ->
                    tree
                            ? posts.treeBefore(id, TreePath.path(cursor), limit, body, safe)
                            : posts.timeBefore(id, TreePath.lastNumber(cursor), limit, body, safe);
            case Place.At(int number) ->
                    tree
                            ? posts.treeAt(id, number, CONTEXT + 1, limit, body, safe)
                            : posts.timeAfter(id, above(number, limit), limit, body, safe);
        };
    }

    /// The number behind which the page begins on which the post of this number stands.
    private static int above(int number, int limit) {
        return number < limit ? 0 : number - CONTEXT - 1;
    }

    private static String cursor(View view, PostRow row) {
        return view == View.TREE ? TreePath.cursor(row.path()) : TreePath.ofNumber(row.number());
    }

    private List<Post> shown(Viewer viewer, DiscussionRow discussion, Asked asked, Cut cut) {
        Standing standing = discussion.standing(viewer);
        var answered = new Answered(cut.rows);
        boolean gone = discussion.gone() > 0;
        List<BesideRow> beside =
                gone
                        ? beside(discussion.id(), asked, cut, answered)
                        : posts.authors(discussion.id(), answered);
        answered.learn(beside);
        Map<Long, Poll> carried = polls.of(cut.rows, discussion, viewer);
        Function<PostRow, Post> shown =
                row ->
                        row.shown(
                                        markdown,
                                        rights.of(row, discussion, viewer, standing),
                                        rights.marks(row, discussion, viewer, standing),
                                        answered.nameFor(row))
                                .carrying(carried.get(row.id()));
        return references.filled(
                gone
                        ? withGone(asked.view(), beside, cut.rows, shown)
                        : cut.rows.stream().map(shown).toList());
    }

    private static List<Post> withGone(
            View view, List<BesideRow> beside, List<PostRow> rows, Function<PostRow, Post> shown) {
        var byPlace = new TreeMap<String, Post>();
        for (BesideRow row : beside) {
            if (row.name() == null) {
                byPlace.put(key(view, row.path(), row.number()), row.gone());
            }
        }
        // Who may see a post that is gone for others has its row: it takes the place's place.
        for (PostRow row : rows) {
            byPlace.put(key(view, row.path(), row.number()), shown.apply(row));
        }
        return List.copyOf(byPlace.values());
    }

    /// The places between the page before and the page behind, and who is answered elsewhere.
    private List<BesideRow> beside(long id, Asked asked, Cut cut, Answered answered) {
        Place place = asked.place();
        String low =
                switch (place) {
                    case Place.After(String cursor) -> cursor;
                    case Place.Start _ -> null;
                    case Place.At _, Place.Before _ ->
                            cut.before ? cursor(asked.view(), cut.rows.getFirst()) : null;
                };
        String high =
                place instanceof Place.Before(String cursor)
                        ? cursor
                        : cut.behind ? cursor(asked.view(), cut.rows.getLast()) : null;
        return asked.view() == View.TREE
                ? posts.beside(
                        id,
                        low == null ? "" : TreePath.path(low),
                        high == null ? TreePath.END : TreePath.path(high),
                        0,
                        Integer.MAX_VALUE,
                        answered.elsewhere())
                : posts.beside(
                        id,
                        "",
                        TreePath.END,
                        low == null ? 0 : TreePath.lastNumber(low),
                        high == null ? Integer.MAX_VALUE : TreePath.lastNumber(high),
                        answered.elsewhere());
    }

    private static String key(View view, String path, int number) {
        return view == View.TREE ? path : String.format("%07x", number);
    }
}
