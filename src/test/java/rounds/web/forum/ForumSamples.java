package rounds.web.forum;

import org.jspecify.annotations.Nullable;

import rounds.cases.BegunStory;
import rounds.cases.CaseState;
import rounds.cases.CaseSummary;
import rounds.community.About;
import rounds.community.Community;
import rounds.community.Conversation;
import rounds.community.LogEntry;
import rounds.community.Member;
import rounds.community.Mine;
import rounds.community.Reason;
import rounds.community.Role;
import rounds.community.Standing;
import rounds.community.Visibility;
import rounds.community.Waiting;
import rounds.forum.Ballot;
import rounds.forum.Busy;
import rounds.forum.Discussion;
import rounds.forum.DiscussionMarks;
import rounds.forum.DiscussionPage;
import rounds.forum.DiscussionRights;
import rounds.forum.DiscussionSummary;
import rounds.forum.Draft;
import rounds.forum.DraftPlace;
import rounds.forum.DraftSummary;
import rounds.forum.DraftWords;
import rounds.forum.Filter;
import rounds.forum.Help;
import rounds.forum.HelpedLately;
import rounds.forum.History;
import rounds.forum.Item;
import rounds.forum.Kind;
import rounds.forum.Landmark;
import rounds.forum.LinkedFrom;
import rounds.forum.Mergeable;
import rounds.forum.Month;
import rounds.forum.NewsPage;
import rounds.forum.Parted;
import rounds.forum.Planned;
import rounds.forum.Poll;
import rounds.forum.PollKind;
import rounds.forum.PollOption;
import rounds.forum.PollResults;
import rounds.forum.PollRound;
import rounds.forum.PollWords;
import rounds.forum.Post;
import rounds.forum.PostInDiscussion;
import rounds.forum.PostMarks;
import rounds.forum.PostRights;
import rounds.forum.Progress;
import rounds.forum.Reaction;
import rounds.forum.ReadingPlace;
import rounds.forum.Referrer;
import rounds.forum.Report;
import rounds.forum.Revision;
import rounds.forum.Said;
import rounds.forum.Since;
import rounds.forum.Tag;
import rounds.forum.Target;
import rounds.forum.ThreadMap;
import rounds.forum.Tried;
import rounds.forum.Unread;
import rounds.forum.View;
import rounds.kernel.Author;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Excerpt;
import rounds.kernel.Problem;
import rounds.kernel.State;
import rounds.library.Asked;
import rounds.library.Fate;
import rounds.library.HeldFile;
import rounds.library.LibraryCase;
import rounds.library.Looked;
import rounds.library.Proposal;
import rounds.library.ResourceReport;
import rounds.library.ResourceSummary;
import rounds.library.Withheld;
import rounds.notifications.Keeping;
import rounds.notifications.Level;
import rounds.platform.database.Slice;
import rounds.platform.difference.Segment;
import rounds.search.Passage;
import rounds.search.SearchHit;
import rounds.support.Sample;
import rounds.topics.OfferedTopic;
import rounds.web.cases.CaseSamples;
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
    private static final Tag TAG =
            new Tag("home-visits", "Seeing people where they live.", List.of("house-calls"), 3);
    private static final Tag PLAIN = new Tag("lists", "", List.of(), 0);
    private static final PostRights EVERY =
            new PostRights(true, true, true, true, true, true, true, true);
    private static final PostRights NONE =
            new PostRights(false, false, false, false, false, false, false, false);

    private static final PostMarks MARKS =
            new PostMarks(
                    3,
                    2,
                    2,
                    1,
                    3,
                    1,
                    1,
                    true,
                    true,
                    Set.of(Reaction.HELPFUL, Reaction.SAME, Reaction.TRIED),
                    Tried.WORKED,
                    true,
                    true);
    private static final DiscussionMarks DISCUSSION_MARKS =
            new DiscussionMarks(Progress.TRYING, 1, true);

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
                    new Waiting(0, 3),
                    true,
                    true,
                    true,
                    true,
                    true,
                    true,
                    AT,
                    CHAIR,
                    Set.of("read", "see_members", "post", "handle_reports", "announce", "plan"),
                    null);
    private static final Community NOTES =
            new Community(
                    2,
                    "~2",
                    "Harriet <Oke>",
                    "",
                    "",
                    Visibility.PRIVATE,
                    List.of("en"),
                    2,
                    Waiting.NOTHING,
                    false,
                    false,
                    false,
                    false,
                    false,
                    true,
                    AT,
                    CHAIR,
                    Set.of("read", "post"),
                    Conversation.of(new String[] {"harriet Harriet <Oke>"}));
    private static final CaseSummary STORY =
            new CaseSummary(
                    9,
                    "home-care",
                    "Home care",
                    "A <fall>",
                    "fr",
                    CaseState.DRAFT,
                    null,
                    null,
                    List.of(),
                    List.of(),
                    List.of(),
                    "",
                    null,
                    0,
                    0,
                    0,
                    AT,
                    1,
                    null);
    private static final Poll RANKED =
            new Poll(
                    101,
                    "Which day?",
                    PollKind.RANKED,
                    null,
                    false,
                    PollResults.ALWAYS,
                    AT,
                    null,
                    7,
                    List.of(
                            new PollOption(1, "Monday <b>", true, 2),
                            new PollOption(2, "Tuesday", true, 1),
                            new PollOption(3, "Friday", false, null)),
                    List.of(2, 1),
                    true,
                    List.of(
                            new PollRound(
                                    1,
                                    List.of(
                                            new PollRound.Line(1, "Monday <b>", 3, 43, false),
                                            new PollRound.Line(2, "Tuesday", 2, 29, false),
                                            new PollRound.Line(3, "Friday", 2, 29, true)),
                                    0),
                            new PollRound(
                                    2,
                                    List.of(
                                            new PollRound.Line(1, "Monday <b>", 4, 67, false),
                                            new PollRound.Line(2, "Tuesday", 2, 33, false)),
                                    1)),
                    new Poll.May(true, false, true, false));
    private static final Poll SEVERAL =
            new Poll(
                    102,
                    "What helps?",
                    PollKind.SEVERAL,
                    2,
                    true,
                    PollResults.VOTED,
                    null,
                    AT,
                    3,
                    List.of(
                            new PollOption(1, "A list", true, null),
                            new PollOption(2, "A call", false, null)),
                    List.of(1),
                    true,
                    List.of(
                            new PollRound(
                                    1,
                                    List.of(
                                            new PollRound.Line(1, "A list", 3, 100, false),
                                            new PollRound.Line(2, "A call", 1, 33, false)),
                                    0)),
                    new Poll.May(false, true, false, true));
    private static final Planned PLANNED =
            new Planned(
                    6,
                    "home-care",
                    "Home care",
                    ADA,
                    Kind.ANNOUNCEMENT,
                    "Next <meeting>",
                    List.of("meeting"),
                    "Words",
                    null,
                    new PollWords(
                            "Which day?", "Monday\nTuesday", "single", "", "open", "always", ""),
                    AT,
                    "rights",
                    1,
                    AT,
                    true);
    private static final Discussion OPEN = discussion(State.VISIBLE, null, true);
    public static final Discussion REQUEST = OPEN;
    private static final Discussion CLOSED = discussion(State.HIDDEN, AT, false);
    static final Referrer REFERRER =
            new Referrer(
                    7,
                    70,
                    "Who calls <b>?",
                    "en",
                    3,
                    "/d/0000000000007",
                    "valley",
                    "Valley",
                    "bo",
                    "Bo",
                    AT);
    private static final LinkedFrom LINKED =
            new LinkedFrom(
                    List.of(
                            REFERRER,
                            new Referrer(
                                    8,
                                    80,
                                    "Notes",
                                    "fr",
                                    1,
                                    "/d/0000000000008",
                                    "~8",
                                    "Ada, Bo",
                                    "bo",
                                    "Bo",
                                    AT)),
                    true);
    private static final List<Parted> PARTED =
            List.of(
                    new Parted(
                            Parted.Way.LEFT, 12, "/d/0000000000009-on", "Another <matter>", "en"),
                    new Parted(Parted.Way.LEFT, 1, null, null, null),
                    new Parted(Parted.Way.CAME, 0, null, "Once <apart>", "fr"),
                    new Parted(Parted.Way.CAME, 0, null, null, "fr"),
                    new Parted(Parted.Way.SPLIT, 0, "/d/0000000000008-whole", "The <whole>", "fr"));
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
                    null,
                    AT,
                    null,
                    1,
                    null,
                    true,
                    NONE,
                    PostMarks.NONE,
                    false,
                    LinkedFrom.NOWHERE,
                    null,
                    List.of());
    private static final Help HELP =
            new Help(109, 9, "en", BO, "One at a time.", "The order", ADA, AT, MARKS);
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

    private static final Draft DRAFT =
            new Draft(
                    4,
                    new DraftPlace.New(1, "key"),
                    new DraftWords("challenge", "A <title>", "", "Words", "", null, null),
                    2,
                    AT);
    private static final DraftSummary BEGUN =
            begun("new.0000000000001.key", "Begun", "", "home-care", null);
    private static final DraftSummary ANSWER =
            begun("answer.0000000000003", "", "Words", "home-care", "Whose list is it?");
    private static final DraftSummary LOST = begun("post.0000000000003", "", "", null, null);
    private static final SearchHit HIT =
            new SearchHit(
                    new Excerpt(
                            new ContentRef(ContentType.DISCUSSION, 3),
                            new ContentRef(ContentType.DISCUSSION, 3),
                            "Whose list is it?",
                            "Words",
                            "/d/3",
                            1,
                            "challenge",
                            "fr",
                            List.of(),
                            "home-care",
                            "Home care",
                            "ada.lind",
                            "Ada Lind",
                            null,
                            AT,
                            null,
                            null),
                    new Passage(List.of()),
                    new Passage(List.of()));

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
                    new Sample("forum/thread", thread(NOTES, OPEN, List.of(OPENING, DEEP), null)),
                    new Sample(
                            "forum/discussions",
                            new DiscussionsPage(
                                    COMMUNITY,
                                    Filter.NONE,
                                    null,
                                    new Slice<>(List.of(row(true), row(false)), "next"),
                                    "",
                                    Map.of("challenge", 3, "success", 120))),
                    new Sample(
                            "forum/discussions",
                            new DiscussionsPage(
                                    COMMUNITY,
                                    new Filter(Kind.CHALLENGE, "a b", Progress.SOLVED),
                                    TAG,
                                    new Slice<>(List.of(), null),
                                    "every",
                                    Map.of())),
                    new Sample(
                            "forum/reactions",
                            new ReactionsPage(
                                    COMMUNITY,
                                    FOUND,
                                    new Slice<>(
                                            List.of(
                                                    said(Reaction.TRIED, Tried.PARTLY),
                                                    said(Reaction.SAME, null),
                                                    said(Reaction.THANKS, null)),
                                            "next"))),
                    new Sample(
                            "forum/reactions",
                            new ReactionsPage(COMMUNITY, FOUND, new Slice<>(List.of(), null))),
                    new Sample(
                            "forum/referrers",
                            new ReferrersPage(
                                    COMMUNITY, FOUND, new Slice<>(List.of(REFERRER), "next"))),
                    new Sample(
                            "forum/referrers",
                            new ReferrersPage(COMMUNITY, FOUND, new Slice<>(List.of(), null))),
                    new Sample("forum/say", say("tried")),
                    new Sample("forum/say", say("same")),
                    new Sample("forum/helped", new HelpedPage(COMMUNITY, FOUND, REFUSED)),
                    new Sample(
                            "forum/map",
                            new MapPage(
                                    COMMUNITY,
                                    new ThreadMap(
                                            OPEN,
                                            new Slice<>(
                                                    List.of(
                                                            new Landmark(
                                                                    4, 2, "Bo", AT, true, true)),
                                                    "1.2")))),
                    new Sample(
                            "forum/related", new RelatedPage(COMMUNITY, OPEN, List.of(row(false)))),
                    new Sample("forum/related", new RelatedPage(COMMUNITY, OPEN, List.of())),
                    new Sample(
                            "forum/unread",
                            new UnreadPage(
                                    "home-care",
                                    "challenge",
                                    new Unread(
                                            List.of(
                                                    new Unread.Count(
                                                            "home-care",
                                                            "Home care",
                                                            Kind.CHALLENGE,
                                                            100))),
                                    new Slice<>(List.of(row(true)), "next"))),
                    new Sample(
                            "forum/unread",
                            new UnreadPage("", "", Unread.NONE, new Slice<>(List.of(), null))),
                    new Sample(
                            "forum/latest",
                            new LatestPage("", new Slice<>(List.of(row(false)), "next"))),
                    new Sample("forum/latest", new LatestPage("tag", new Slice<>(List.of(), null))),
                    new Sample(
                            "forum/news",
                            new FreshPage(
                                    new NewsPage(OPEN, List.of(OPENING, DEEP), true),
                                    Keeping.NONE)),
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
                                                    List.of(),
                                                    About.NOTHING)),
                                    AT)),
                    new Sample(
                            "forum/new",
                            new NewDiscussionPage(
                                    COMMUNITY,
                                    List.of("challenge", "announcement"),
                                    List.of(TAG),
                                    box(REFUSED, "<p>Words</p>", true),
                                    List.of(BEGUN),
                                    List.of(HIT))),
                    new Sample(
                            "forum/new",
                            new NewDiscussionPage(
                                    COMMUNITY,
                                    List.of("challenge"),
                                    List.of(),
                                    box(Filled.empty(), null, false),
                                    List.of(),
                                    List.of())),
                    new Sample("forum/poll", new PollPage(COMMUNITY, FOUND, Filled.empty())),
                    new Sample(
                            "forum/poll",
                            new PollPage(COMMUNITY, new PostInDiscussion(OPEN, OPENING), REFUSED)),
                    new Sample("forum/ballot", new BallotPage(COMMUNITY, FOUND, RANKED, REFUSED)),
                    new Sample(
                            "forum/ballot",
                            new BallotPage(
                                    COMMUNITY,
                                    FOUND,
                                    SEVERAL,
                                    new Filled(
                                            new Form(Map.of("choice", List.of("1", "2"))),
                                            List.of(
                                                    new Problem.Field(
                                                            "choice", "poll.choice.missing"))))),
                    new Sample(
                            "forum/ballots",
                            new BallotsPage(
                                    COMMUNITY,
                                    FOUND,
                                    SEVERAL,
                                    new Slice<>(
                                            List.of(
                                                    new Ballot(BO, SEVERAL.options(), AT),
                                                    new Ballot(null, SEVERAL.options(), AT)),
                                            "next"))),
                    new Sample(
                            "forum/ballots",
                            new BallotsPage(
                                    COMMUNITY, FOUND, SEVERAL, new Slice<>(List.of(), null))),
                    new Sample(
                            "forum/planned",
                            new PlannedPage(
                                    COMMUNITY,
                                    PLANNED,
                                    "<p>Words</p>",
                                    "America/Edmonton",
                                    REFUSED)),
                    new Sample(
                            "forum/helped-lately",
                            new HelpedLatelyPage(
                                    null,
                                    new Slice<>(
                                            List.of(
                                                    new HelpedLately(
                                                            109,
                                                            9,
                                                            "en",
                                                            BO,
                                                            "One at a time.",
                                                            "The order",
                                                            3,
                                                            "Whose list is it?",
                                                            "fr",
                                                            "home-care",
                                                            "Home care",
                                                            AT)),
                                            "next"))),
                    new Sample(
                            "forum/helped-lately",
                            new HelpedLatelyPage(COMMUNITY, new Slice<>(List.of(), null))),
                    new Sample(
                            "forum/drafts",
                            new DraftsPage(
                                    List.of(
                                            BEGUN,
                                            ANSWER,
                                            LOST,
                                            begun("note.key", "", "Words", null, null),
                                            begun("note.kez", "About", "", null, null)),
                                    List.of(PLANNED),
                                    List.of(STORY),
                                    List.of(STORY),
                                    List.of(
                                            new BegunStory(3, "The <fall>", "fr", "Home care", AT),
                                            new BegunStory(4, "A fall", "en", "", AT)),
                                    180)),
                    new Sample(
                            "forum/drafts",
                            new DraftsPage(
                                    List.of(), List.of(), List.of(), List.of(), List.of(), 180)),
                    new Sample("forum/throw-away", new ThrowAwayPage(BEGUN)),
                    new Sample(
                            "forum/reply",
                            new ReplyPage(
                                    COMMUNITY,
                                    OPEN,
                                    null,
                                    ReplyPage.Moved.DISCUSSION,
                                    List.of(),
                                    box(Filled.empty(), null, true))),
                    new Sample(
                            "forum/reply",
                            new ReplyPage(
                                    COMMUNITY,
                                    OPEN,
                                    DEEP,
                                    ReplyPage.Moved.POST,
                                    List.of(),
                                    box(Filled.empty(), null, false))),
                    new Sample("forum/unsent", new UnsentPage("Words")),
                    new Sample("forum/unsent", new UnsentPage("")),
                    new Sample("forum/throw-away", new ThrowAwayPage(LOST)),
                    new Sample(
                            "forum/reply",
                            new ReplyPage(
                                    COMMUNITY,
                                    OPEN,
                                    DEEP,
                                    null,
                                    List.of(DEEP),
                                    box(REFUSED, "<p>Words</p>", true))),
                    new Sample(
                            "forum/reply",
                            new ReplyPage(
                                    COMMUNITY,
                                    CLOSED,
                                    null,
                                    null,
                                    List.of(),
                                    box(Filled.empty(), null, true))),
                    new Sample(
                            "forum/reply",
                            new ReplyPage(
                                    COMMUNITY,
                                    OPEN,
                                    null,
                                    null,
                                    List.of(),
                                    box(Filled.empty(), null, false))),
                    new Sample(
                            "forum/edit",
                            new EditPage(
                                    COMMUNITY,
                                    OPEN,
                                    DEEP,
                                    List.of(),
                                    1,
                                    false,
                                    true,
                                    box(REFUSED, null, false))),
                    new Sample(
                            "forum/edit",
                            new EditPage(
                                    COMMUNITY,
                                    OPEN,
                                    null,
                                    List.of("challenge"),
                                    1,
                                    true,
                                    true,
                                    box(REFUSED, "<p>Words</p>", false))),
                    new Sample(
                            "forum/edit",
                            new EditPage(
                                    COMMUNITY,
                                    OPEN,
                                    null,
                                    List.of("challenge"),
                                    1,
                                    true,
                                    false,
                                    box(REFUSED, null, false))),
                    new Sample(
                            "forum/edit",
                            new EditPage(
                                    COMMUNITY,
                                    OPEN,
                                    null,
                                    List.of(),
                                    1,
                                    false,
                                    false,
                                    box(REFUSED, null, false))),
                    new Sample("forum/close", new ClosePage(COMMUNITY, OPEN, true, REFUSED)),
                    new Sample(
                            "forum/close", new ClosePage(COMMUNITY, OPEN, false, Filled.empty())),
                    new Sample("forum/act", act("delete")),
                    new Sample("forum/act", act("report")),
                    new Sample("forum/act", act("hide")),
                    new Sample("forum/act", act("restore")),
                    new Sample("forum/act", act("keep")),
                    new Sample("forum/act", act("hide", new ActPage.Meanwhile(List.of()))),
                    new Sample(
                            "forum/act",
                            act(
                                    "hide",
                                    new ActPage.Meanwhile(
                                            List.of(
                                                    entry("post_hidden", "Ada <Lind>", "rude"),
                                                    entry("reports_closed", null, "rude"))))),
                    new Sample("forum/act", act("decline")),
                    new Sample("forum/act", act("approve")),
                    new Sample("forum/revisions", revisions()),
                    new Sample("forum/tags", new TagsPage(COMMUNITY, List.of(TAG, PLAIN), 1_000)),
                    new Sample("forum/tags", new TagsPage(COMMUNITY, List.of(), 1_000)),
                    new Sample("forum/tag", new TagPage(COMMUNITY, TAG, List.of(PLAIN), REFUSED)),
                    new Sample(
                            "forum/archive",
                            ArchivePage.of(
                                    COMMUNITY,
                                    new Slice<>(
                                            List.of(
                                                    new Month("2026-03", 200, true),
                                                    new Month("2026-01", 1, false)),
                                            "2026-01"))),
                    new Sample(
                            "forum/archive",
                            ArchivePage.of(
                                    COMMUNITY,
                                    "2026-03",
                                    new Slice<>(List.of(row(false)), "next"))),
                    new Sample("forum/arrange", arrange("", List.of(DEEP))),
                    new Sample("forum/arrange", arrange("split", List.of())),
                    new Sample("forum/arrange", arrange("merge", List.of(DEEP))),
                    new Sample(
                            "forum/moderation",
                            new ModerationPage(
                                    COMMUNITY,
                                    new Slice<>(
                                            List.of(
                                                    new Report(
                                                            5, Reason.UNSAFE, "Look", AT, BO, ITEM),
                                                    new Report(6, Reason.RUDE, "Hm", AT, BO, OWN)),
                                            "r"),
                                    new Slice<>(List.of(ITEM, OWN), "q"),
                                    new Slice<>(List.of(), null),
                                    new Slice<>(List.of(PLANNED), "p"),
                                    new Slice<>(
                                            List.of(
                                                    one(State.VISIBLE, false),
                                                    one(State.HIDDEN, true)),
                                            "s"),
                                    new Slice<>(
                                            List.of(
                                                    one(State.QUEUED, false),
                                                    one(State.HIDDEN, false)),
                                            "w"),
                                    new Slice<>(List.of(one(State.HIDDEN, false)), "a"),
                                    List.of(
                                            new HeldFile(
                                                    9,
                                                    1,
                                                    "A <tool>",
                                                    "en",
                                                    Looked.ASKS,
                                                    true,
                                                    BO,
                                                    AT,
                                                    3),
                                            new HeldFile(
                                                    9,
                                                    2,
                                                    "A <tool>",
                                                    "fr",
                                                    Looked.REFUSED,
                                                    true,
                                                    BO,
                                                    AT,
                                                    1),
                                            new HeldFile(
                                                    9,
                                                    3,
                                                    "A <tool>",
                                                    "fr",
                                                    Looked.ASKS,
                                                    false,
                                                    BO,
                                                    AT,
                                                    1)),
                                    new Slice<>(
                                            List.of(
                                                    CaseSamples.report(false),
                                                    CaseSamples.report(true)),
                                            "y"),
                                    new Slice<>(
                                            List.of(CaseSamples.summary(CaseState.QUEUED)), "z"),
                                    new Slice<>(CaseSamples.hidden(), "o"),
                                    List.of(
                                            new OfferedTopic(
                                                    71,
                                                    "How <low>?",
                                                    "fr",
                                                    "Which first?",
                                                    "open",
                                                    "Coast & sea",
                                                    AT,
                                                    null)))));

    private static ArrangePage arrange(String form, List<Post> posts) {
        return new ArrangePage(
                COMMUNITY,
                new DiscussionPage(
                        COMMUNITY, OPEN, View.TIME, posts, "before", "after", null, false),
                posts.isEmpty() ? List.of() : List.of(new Target("rural", "Rural <care>")),
                List.of("question", "discussion"),
                form.isEmpty() ? "" : "own <list>",
                form.equals("merge")
                        ? List.of(
                                new Mergeable(
                                        7, "Own <list>", "fr", "question", 3, AT, "Ada <Lind>"))
                        : List.of(),
                form,
                REFUSED);
    }

    private static ThreadPage thread(
            Discussion discussion, List<Post> posts, @Nullable String preview) {
        return thread(COMMUNITY, discussion, posts, preview);
    }

    private static ThreadPage thread(
            Community community,
            Discussion discussion,
            List<Post> posts,
            @Nullable String preview) {
        return new ThreadPage(
                new DiscussionPage(
                        community, discussion, View.TREE, posts, "before", "after", 7, true),
                posts.isEmpty() ? List.of() : List.of(HELP),
                discussion == OPEN ? box(Filled.empty(), preview, true) : null,
                new Card("Words <b>", "{\"@context\":\"https://schema.org\"}"),
                new Keeping(Level.EVERY, Level.REPLIES, preview != null, Set.of(101L)));
    }

    public static Box box(Filled filled, @Nullable String preview, boolean kept) {
        return new Box(
                filled,
                "answer.0000000000003",
                kept ? AT : null,
                kept ? DRAFT : null,
                preview,
                kept ? "fr" : null,
                List.of("en", "fr"));
    }

    private static DraftSummary begun(
            String place,
            String title,
            String opening,
            @Nullable String community,
            @Nullable String discussion) {
        return new DraftSummary(
                place.hashCode(),
                place,
                title,
                opening,
                2,
                AT,
                community,
                community,
                discussion,
                discussion == null ? null : "fr",
                discussion != null,
                null,
                place.startsWith("note.") && title.isEmpty() ? "Ada <Lind>" : null);
    }

    private static Said said(Reaction reaction, @Nullable Tried outcome) {
        return new Said(
                ADA, reaction, outcome, "Two nurses", "Hillside", "home-care", "Home care", AT);
    }

    private static SayPage say(String said) {
        return new SayPage(said, COMMUNITY, FOUND, REFUSED, List.of(new Mine(2, "coast", "Coast")));
    }

    private static ActPage act(String act) {
        return act(act, null);
    }

    private static ActPage act(String act, ActPage.@Nullable Meanwhile meanwhile) {
        return new ActPage(
                act,
                COMMUNITY,
                OPEN,
                act.equals("delete") ? OPENING : DEEP,
                act.equals("report") ? "" : "2.7",
                meanwhile,
                REFUSED);
    }

    private static LogEntry entry(String act, @Nullable String actor, String detail) {
        return new LogEntry(
                7,
                act,
                actor == null ? null : "ada",
                actor,
                "post",
                3L,
                "bo",
                "Bo",
                detail,
                "Words & why",
                AT);
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
                        new History.Tags("", "lists, home visits"),
                        List.of(
                                new Segment(Segment.Change.SAME, "Same "),
                                new Segment(Segment.Change.REMOVED, "old"),
                                new Segment(Segment.Change.ADDED, "new"))));
    }

    public static DiscussionSummary row(boolean pinned) {
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
                pinned,
                pinned ? DISCUSSION_MARKS : DiscussionMarks.NONE,
                new ReadingPlace(pinned ? 120 : 0, null, null, null, null));
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
                may,
                closed,
                closed == null ? "" : "Answered & <done>.",
                2,
                null,
                CHAIR,
                new DiscussionRights(
                        may,
                        may,
                        may,
                        may,
                        may,
                        may,
                        !may,
                        may,
                        may,
                        new DiscussionRights.Arrange(may, may, may)),
                may ? DISCUSSION_MARKS : DiscussionMarks.NONE,
                may ? new ReadingPlace(3, AT, 2, AT, View.TREE) : ReadingPlace.NONE);
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
                state == State.HIDDEN ? "spam" : null,
                state == State.HIDDEN ? "It sells." : null,
                AT,
                edited,
                2,
                null,
                false,
                may,
                may == NONE ? PostMarks.NONE : MARKS,
                number > 1,
                may == NONE ? LinkedFrom.NOWHERE : LINKED,
                number == 1 ? RANKED : number == 2 ? SEVERAL : null,
                number == 1 || depth > 0 ? PARTED : List.of());
    }

    private static LibraryCase one(State state, boolean own) {
        return new LibraryCase(
                withheld(state),
                own ? List.of() : List.of(reported(false), reported(true)),
                state == State.HIDDEN ? List.of() : List.of(proposal(0), proposal(3)),
                own);
    }

    private static ResourceReport reported(boolean own) {
        return new ResourceReport(
                8, Reason.PATIENT_DATA, own ? "" : "Look & see", AT, BO, resource(true), own);
    }

    private static Withheld withheld(State state) {
        return new Withheld(
                resource(state != State.VISIBLE),
                state,
                false,
                state == State.HIDDEN ? new Fate("resource_hidden", "It <sells>", AT) : null,
                state == State.HIDDEN ? new Asked("Not <now>", AT) : null,
                false,
                state == State.VISIBLE,
                state == State.VISIBLE);
    }

    private static ResourceSummary resource(boolean waits) {
        return new ResourceSummary(
                9,
                "frail",
                "Frailty",
                "tool",
                "A <tool>",
                "en",
                List.of(),
                "text",
                "",
                0,
                BO,
                AT,
                false,
                null,
                0,
                waits,
                1);
    }

    private static Proposal proposal(int number) {
        return new Proposal(
                number + 40,
                9,
                "A <tool>",
                "en",
                "tool",
                number,
                number == 0 ? "" : "New & better",
                BO,
                AT);
    }

    private ForumSamples() {}
}
