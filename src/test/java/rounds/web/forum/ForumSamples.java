package rounds.web.forum;

import org.jspecify.annotations.Nullable;

import rounds.community.Community;
import rounds.community.Member;
import rounds.community.Role;
import rounds.community.Standing;
import rounds.community.Visibility;
import rounds.forum.Author;
import rounds.forum.Busy;
import rounds.forum.Discussion;
import rounds.forum.DiscussionPage;
import rounds.forum.DiscussionRights;
import rounds.forum.DiscussionSummary;
import rounds.forum.Filter;
import rounds.forum.History;
import rounds.forum.Item;
import rounds.forum.Kind;
import rounds.forum.NewsPage;
import rounds.forum.Post;
import rounds.forum.PostInDiscussion;
import rounds.forum.PostRights;
import rounds.forum.Reason;
import rounds.forum.Report;
import rounds.forum.Revision;
import rounds.forum.Segment;
import rounds.forum.Since;
import rounds.forum.State;
import rounds.forum.View;
import rounds.kernel.Problem;
import rounds.notifications.Keeping;
import rounds.notifications.Level;
import rounds.platform.database.Slice;
import rounds.support.Sample;
import rounds.web.notifications.NotificationSamples;
import rounds.web.page.Filled;
import rounds.web.page.Form;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

public final class ForumSamples {
    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");
    private static final Author ADA = new Author(7, "ada.lind", "Ada Lind", "Family physician");
    private static final Author BO = new Author(8, "bo", "Bo", "");
    private static final Standing CHAIR =
            new Standing(Visibility.LISTED, Set.of(Role.MEMBER, Role.CHAIR));
    private static final PostRights EVERY =
            new PostRights(true, true, true, true, true, true, true, true);
    private static final PostRights NONE =
            new PostRights(false, false, false, false, false, false, false, false);

    private static final Community COMMUNITY =
            new Community(
                    1,
                    "home-care",
                    "Home care",
                    "Why",
                    "Whom",
                    Visibility.LISTED,
                    List.of("en"),
                    12,
                    0,
                    true,
                    true,
                    AT,
                    CHAIR,
                    Set.of("read", "see_members", "post", "handle_reports", "announce"));
    private static final Discussion OPEN = discussion(State.VISIBLE, null, true);
    private static final Discussion CLOSED = discussion(State.HIDDEN, AT, false);
    private static final Post OPENING = post(1, 0, null, State.VISIBLE, EVERY, null);
    private static final Post DEEP = post(9, 6, "Ada Lind", State.QUEUED, EVERY, AT);
    private static final Post GONE =
            new Post(
                    0,
                    4,
                    2,
                    null,
                    2,
                    null,
                    null,
                    "",
                    null,
                    "en",
                    State.HIDDEN,
                    "patient_data",
                    AT,
                    null,
                    1,
                    null,
                    true,
                    NONE);
    private static final PostInDiscussion FOUND = new PostInDiscussion(OPEN, DEEP);
    private static final Item ITEM = new Item(3, "Whose list is it?", DEEP, false);
    private static final Item OWN = new Item(3, "Whose list is it?", OPENING, true);
    private static final Filled REFUSED =
            new Filled(
                    new Form(
                            Map.of(
                                    "title",
                                    List.of("x"),
                                    "body",
                                    List.of("y"),
                                    "kind",
                                    List.of("challenge"))),
                    List.of(
                            new Problem.Field("body", "forum.edit.meanwhile"),
                            new Problem.Field("title", "api.missing")));

    public static final List<Sample> ALL =
            List.of(
                    new Sample(
                            "forum/thread",
                            thread(
                                    OPEN,
                                    List.of(
                                            OPENING,
                                            post(2, 1, null, State.VISIBLE, NONE, null),
                                            GONE,
                                            DEEP),
                                    null)),
                    new Sample("forum/thread", thread(CLOSED, List.of(DEEP), "<p>Words</p>")),
                    new Sample("forum/thread", thread(OPEN, List.of(), null)),
                    new Sample(
                            "forum/discussions",
                            new DiscussionsPage(
                                    COMMUNITY,
                                    Filter.NONE,
                                    new Slice<>(List.of(row(true), row(false)), "next"),
                                    "")),
                    new Sample(
                            "forum/discussions",
                            new DiscussionsPage(
                                    COMMUNITY,
                                    new Filter(Kind.SUCCESS, "a b"),
                                    new Slice<>(List.of(), null),
                                    "every")),
                    new Sample(
                            "forum/latest",
                            new LatestPage("", new Slice<>(List.of(row(false)), "next"))),
                    new Sample("forum/latest", new LatestPage("tag", new Slice<>(List.of(), null))),
                    new Sample("forum/news", new NewsPage(OPEN, List.of(OPENING, DEEP), true)),
                    new Sample(
                            "forum/list",
                            new ListPage(
                                    "followed", null, new Slice<>(List.of(row(false)), "next"))),
                    new Sample(
                            "forum/list",
                            new ListPage("unanswered", COMMUNITY, new Slice<>(List.of(), null))),
                    new Sample(
                            "forum/list",
                            new ListPage(
                                    "unanswered",
                                    COMMUNITY,
                                    new Slice<>(List.of(row(true)), "next"))),
                    new Sample(
                            "forum/contributions",
                            new ContributionsPage(
                                    NotificationSamples.ADA_LIND, NotificationSamples.WRITTEN)),
                    new Sample(
                            "forum/contributions",
                            new ContributionsPage(
                                    NotificationSamples.ADA_LIND, new Slice<>(List.of(), null))),
                    new Sample(
                            "forum/catch-up",
                            new CatchUpPage(
                                    COMMUNITY,
                                    AT,
                                    new Since(List.of(), List.of(), List.of(), false),
                                    List.of(),
                                    AT)),
                    new Sample(
                            "forum/catch-up",
                            new CatchUpPage(
                                    COMMUNITY,
                                    AT,
                                    new Since(
                                            List.of(row(false)),
                                            List.of(row(true)),
                                            List.of(new Busy(row(false), 3)),
                                            true),
                                    List.of(
                                            new Member(
                                                    7,
                                                    "ada.lind",
                                                    "Ada Lind",
                                                    "Nurse",
                                                    "",
                                                    "",
                                                    AT,
                                                    List.of())),
                                    AT)),
                    new Sample(
                            "forum/new",
                            new NewDiscussionPage(
                                    COMMUNITY,
                                    List.of("challenge", "announcement"),
                                    REFUSED,
                                    "<p>Words</p>")),
                    new Sample(
                            "forum/reply",
                            new ReplyPage(COMMUNITY, OPEN, DEEP, REFUSED, "<p>Words</p>")),
                    new Sample(
                            "forum/reply",
                            new ReplyPage(COMMUNITY, OPEN, null, Filled.empty(), null)),
                    new Sample(
                            "forum/edit",
                            new EditPage(COMMUNITY, OPEN, DEEP, List.of(), 1, true, REFUSED, null)),
                    new Sample(
                            "forum/edit",
                            new EditPage(
                                    COMMUNITY,
                                    OPEN,
                                    null,
                                    List.of("challenge"),
                                    1,
                                    true,
                                    REFUSED,
                                    "<p>Words</p>")),
                    new Sample(
                            "forum/edit",
                            new EditPage(
                                    COMMUNITY, OPEN, null, List.of(), 1, false, REFUSED, null)),
                    new Sample("forum/act", act("delete")),
                    new Sample("forum/act", act("report")),
                    new Sample("forum/act", act("hide")),
                    new Sample("forum/act", act("restore")),
                    new Sample("forum/act", act("keep")),
                    new Sample("forum/act", act("decline")),
                    new Sample("forum/act", act("approve")),
                    new Sample("forum/revisions", revisions()),
                    new Sample(
                            "forum/moderation",
                            new ModerationPage(
                                    COMMUNITY,
                                    new Slice<>(
                                            List.of(
                                                    new Report(
                                                            5,
                                                            Reason.UNSAFE,
                                                            "Look",
                                                            AT,
                                                            BO,
                                                            ITEM)),
                                            "r"),
                                    new Slice<>(List.of(ITEM, OWN), "q"),
                                    new Slice<>(List.of(), null))));

    private static ThreadPage thread(
            Discussion discussion, List<Post> posts, @Nullable String preview) {
        return new ThreadPage(
                new DiscussionPage(
                        COMMUNITY, discussion, View.TREE, posts, "before", "after", null),
                Filled.empty(),
                preview,
                new Keeping(Level.EVERY, Level.REPLIES, preview != null, Set.of(101L)));
    }

    private static ActPage act(String act) {
        return new ActPage(act, COMMUNITY, OPEN, act.equals("delete") ? OPENING : DEEP, REFUSED);
    }

    private static RevisionsPage revisions() {
        var now = new Revision(3, 2, AT, false);
        return new RevisionsPage(
                COMMUNITY,
                new History(
                        FOUND,
                        List.of(new Revision(1, 1, AT, true), now),
                        now,
                        List.of(new Segment(Segment.Change.ADDED, "Title")),
                        List.of(
                                new Segment(Segment.Change.SAME, "Same "),
                                new Segment(Segment.Change.REMOVED, "old"),
                                new Segment(Segment.Change.ADDED, "new"))));
    }

    private static DiscussionSummary row(boolean pinned) {
        return new DiscussionSummary(
                3,
                "home-care",
                "Home care",
                Kind.CHALLENGE,
                "Whose list is it?",
                "fr",
                List.of("lists"),
                pinned ? State.QUEUED : State.VISIBLE,
                5,
                ADA,
                AT,
                BO,
                AT,
                pinned,
                pinned);
    }

    private static Discussion discussion(State state, @Nullable Instant closed, boolean may) {
        return new Discussion(
                3,
                1,
                "home-care",
                "Home care",
                Kind.CHALLENGE,
                "Whose list is it?",
                "fr",
                List.of("lists", "home visits"),
                Visibility.LISTED,
                state,
                ADA,
                AT,
                AT,
                5,
                6,
                may,
                closed,
                2,
                null,
                CHAIR,
                new DiscussionRights(may, may, may, may, may, !may, may, may));
    }

    private static Post post(
            int number,
            int depth,
            @Nullable String parent,
            State state,
            PostRights may,
            @Nullable Instant edited) {
        return new Post(
                100 + number,
                number,
                depth,
                101L,
                1,
                parent,
                number == 1 ? ADA : BO,
                "<p>Words</p>",
                "Words",
                "en",
                state,
                null,
                AT,
                edited,
                2,
                null,
                false,
                may);
    }

    private ForumSamples() {}
}
