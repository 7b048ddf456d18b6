package rounds.forum;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.community.Standing;
import rounds.kernel.Change;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.kernel.What;
import rounds.platform.database.Transactions;
import rounds.platform.markdown.Markdown;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What has happened in a discussion since a page of it was read.
@Singleton
public class News {
    /// As many as a page holds: somebody further behind is better served by the page itself.
    public static final int MOST = 20;

    private final Threads threads;
    private final PulseRepository pulses;
    private final GroupRepository groups;
    private final PostPages pages;
    private final PostRepository posts;
    private final Rights rights;
    private final PollReading polls;
    private final Markdown markdown;
    private final References references;
    private final Transactions transactions;

    News(
            Threads threads,
            PulseRepository pulses,
            GroupRepository groups,
            PostPages pages,
            PostRepository posts,
            Rights rights,
            PollReading polls,
            Markdown markdown,
            References references,
            Transactions transactions) {
        this.threads = threads;
        this.pulses = pulses;
        this.groups = groups;
        this.pages = pages;
        this.posts = posts;
        this.rights = rights;
        this.polls = polls;
        this.markdown = markdown;
        this.references = references;
        this.transactions = transactions;
    }

    /// Which discussions these changes concern, and which of their posts. Knows no viewer: nothing
    /// of it may be shown.
    public Map<Long, Set<Long>> touched(Collection<Change> changes) {
        var touched = new HashMap<Long, Set<Long>>();
        var answers = new HashSet<Long>();
        for (Change change : changes) {
            if (change.what() == What.TOLD) {
                continue;
            }
            switch (change.content().type()) {
                case DISCUSSION -> {
                    Set<Long> posts =
                            touched.computeIfAbsent(change.content().id(), _ -> new HashSet<>());
                    // What people say about its opening post; the pulse knows that by this id.
                    if (change.what() == What.MARKED) {
                        posts.add(change.content().id());
                    }
                }
                case POST -> answers.add(change.content().id());
                case COMMUNITY,
                        RESOURCE,
                        PAGE,
                        CASE_STORY,
                        TOPIC,
                        TERM,
                        PERSON,
                        MEMBERSHIP,
                        JOIN_REQUEST,
                        REPORT -> {}
            }
        }
        if (!answers.isEmpty()) {
            Long[] ids = answers.toArray(Long[]::new);
            transactions
                    .system(() -> groups.of(ids))
                    .forEach(row ->
                            touched.computeIfAbsent(row.discussionId(), _ -> new HashSet<>())
                                    .add(row.id()));
        }
        return touched;
    }

    /// How the discussion stands now.
    ///
    /// @param changed ids of posts of which the viewer wants to know whether she can read them
    /// @throws ProblemException not found, also once she may no longer read it; or that her session
    ///   is over
    public Pulse pulse(Viewer viewer, long discussionId, Collection<Long> changed) {
        return transactions.read(
                viewer,
                () ->
                        pulses.find(discussionId, changed.toArray(Long[]::new))
                                .map(PulseRow::pulse)
                                .orElseThrow(ProblemException::notFound));
    }

    /// The posts behind that number, at most [#MOST], and the ones of these numbers as they are
    /// now.
    ///
    /// @throws ProblemException as [Discussions#page]
    public NewsPage since(Viewer viewer, long discussionId, int number, List<Integer> again) {
        return transactions.read(viewer, () -> page(viewer, discussionId, number, again));
    }

    private NewsPage page(Viewer viewer, long id, int number, List<Integer> again) {
        DiscussionRow discussion = threads.discussion(viewer, id);
        Standing standing = discussion.standing(viewer);
        List<PostRow> fresh = pages.timeAfter(id, number, MOST + 1, false, Markdown.SAFE_VERSION);
        List<PostRow> changed =
                again.isEmpty()
                        ? List.of()
                        : posts.seenNumbers(id, again.stream().limit(MOST).toArray(Integer[]::new));
        var answered = new Answered(fresh);
        answered.learn(pages.authors(id, answered));
        List<Post> shown =
                Stream.concat(
                                changed.stream()
                                        .map(row ->
                                                shown(
                                                        viewer,
                                                        discussion,
                                                        standing,
                                                        row,
                                                        row.parentName())),
                                fresh.stream()
                                        .limit(MOST)
                                        .map(row ->
                                                shown(
                                                        viewer,
                                                        discussion,
                                                        standing,
                                                        row,
                                                        answered.nameFor(row))))
                        .collect(Collectors.toList());
        Map<Long, Poll> carried =
                polls.of(
                        Stream.concat(changed.stream(), fresh.stream().limit(MOST)).toList(),
                        discussion,
                        viewer);
        shown.replaceAll(post -> post.carrying(carried.get(post.id())));
        return new NewsPage(
                discussion.seenBy(viewer, rights), references.filled(shown), fresh.size() > MOST);
    }

    private Post shown(
            Viewer viewer,
            DiscussionRow discussion,
            Standing standing,
            PostRow row,
            @Nullable String answers) {
        return row.shown(
                markdown,
                rights.of(row, discussion, viewer, standing),
                rights.marks(row, discussion, viewer, standing),
                answers);
    }
}
