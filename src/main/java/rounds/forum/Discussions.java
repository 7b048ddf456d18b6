package rounds.forum;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.community.Standing;
import rounds.kernel.ContentRef;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Slice;
import rounds.platform.database.Transactions;
import rounds.platform.entry.Entry;
import rounds.platform.markdown.Markdown;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// Reading discussions: page by page, as lists, post by post. What the viewer may not read is not
/// there.
@Singleton
public class Discussions {
    public static final int LEAST = 20;
    public static final int MOST = 100;

    private final Threads threads;
    private final Pages pages;
    private final Lists lists;
    private final PostRepository posts;
    private final Rights rights;
    private final PollReading polls;
    private final Markdown markdown;
    private final References references;
    private final Transactions transactions;

    Discussions(
            Threads threads,
            Pages pages,
            Lists lists,
            PostRepository posts,
            Rights rights,
            PollReading polls,
            Markdown markdown,
            References references,
            Transactions transactions) {
        this.threads = threads;
        this.pages = pages;
        this.lists = lists;
        this.posts = posts;
        this.rights = rights;
        this.polls = polls;
        this.markdown = markdown;
        this.references = references;
        this.transactions = transactions;
    }

    /// A page of a discussion.
    ///
    /// @param limit how many posts; taken into 1 to [#MOST]
    /// @throws ProblemException not found; forbidden with a door, where a signed-in person may ask
    ///   to be let in; invalid, for a cursor that no page gave
    public DiscussionPage page(Viewer viewer, long id, View view, Place place, int limit) {
        return page(viewer, id, view, place, limit, Content.HTML);
    }

    /// The same with the posts' source beside their HTML, where `content` says so.
    public DiscussionPage page(
            Viewer viewer, long id, View view, Place place, int limit, Content content) {
        return transactions.read(
                viewer,
                () ->
                        pages.page(
                                viewer,
                                threads.shown(viewer, id),
                                new Pages.Asked(view, place, taken(limit), content)));
    }

    /// The page on which the viewer goes on reading: in the order she reads in and, where she has
    /// been before, at what is new to her; unless her address says otherwise.
    ///
    /// @param asked the order that the address asks for
    /// @param here the order that was chosen on this device
    public DiscussionPage open(
            Viewer viewer,
            long id,
            @Nullable View asked,
            @Nullable View here,
            Place place,
            int limit) {
        return transactions.read(
                viewer,
                () -> {
                    DiscussionRow row = threads.shown(viewer, id);
                    ReadingPlace reading = row.place();
                    View view =
                            asked != null
                                    ? asked
                                    : Objects.requireNonNullElse(
                                            reading.order(),
                                            Objects.requireNonNullElse(here, View.TREE));
                    Integer first = reading.first();
                    Place from =
                            place instanceof Place.Start && reading.returning() && first != null
                                    ? new Place.At(first)
                                    : place;
                    DiscussionPage page =
                            pages.page(
                                    viewer,
                                    row,
                                    new Pages.Asked(view, from, taken(limit), Content.HTML));
                    return from == place ? page : page.unasked();
                });
    }

    /// A discussion without its posts.
    public Discussion discussion(Viewer viewer, long id) {
        return transactions.read(
                viewer, () -> threads.discussion(viewer, id).seenBy(viewer, rights));
    }

    /// One post, with its source.
    public PostInDiscussion post(Viewer viewer, long postId) {
        return transactions.read(
                viewer,
                () -> {
                    PostRow post = threads.post(viewer, postId);
                    DiscussionRow discussion = threads.discussion(viewer, post.discussionId());
                    Standing standing = discussion.standing(viewer);
                    return new PostInDiscussion(
                            discussion.seenBy(viewer, rights),
                            references.filled(
                                    post.shown(
                                                    markdown,
                                                    rights.of(post, discussion, viewer, standing),
                                                    rights.marks(
                                                            post, discussion, viewer, standing))
                                            .carrying(polls.of(post, discussion, viewer))));
                });
    }

    /// A community's discussions: on the first page the pinned ones, then the latest.
    ///
    /// @param after the cursor of the page before
    public Slice<DiscussionSummary> inCommunity(
            Viewer viewer, long communityId, Filter filter, @Nullable String after, int limit) {
        return transactions.read(
                viewer, () -> lists.inCommunity(communityId, filter, after, taken(limit)));
    }

    /// The opening words of these, as safe HTML by the id of the discussion. Where they are gone,
    /// or not for this viewer, there is none.
    public Map<Long, String> openingWords(Viewer viewer, Collection<Long> ids) {
        return transactions.read(
                viewer,
                () ->
                        words(
                                posts.openings(ids.toArray(Long[]::new)).stream()
                                        .filter(PostRow::isVisible)
                                        .toList()));
    }

    private Map<Long, String> words(List<PostRow> openings) {
        Map<Long, String> html =
                references
                        .named(
                                openings.stream()
                                        .map(row ->
                                                row.shown(
                                                        markdown, PostRights.NONE, PostMarks.NONE))
                                        .toList())
                        .stream()
                        .collect(Collectors.toMap(Post::id, Post::html));
        return openings.stream()
                .collect(
                        Collectors.toMap(
                                PostRow::discussionId,
                                row -> Objects.requireNonNull(html.get(row.id()))));
    }

    /// The newest posts of a discussion, the last one first.
    public DiscussionPage newest(Viewer viewer, long id, int limit) {
        return page(viewer, id, View.TIME, new Place.Before(TreePath.AFTER_ALL), limit);
    }

    /// What moderators show above the list on the community's home.
    public List<DiscussionSummary> featured(Viewer viewer, long communityId) {
        return transactions.read(viewer, () -> lists.featured(communityId));
    }

    /// The latest of all that the viewer may read.
    public Slice<DiscussionSummary> latest(Viewer viewer, @Nullable String after, int limit) {
        return transactions.read(viewer, () -> lists.latest(after, taken(limit)));
    }

    /// The latest in the communities the viewer is in.
    public Slice<DiscussionSummary> mine(
            Viewer.SignedIn viewer, @Nullable String after, int limit) {
        return transactions.read(viewer, () -> lists.mine(after, taken(limit)));
    }

    /// What this person opened, the newest first.
    public Slice<DiscussionSummary> by(
            Viewer viewer, long personId, @Nullable String after, int limit) {
        return transactions.read(viewer, () -> lists.by(personId, after, taken(limit)));
    }

    /// The same of the person with this handle; nothing, where there is none.
    public Slice<DiscussionSummary> byHandle(
            Viewer viewer, String handle, @Nullable String after, int limit) {
        return transactions.read(viewer, () -> lists.byHandle(handle, after, taken(limit)));
    }

    /// The latest with this tag, of all that the viewer may read.
    public Slice<DiscussionSummary> tagged(
            Viewer viewer, String tag, @Nullable String after, int limit) {
        return transactions.read(viewer, () -> lists.tagged(Entry.tag(tag), after, taken(limit)));
    }

    /// The discussions in which a post leads to this content, the latest first.
    public Slice<DiscussionSummary> leadingTo(
            Viewer viewer, ContentRef content, @Nullable String after, int limit) {
        return transactions.read(viewer, () -> lists.leadingTo(content, after, taken(limit)));
    }

    /// What is looked for in a community and not found yet, the latest first.
    public List<DiscussionSummary> requests(Viewer viewer, long communityId, int limit) {
        return transactions.read(viewer, () -> lists.requests(communityId, taken(limit)));
    }

    private static int taken(int limit) {
        return Math.clamp(limit, 1, MOST);
    }
}
