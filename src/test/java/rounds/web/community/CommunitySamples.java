package rounds.web.community;

import org.jspecify.annotations.Nullable;

import rounds.cases.CaseState;
import rounds.community.About;
import rounds.community.Aspect;
import rounds.community.Community;
import rounds.community.Introduction;
import rounds.community.Invitation;
import rounds.community.InvitedTo;
import rounds.community.LogEntry;
import rounds.community.Member;
import rounds.community.MemberFilter;
import rounds.community.MemberRights;
import rounds.community.Mine;
import rounds.community.Newcomer;
import rounds.community.Request;
import rounds.community.Role;
import rounds.community.Standing;
import rounds.community.Tenure;
import rounds.community.Visibility;
import rounds.community.Waiting;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Excerpt;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Reviewable;
import rounds.support.Sample;
import rounds.web.cases.CaseSamples;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.start.StartSamples;
import rounds.web.topics.TopicSamples;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

public final class CommunitySamples {
    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");
    private static final Set<String> ALL_OF_IT =
            Set.of(
                    "see_community",
                    "see_leaders",
                    "see_members",
                    "read",
                    "see_log",
                    "post",
                    "leave",
                    "invite",
                    "approve_members",
                    "remove_members",
                    "give_roles",
                    "change_settings",
                    "narrow",
                    "widen",
                    "handle_reports");

    private static final Community CHAIRED =
            community(Visibility.LISTED, Set.of(Role.MEMBER, Role.CHAIR), ALL_OF_IT, 2);
    private static final Community OPEN =
            community(
                    Visibility.PUBLIC,
                    Set.of(Role.PERSON),
                    Set.of("see_community", "see_leaders", "see_members", "read", "join"),
                    0);
    private static final Community SHUT =
            community(
                    Visibility.LISTED,
                    Set.of(Role.PERSON),
                    Set.of("see_community", "see_leaders", "ask"),
                    0);
    private static final Community HIDDEN =
            community(
                    Visibility.PRIVATE,
                    Set.of(Role.MEMBER),
                    Set.of("see_community", "see_leaders", "see_members", "read", "post", "leave"),
                    0);

    private static final Member CHAIR =
            new Member(
                    1,
                    "noor",
                    "Noor <Haddad>",
                    "pharmacist",
                    "Hillside",
                    "Harbour",
                    AT,
                    List.of("chair"),
                    new About(
                            List.of("dizziness", "wounds & <more>"),
                            List.of("OSCAR"),
                            new Introduction("I run <a> clinic.", "To learn & share.")));
    private static final Member NEWCOMER =
            new Member(2, "ben", "Ben", "", "", "", AT, List.of(), About.NOTHING);
    private static final Member HELPER =
            new Member(3, "cleo", "Cleo", "nurse", "", "", AT, List.of("moderator"), About.NOTHING);
    private static final Request ASKED =
            new Request(
                    4, 2, "ben", "Ben", "nurse", "A clinic", "Harbour", "Let me in & thanks", AT);
    private static final Form FORM =
            new Form(
                    Map.of(
                            "name",
                            List.of("x"),
                            "languages",
                            List.of("fr"),
                            "visibility",
                            List.of("listed")));
    private static final Filled REFUSED =
            Filled.refused(
                    FORM,
                    new ProblemException(
                            new Problem.Invalid(
                                    List.of(
                                            new Problem.Field("name", "community.name.missing"),
                                            new Problem.Field(
                                                    "purpose", "community.too-long", 2000),
                                            new Problem.Field(
                                                    "slug", "community.slug.taken", "frail-k3x9qz"),
                                            new Problem.Field(
                                                    "languages", "community.languages.missing"),
                                            new Problem.Field(
                                                    "visibility", "community.visibility.missing"),
                                            new Problem.Field(
                                                    "understood",
                                                    "community.visibility.understand"),
                                            new Problem.Field(
                                                    "message", "community.too-long", 1000),
                                            new Problem.Field(
                                                    "reason", "community.reason.missing")))));

    public static final List<Sample> ALL =
            List.of(
                    new Sample(
                            "community/due",
                            new DuePage(
                                    OPEN,
                                    List.of(
                                            new Reviewable(
                                                    new ContentRef(ContentType.TERM, 3),
                                                    "HTN & <more>",
                                                    "/c/frail/glossary?letter=h#t3",
                                                    "fr",
                                                    LocalDate.parse("2026-03-01"))),
                                    true)),
                    new Sample("community/due", new DuePage(OPEN, List.of(), false)),
                    new Sample("home/visitor", new VisitorPage(List.of())),
                    new Sample("home/visitor", new VisitorPage(List.of(OPEN))),
                    new Sample("home/mine", new MinePage(List.of(), List.of(), null)),
                    new Sample(
                            "home/mine",
                            new MinePage(List.of(new Mine(7, "frail", "Frail")), List.of(), null)),
                    new Sample(
                            "home/mine",
                            new MinePage(
                                    List.of(
                                            new Mine(7, "frail", "Frail"),
                                            new Mine(8, "rural", "Rural <& far>")),
                                    List.of(),
                                    null)),
                    new Sample(
                            "community/directory",
                            new DirectoryPage("", "", List.of(), Set.of(), null)),
                    new Sample(
                            "community/directory",
                            new DirectoryPage(
                                    "a b",
                                    "fr",
                                    List.of(OPEN, SHUT, HIDDEN),
                                    Set.of(SHUT.id()),
                                    "/communities?after=x&q=a+b")),
                    new Sample("community/new", new NewCommunityPage(Filled.empty())),
                    new Sample("community/new", new NewCommunityPage(REFUSED)),
                    new Sample(
                            "community/home",
                            new HomePage(
                                    OPEN,
                                    List.of(CHAIR),
                                    TopicSamples.ROWS,
                                    List.of(),
                                    List.of(),
                                    false,
                                    List.of(),
                                    "",
                                    new Arrivals(false, List.of(), List.of(), Filled.empty()))),
                    new Sample(
                            "community/home",
                            new HomePage(
                                    CHAIRED,
                                    List.of(),
                                    List.of(),
                                    List.of(),
                                    List.of(),
                                    true,
                                    List.of(CaseSamples.summary(CaseState.VISIBLE)),
                                    "mentions",
                                    new Arrivals(
                                            true,
                                            List.of(
                                                    new Newcomer(
                                                            "ben",
                                                            "Ben <B>",
                                                            "nurse",
                                                            "I am <new>.",
                                                            "Help.",
                                                            AT)),
                                            StartSamples.LIST,
                                            Filled.empty()))),
                    new Sample("community/charter", new CharterPage(HIDDEN, List.of(CHAIR))),
                    new Sample(
                            "community/door",
                            new DoorPage(OPEN, List.of(CHAIR), null, Filled.empty())),
                    new Sample("community/door", new DoorPage(SHUT, List.of(CHAIR), null, REFUSED)),
                    new Sample(
                            "community/door", new DoorPage(SHUT, List.of(), ASKED, Filled.empty())),
                    new Sample(
                            "community/door",
                            new DoorPage(HIDDEN, List.of(), null, Filled.empty())),
                    new Sample("community/leave", new LeavePage(HIDDEN)),
                    new Sample("community/leave", new LeavePage(CHAIRED)),
                    new Sample(
                            "community/members",
                            new MembersPage(
                                    CHAIRED,
                                    MemberFilter.NONE,
                                    List.of(
                                            new Aspect("profession", "Nurse"),
                                            new Aspect("emr", "A & <b>")),
                                    List.of(CHAIR, NEWCOMER),
                                    "/c/frail/members?after=x")),
                    new Sample(
                            "community/members",
                            new MembersPage(
                                    OPEN,
                                    new MemberFilter(
                                            "x",
                                            "chair",
                                            "Nurse & <co>",
                                            "",
                                            "",
                                            "",
                                            "OSCAR",
                                            null),
                                    List.of(new Aspect("place", "Harbour")),
                                    List.of(),
                                    null)),
                    new Sample(
                            "community/introduction", new IntroductionPage(CHAIRED, true, REFUSED)),
                    new Sample(
                            "community/introduction",
                            new IntroductionPage(HIDDEN, false, Filled.empty())),
                    new Sample(
                            "community/member",
                            new MemberPage(
                                    CHAIRED,
                                    HELPER,
                                    tenures(),
                                    new MemberRights(
                                            List.of("core_team", "chair"),
                                            List.of("moderator"),
                                            true),
                                    false,
                                    REFUSED)),
                    new Sample(
                            "community/member",
                            new MemberPage(
                                    HIDDEN,
                                    NEWCOMER,
                                    tenures(),
                                    new MemberRights(List.of(), List.of(), false),
                                    true,
                                    Filled.empty())),
                    new Sample("community/requests", new RequestsPage(CHAIRED, List.of(), null)),
                    new Sample(
                            "community/requests",
                            new RequestsPage(CHAIRED, List.of(ASKED), "/c/frail/requests?after=x")),
                    new Sample("community/invitations", invitations(List.of())),
                    new Sample(
                            "community/invitations",
                            invitations(
                                    List.of(
                                            row(5, null, "http://localhost/invitations/abc"),
                                            row(6, null, null),
                                            row(7, "someone@example.org", null)))),
                    new Sample(
                            "community/invitation",
                            new InvitationPage("/invitations/abc", invited("public"), true)),
                    new Sample(
                            "community/invitation",
                            new InvitationPage("/invitations/abc", invited("private"), false)),
                    new Sample("community/no-invitation", new NoInvitation()),
                    new Sample("community/settings", SettingsPage.now(CHAIRED)),
                    new Sample("community/settings", SettingsPage.refused(CHAIRED, REFUSED)),
                    new Sample(
                            "community/settings", SettingsPage.visibilityRefused(CHAIRED, REFUSED)),
                    new Sample(
                            "community/log", new LogPage(CHAIRED, log(), "/c/frail/log?after=x")));

    private static Community community(
            Visibility visibility, Set<Role> roles, Set<String> may, int waiting) {
        return new Community(
                7,
                "frail",
                "Frail older adults & us",
                "To keep people <well> at home.",
                "Everybody who visits homes",
                visibility,
                List.of("en", "fr"),
                143,
                new Waiting(waiting, waiting),
                true,
                true,
                true,
                true,
                false,
                true,
                AT,
                new Standing(visibility, roles),
                may,
                null);
    }

    private static List<Tenure> tenures() {
        return List.of(
                new Tenure(1, "member", AT, null, "Noor", null),
                new Tenure(2, "moderator", AT, null, "Noor", null),
                new Tenure(3, "core_team", AT, AT, "Noor", "Ben"),
                new Tenure(4, "peer_champion", AT, AT, null, null));
    }

    private static InvitationsPage invitations(List<InvitationsPage.Row> rows) {
        return new InvitationsPage(CHAIRED, rows, List.of(1, 7, 30), Filled.empty());
    }

    private static InvitationsPage.Row row(
            long id, @Nullable String email, @Nullable String address) {
        return new InvitationsPage.Row(
                new Invitation(id, email, "Noor", address != null, AT, AT, (int) id - 5), address);
    }

    private static InvitedTo invited(String visibility) {
        return new InvitedTo(7, "frail", "Frail", "Purpose", "Audience", visibility, 1, "Noor", AT);
    }

    private static final Excerpt NAMED =
            new Excerpt(
                    new ContentRef(ContentType.POST, 8),
                    new ContentRef(ContentType.DISCUSSION, 9),
                    "Whose <list>?",
                    "Words",
                    "/d/9-whose-list?at=4#p4",
                    4,
                    "challenge",
                    "fr",
                    List.of(),
                    "frail",
                    "Frail",
                    "ben",
                    "Ben",
                    null,
                    AT,
                    null,
                    null);

    private static List<LogLine> log() {
        return Stream.of(
                        new LogEntry(
                                1, "founded", "noor", "Noor", null, null, null, null, "", "", AT),
                        new LogEntry(
                                2,
                                "role_given",
                                "noor",
                                "Noor",
                                null,
                                null,
                                "ben",
                                "Ben",
                                "moderator",
                                "",
                                AT),
                        new LogEntry(
                                3, "widened", "noor", "Noor", null, null, null, null, "public", "",
                                AT),
                        new LogEntry(
                                4,
                                "removed",
                                null,
                                null,
                                null,
                                null,
                                "ben",
                                "Ben",
                                "",
                                "Why <not>",
                                AT),
                        new LogEntry(
                                5,
                                "post_hidden",
                                "noor",
                                "Noor",
                                "post",
                                8L,
                                "ben",
                                "Ben",
                                "spam",
                                "Again",
                                AT),
                        new LogEntry(
                                7,
                                "collection_made",
                                "noor",
                                "Noor",
                                null,
                                null,
                                null,
                                null,
                                "First <visits>",
                                "",
                                AT),
                        new LogEntry(
                                8,
                                "resource_collected",
                                "noor",
                                "Noor",
                                "resource",
                                9L,
                                "ben",
                                "Ben",
                                "First <visits>",
                                "",
                                AT),
                        new LogEntry(
                                6,
                                "closed",
                                "noor",
                                "Noor",
                                "discussion",
                                9L,
                                "ben",
                                "Ben",
                                "",
                                "",
                                AT))
                .flatMap(entry -> Stream.of(new LogLine(entry, null), new LogLine(entry, NAMED)))
                .toList();
    }

    private CommunitySamples() {}
}
