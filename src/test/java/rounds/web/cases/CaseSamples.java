package rounds.web.cases;

import org.jspecify.annotations.Nullable;

import rounds.cases.Aftermath;
import rounds.cases.Authority;
import rounds.cases.CaseFilter;
import rounds.cases.CaseHistory;
import rounds.cases.CaseReport;
import rounds.cases.CaseRevision;
import rounds.cases.CaseRights;
import rounds.cases.CaseState;
import rounds.cases.CaseStory;
import rounds.cases.CaseSummary;
import rounds.cases.Conditions;
import rounds.cases.Course;
import rounds.cases.Doubt;
import rounds.cases.Facts;
import rounds.cases.Fate;
import rounds.cases.FollowUp;
import rounds.cases.Ground;
import rounds.cases.HiddenCase;
import rounds.cases.Outcome;
import rounds.cases.Part;
import rounds.cases.Participant;
import rounds.cases.PatientView;
import rounds.cases.Readiness;
import rounds.cases.Result;
import rounds.cases.Section;
import rounds.cases.Setting;
import rounds.cases.Tally;
import rounds.cases.Trial;
import rounds.cases.Way;
import rounds.cases.Word;
import rounds.community.Community;
import rounds.community.Reason;
import rounds.community.Role;
import rounds.community.Standing;
import rounds.community.Visibility;
import rounds.community.Waiting;
import rounds.kernel.Author;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.platform.database.Slice;
import rounds.platform.markdown.Html;
import rounds.platform.phi.Kind;
import rounds.platform.phi.Passage;
import rounds.platform.phi.Widening;
import rounds.support.Sample;
import rounds.web.forum.ForumSamples;
import rounds.web.page.Filled;
import rounds.web.page.Form;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

public final class CaseSamples {
    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");
    private static final Standing MEMBER = new Standing(Visibility.PUBLIC, Set.of(Role.MEMBER));
    private static final Author ADA = new Author(7, "ada.lind", "Ada <Lind>", "Nurse");
    private static final CaseRights NONE =
            new CaseRights(false, false, false, false, false, false, false, false, false, false);
    private static final CaseRights ALL =
            new CaseRights(true, true, true, true, true, true, true, true, true, true);
    private static final List<Conditions.Offered> OFFERED =
            List.of(
                    new Conditions.Offered("a&b", List.of()),
                    new Conditions.Offered("falls", List.of("chutes", "falls")));
    private static final Authority AUTHORITY =
            new Authority(
                    Ground.CONSENT_OTHER,
                    "a <sister>",
                    LocalDate.parse("2026-03-01"),
                    "Binder & 3");
    private static final Community COMMUNITY =
            new Community(
                    1,
                    "home-care",
                    "Home care & more",
                    "Purpose",
                    "",
                    Visibility.PUBLIC,
                    List.of("en"),
                    12,
                    Waiting.NOTHING,
                    false,
                    false,
                    false,
                    false,
                    false,
                    true,
                    AT,
                    MEMBER,
                    Set.of("read", "tell"),
                    null);

    public static final List<Sample> PAGES =
            Stream.of(lists(), stories(), talk(), past(), steps(), reviews())
                    .flatMap(List::stream)
                    .toList();

    private static List<Sample> lists() {
        List<CaseSummary> rows =
                Arrays.stream(CaseState.values()).map(CaseSamples::summary).toList();
        var narrowed =
                new CaseFilter(
                        List.of("falls", "heart failure"),
                        Setting.HOME,
                        Outcome.MIXED,
                        "deprescribing");
        return List.of(
                new Sample(
                        "cases/list",
                        new CasesPage(
                                COMMUNITY,
                                CaseFilter.ALL,
                                OFFERED,
                                new Slice<>(rows, "next"),
                                rows,
                                rows,
                                rows,
                                List.of(report(false), report(true)),
                                hidden())),
                new Sample(
                        "cases/list",
                        CasesPage.of(
                                COMMUNITY,
                                CaseFilter.ALL,
                                List.of(),
                                new Slice<>(List.of(), null),
                                List.of(),
                                List.of())),
                new Sample(
                        "cases/list",
                        CasesPage.of(
                                COMMUNITY,
                                narrowed,
                                OFFERED,
                                new Slice<>(List.of(), "next"),
                                List.of(),
                                List.of())));
    }

    public static List<HiddenCase> hidden() {
        CaseSummary one = summary(CaseState.HIDDEN);
        return List.of(
                new HiddenCase(one, "hidden_by_report", "", AT, "I took <her> name out", false),
                new HiddenCase(one, "case_hidden", "Too <near>", null, "", true),
                new HiddenCase(one, "", "", null, "", false));
    }

    public static CaseReport report(boolean own) {
        return new CaseReport(
                5,
                3,
                "/cases/0000000000003",
                "When the <tablets> made the fall",
                Reason.PATIENT_DATA,
                "A <name>",
                ADA,
                AT,
                own,
                own);
    }

    public static CaseSummary summary(CaseState state) {
        boolean draft = state == CaseState.DRAFT;
        return new CaseSummary(
                state.ordinal(),
                "home-care",
                "Home care",
                draft ? "" : "When the <tablets> made the fall",
                "fr",
                state,
                draft ? null : "mixed",
                draft ? null : "home",
                draft ? List.of() : List.of("falls", "a&b"),
                List.of(),
                draft ? List.of() : List.of("Measure <standing>."),
                "She fell",
                state == CaseState.VISIBLE ? ADA : null,
                draft ? 0 : 3,
                2,
                1,
                AT,
                4,
                state == CaseState.QUEUED ? "Ben <B>" : null);
    }

    private static List<Sample> stories() {
        return Stream.concat(
                        Arrays.stream(CaseState.values())
                                .map(state -> page(story(state, ADA, false, ALL), AUTHORITY, null)),
                        Stream.of(
                                page(story(CaseState.VISIBLE, null, false, NONE), null, null),
                                page(story(CaseState.VISIBLE, ADA, true, ALL), null, refused()),
                                bare()))
                .map(page -> new Sample("cases/story", page))
                .toList();
    }

    private static List<Sample> reviews() {
        return List.of(
                new Sample(
                        "cases/review",
                        new ReviewPage(story(CaseState.QUEUED, ADA, false, ALL), wrong("comment"))),
                new Sample(
                        "cases/review",
                        new ReviewPage(
                                null, Filled.of(new Form(Map.of("comment", List.of("x<y")))))));
    }

    private static Doubt doubt(String passage, int start, boolean certain) {
        return new Doubt(
                "story",
                new Passage(
                        Kind.NAME,
                        passage,
                        start,
                        "…<before> ",
                        " & after",
                        certain,
                        List.of(new Widening(start, start + passage.length(), "<the patient>"))));
    }

    private static List<Sample> talk() {
        CaseStory story = story(CaseState.VISIBLE, ADA, true, ALL);
        return List.of(
                new Sample(
                        "cases/discussed",
                        new DiscussedPage(
                                COMMUNITY,
                                story,
                                new Slice<>(List.of(ForumSamples.row(false)), "next"))),
                new Sample(
                        "cases/discussed",
                        new DiscussedPage(COMMUNITY, story, new Slice<>(List.of(), null))));
    }

    private static List<Sample> past() {
        CaseStory story = story(CaseState.VISIBLE, ADA, true, ALL);
        var first = new CaseRevision(2, 1, AT);
        var last = new CaseRevision(5, 2, AT);
        Map<String, String> before =
                Map.of("title", "A <fall>", "outcome", "mixed", "setting", "home", "named", "true");
        Map<String, String> after =
                Map.of(
                        "title",
                        "The <fall>",
                        "outcome",
                        "failure",
                        "patient_view",
                        "yes",
                        "named",
                        "false");
        return Stream.of(
                        new CaseHistory(story, List.of(first, last), last, before, after),
                        new CaseHistory(story, List.of(first, last), first, null, before),
                        new CaseHistory(story, List.of(first), first, after, after))
                .map(history ->
                        new RevisionsPage(COMMUNITY, history, List.of(), history.before() == before)
                                .compared(UnaryOperator.identity()))
                .map(page -> new Sample("cases/revisions", page))
                .toList();
    }

    private static List<Sample> steps() {
        CaseStory draft = story(CaseState.DRAFT, ADA, false, ALL);
        Filled there = StoryForm.filled(draft);
        var doubted =
                new Readiness(
                        List.of("title", "story", "outcome", "learning", "authority"),
                        List.of(
                                doubt("Margaret <W>", 3, false),
                                doubt("12 & 34", 30, true),
                                doubt("Margaret <W>", 60, false)),
                        List.of(new Readiness.Confirmed("led", "name", "Crohn", "An <eponym>")));
        var ready = new Readiness(List.of(), List.of(), List.of());
        return Stream.of(
                        writing(draft, "told", there, null),
                        new WritePage(
                                COMMUNITY,
                                draft,
                                "told",
                                there,
                                null,
                                "cases.part-meanwhile",
                                List.of(new WritePage.Met("story", "Other <words>")),
                                OFFERED,
                                null,
                                null),
                        new WritePage(
                                COMMUNITY,
                                story(CaseState.VISIBLE, ADA, true, ALL),
                                "edit",
                                there,
                                null,
                                "",
                                List.of(),
                                OFFERED,
                                AT,
                                fate(CaseState.HIDDEN)),
                        writing(draft, "known", there, null),
                        writing(draft, "known", wrong("title", "outcome", "took_part"), null),
                        writing(draft, "right", Filled.empty(), null),
                        writing(draft, "right", StoryForm.filled(AUTHORITY), null),
                        writing(draft, "right", wrong("ground", "of_whom"), null),
                        writing(draft, "look", Filled.empty(), doubted),
                        writing(draft, "look", wrong("reader"), ready),
                        writing(
                                story(CaseState.VISIBLE, ADA, true, ALL),
                                "edit",
                                wrong("story"),
                                null),
                        writing(
                                story(CaseState.VISIBLE, ADA, true, ALL),
                                "edit",
                                wrong("story"),
                                doubted))
                .map(page -> new Sample("cases/write", page))
                .toList();
    }

    private static WritePage writing(
            CaseStory story, String step, Filled filled, @Nullable Readiness readiness) {
        return new WritePage(
                COMMUNITY,
                story,
                step,
                filled,
                readiness,
                "",
                List.of(),
                OFFERED,
                null,
                step.equals("right") ? null : fate(story.state()));
    }

    private static Filled wrong(String... fields) {
        return Filled.refused(
                new Form(Map.of("story", List.of("x<y"))),
                new ProblemException(
                        new Problem.Invalid(
                                Arrays.stream(fields)
                                        .map(field ->
                                                new Problem.Field(field, "cases.missing.title"))
                                        .toList())));
    }

    private static Filled refused() {
        return Filled.refused(
                new Form(Map.of("note", List.of("x<y"), "setting", List.of("home"))),
                new ProblemException(
                        new Problem.Invalid("result", "cases.choice.none-such", "worked")));
    }

    private static StoryPage page(
            CaseStory story, @Nullable Authority authority, @Nullable Filled refused) {
        boolean plain = story.author() == null;
        var trial = new Trial(ADA, Result.PARTLY, Setting.LONG_TERM_CARE, "The <round>", AT);
        var after =
                new Aftermath(
                        List.of(new FollowUp(9, 6, "Well", new Html("<p>Well</p>", 4), AT)),
                        List.of(new Tally("long_term_care", 1, 1, 1), new Tally("home", 30, 0, 0)),
                        List.of(trial),
                        plain ? null : trial,
                        plain ? Set.of() : Set.of(Word.SAME, Word.THANKS));
        return new StoryPage(
                COMMUNITY,
                story,
                after,
                authority,
                plain ? null : fate(story.state()),
                !plain,
                !plain,
                new Slice<>(
                        plain
                                ? List.of()
                                : List.of(ForumSamples.row(false), ForumSamples.row(true)),
                        plain ? null : "next"),
                Map.of("<p>Well</p>", "<p>Well &amp; named</p>"),
                !plain,
                refused == null ? Filled.empty() : refused,
                plain ? new StoryCard("She <fell>", "{}") : null,
                refused == null ? Filled.empty() : refused);
    }

    private static Fate fate(CaseState state) {
        return switch (state) {
            case DRAFT, QUEUED ->
                    new Fate(
                            "returned",
                            "Too <near>",
                            List.of(
                                    new Fate.Note("came", "How <long>?"),
                                    new Fate.Note("known", "Which <home>?")));
            case VISIBLE -> new Fate("released", "Well <told>", List.of());
            case HIDDEN -> new Fate("hidden_by_report", "", List.of());
            case WITHDRAWN -> new Fate("case_hidden", "A <name>", List.of());
        };
    }

    /// One of which hardly anything is known yet.
    private static StoryPage bare() {
        return new StoryPage(
                COMMUNITY,
                new CaseStory(
                        3,
                        1,
                        "home-care",
                        "Home care",
                        Facts.NONE,
                        List.of(new Section(Part.STORY, "She <fell>", new Html("", 0), 1)),
                        CaseState.DRAFT,
                        ADA,
                        true,
                        AT,
                        AT,
                        null,
                        0,
                        0,
                        0,
                        0,
                        Visibility.PRIVATE,
                        "",
                        false,
                        Course.NONE,
                        null,
                        MEMBER,
                        NONE),
                new Aftermath(List.of(), List.of(), List.of(), null, Set.of()),
                null,
                null,
                false,
                false,
                new Slice<>(List.of(), null),
                Map.of(),
                false,
                Filled.empty(),
                null,
                Filled.empty());
    }

    private static CaseStory story(
            CaseState state, @Nullable Author author, boolean named, CaseRights may) {
        var facts =
                new Facts(
                        "When the <tablets> made the fall",
                        "fr",
                        Outcome.MIXED,
                        Setting.HOME,
                        "Rural & small",
                        List.of("falls", "a&b"),
                        List.of("deprescribing"),
                        List.of("Measure <standing>."),
                        List.of(new Participant("a <pharmacist>", Way.CONSULTATION)),
                        "family physician",
                        PatientView.YES,
                        "To make <my> own tea",
                        named,
                        false);
        return new CaseStory(
                3,
                1,
                "home-care",
                "Home care",
                facts,
                Arrays.stream(Part.values())
                        .map(part -> new Section(part, "Words", new Html("<p>Words</p>", 4), 1))
                        .toList(),
                state,
                author,
                false,
                AT,
                AT,
                state == CaseState.DRAFT ? null : AT,
                1,
                33,
                2,
                1,
                Visibility.PUBLIC,
                state == CaseState.WITHDRAWN ? "The <family> asked" : "",
                true,
                state == CaseState.HIDDEN
                        ? new Course(AT, "I took <her> name out", null, null, null)
                        : new Course(null, "", AT, AT.plusSeconds(60), named ? ADA : null),
                null,
                MEMBER,
                may);
    }

    private CaseSamples() {}
}
