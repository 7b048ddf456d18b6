package rounds.forum;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.community.Capability;
import rounds.community.Policy;
import rounds.community.Standing;
import rounds.kernel.ProblemException;
import rounds.kernel.State;
import rounds.kernel.Viewer;
import rounds.platform.database.Cursor;
import rounds.platform.database.Keyset;
import rounds.platform.database.Slice;
import rounds.platform.markdown.Markdown;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What lies before a community's moderators.
@Singleton
final class Desk {
    private static final int MOST = 100;

    private final DiscussionRepository discussions;
    private final ModerationRepository rows;
    private final PostRepository posts;
    private final Policy policy;
    private final Rights rights;
    private final Markdown markdown;
    private final References references;

    Desk(
            DiscussionRepository discussions,
            ModerationRepository rows,
            PostRepository posts,
            Policy policy,
            Rights rights,
            Markdown markdown,
            References references) {
        this.discussions = discussions;
        this.rows = rows;
        this.posts = posts;
        this.policy = policy;
        this.rights = rights;
        this.markdown = markdown;
        this.references = references;
    }

    Slice<Report> reports(Viewer.SignedIn viewer, String slug, @Nullable String after, int limit) {
        CommunityRow community = community(viewer, slug, Capability.SEE_REPORTS);
        Standing standing = community.standing(viewer);
        int taken = Math.clamp(limit, 1, MOST);
        Keyset from = Keyset.oldestFirst(after);
        Slice<ReportRow> reports =
                Slice.of(
                        rows.reports(community.id(), from.at(), from.id(), taken + 1),
                        taken,
                        row -> Cursor.after(row.madeAt(), row.id()));
        Map<Long, Item> byId =
                items(
                        viewer,
                        standing,
                        posts.seenAll(
                                reports.items().stream()
                                        .map(ReportRow::postId)
                                        .distinct()
                                        .toArray(Long[]::new)),
                        reports.items().stream()
                                .collect(
                                        Collectors.toMap(
                                                ReportRow::postId,
                                                ReportRow::title,
                                                (one, same) -> one)));
        return reports.map(row -> row.about(Objects.requireNonNull(byId.get(row.postId()))));
    }

    Slice<Item> posts(
            Viewer.SignedIn viewer, String slug, State state, @Nullable String after, int limit) {
        CommunityRow community = community(viewer, slug, Capability.HANDLE_REPORTS);
        Standing standing = community.standing(viewer);
        int taken = Math.clamp(limit, 1, MOST);
        Keyset from = Keyset.oldestFirst(after);
        List<PostRow> found =
                posts.inState(community.id(), state.code(), from.at(), from.id(), taken + 1);
        Slice<PostRow> slice =
                Slice.of(found, taken, row -> Cursor.after(row.postedAt(), row.id()));
        Map<Long, String> titles = titles(slice.items());
        Map<Long, Item> items =
                items(
                        viewer,
                        standing,
                        slice.items(),
                        slice.items().stream()
                                .collect(
                                        Collectors.toMap(
                                                PostRow::id,
                                                row ->
                                                        Objects.requireNonNull(
                                                                titles.get(row.discussionId())))));
        return slice.map(row -> Objects.requireNonNull(items.get(row.id())));
    }

    /// @param titles of their discussions, by the post
    private Map<Long, Item> items(
            Viewer.SignedIn viewer,
            Standing standing,
            List<PostRow> rows,
            Map<Long, String> titles) {
        Map<Long, PostRow> byId =
                rows.stream().collect(Collectors.toMap(PostRow::id, Function.identity()));
        return references
                .named(
                        rows.stream()
                                .map(row ->
                                        row.shown(
                                                markdown,
                                                rights.atDesk(row, viewer, standing),
                                                PostMarks.NONE))
                                .toList())
                .stream()
                .collect(
                        Collectors.toMap(
                                Post::id,
                                post -> {
                                    PostRow row = Objects.requireNonNull(byId.get(post.id()));
                                    return new Item(
                                            row.discussionId(),
                                            Objects.requireNonNull(titles.get(post.id())),
                                            post,
                                            row.isBy(viewer));
                                }));
    }

    private Map<Long, String> titles(List<PostRow> rows) {
        Long[] ids = rows.stream().map(PostRow::discussionId).distinct().toArray(Long[]::new);
        return discussions.titles(ids).stream()
                .collect(Collectors.toMap(TitleRow::id, TitleRow::title));
    }

    private CommunityRow community(Viewer.SignedIn viewer, String slug, Capability capability) {
        CommunityRow community =
                discussions.community(slug).orElseThrow(ProblemException::notFound);
        policy.require(capability, community.standing(viewer));
        return community;
    }
}
