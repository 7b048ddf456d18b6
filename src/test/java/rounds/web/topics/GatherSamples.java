package rounds.web.topics;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Author;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Excerpt;
import rounds.kernel.ProblemException;
import rounds.kernel.Titled;
import rounds.platform.database.Slice;
import rounds.platform.markdown.Html;
import rounds.support.Sample;
import rounds.topics.AgreedApproach;
import rounds.topics.Agreement;
import rounds.topics.AgreementState;
import rounds.topics.Gathered;
import rounds.topics.Guest;
import rounds.topics.MyStance;
import rounds.topics.OfferedTopic;
import rounds.topics.QuestionState;
import rounds.topics.Said;
import rounds.topics.Shelf;
import rounds.topics.ShelfChoice;
import rounds.topics.ShelfEntry;
import rounds.topics.Shelved;
import rounds.topics.Stance;
import rounds.topics.Topic;
import rounds.topics.TopicQuestion;
import rounds.topics.TopicRights;
import rounds.topics.TopicState;
import rounds.topics.TopicUse;
import rounds.topics.UsedInPractice;
import rounds.web.page.Filled;
import rounds.web.page.Focus;
import rounds.web.page.Form;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

public final class GatherSamples {
    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");
    private static final Author ADA = new Author(7, "ada.lind", "Ada <Lind>", "Nurse");
    private static final Author BEN = new Author(8, "ben", "Ben & Co", "");
    private static final Topic TOPIC =
            TopicSamples.topic(
                    TopicState.OPEN,
                    null,
                    new TopicRights(true, true, true, true, true, true, true, true));

    private static final List<ShelfEntry> ENTRIES =
            List.of(
                    entry(ContentType.DISCUSSION, 11, "challenge", "Read <this> first"),
                    entry(ContentType.POST, 12, null, ""),
                    entry(ContentType.POST, 13, "success", "Fits"),
                    entry(ContentType.RESOURCE, 14, "tool", "Page 7"),
                    entry(ContentType.CASE_STORY, 15, "mixed", "Honest"));
    private static final List<ShelfEntry> SUGGESTED =
            List.of(
                    entry(ContentType.DISCUSSION, 21, "question", "It <helped> me"),
                    entry(ContentType.RESOURCE, 22, "guideline", ""),
                    entry(ContentType.POST, 23, null, ""),
                    entry(ContentType.CASE_STORY, 24, "success", ""));

    private static ShelfEntry entry(ContentType type, long id, @Nullable String kind, String why) {
        return new ShelfEntry(titled(type, id, kind), why, ADA, AT);
    }

    private static Titled titled(ContentType type, long id, @Nullable String kind) {
        return new Titled(
                new ContentRef(type, id), "Three <prescribers> " + id, "/d/1", kind, "fr");
    }

    private static final Shelved SHELF = new Shelved(ENTRIES, "more", SUGGESTED, 2, 4, true, true);
    private static final Shelved LONG =
            new Shelved(
                    IntStream.range(100, 120)
                            .mapToObj(id -> entry(ContentType.RESOURCE, id, "tool", ""))
                            .toList(),
                    null,
                    List.of(),
                    0,
                    0,
                    false,
                    true);

    private static final List<TopicQuestion> QUESTIONS =
            List.of(
                    question(31, QuestionState.OPEN, null, false),
                    question(32, QuestionState.OPEN, null, false),
                    question(
                            33,
                            QuestionState.ANSWERED,
                            titled(ContentType.RESOURCE, 14, "tool"),
                            false),
                    question(34, QuestionState.ANSWERED, null, true),
                    question(35, QuestionState.DROPPED, null, false));

    private static TopicQuestion question(
            long id, QuestionState state, @Nullable Titled pointer, boolean closed) {
        boolean open = state == QuestionState.OPEN;
        return new TopicQuestion(
                id,
                "What if the <clinic> disagrees?",
                state,
                open ? "" : "We <ask>",
                pointer,
                closed,
                id == 31 ? ADA : null,
                AT,
                open ? null : AT,
                id != 32);
    }

    private static Agreement agreement(
            int number, AgreementState state, boolean past, @Nullable Stance mine, int agreed) {
        boolean open = state == AgreementState.OPEN;
        return new Agreement(
                40 + number,
                number,
                "The *newest* first.",
                new Html("<p>The <em>newest</em> first.</p>", 5),
                number == 1 ? null : ADA,
                AT,
                AT,
                past ? LocalDate.of(2026, 12, 5) : null,
                past,
                state,
                open ? null : AT,
                open ? "" : "Slower <now>",
                agreed,
                agreed == 0 ? 0 : 5,
                agreed == 0 ? 0 : 2,
                agreed == 0 ? 0 : 1,
                mine == null ? null : new MyStance(mine, "Too <fast>", AT));
    }

    private static final List<Agreement> EARLIER =
            List.of(
                    agreement(1, AgreementState.WITHDRAWN, true, null, 0),
                    agreement(2, AgreementState.NOT_AGREED, true, null, 7));

    private static AgreedApproach approach(boolean past, @Nullable Stance mine) {
        return new AgreedApproach(
                agreement(4, AgreementState.OPEN, past, mine, mine == null ? 0 : 1),
                agreement(3, AgreementState.AGREED, true, null, 38),
                EARLIER,
                true,
                true,
                !past);
    }

    private static final List<Guest> GUESTS =
            List.of(
                    new Guest(51, "coast", "Coast & sea", AT, null),
                    new Guest(52, "hill", "Hill", AT, AT));

    /// What is gathered around topics, each with something else.
    static final List<Gathered> AROUND =
            Stream.concat(
                            Arrays.stream(Stance.values())
                                    .map(stance -> around(SHELF, approach(false, stance))),
                            Stream.of(
                                    around(LONG, approach(true, null)),
                                    around(SHELF, approach(false, null)),
                                    around(
                                            LONG,
                                            new AgreedApproach(
                                                    null,
                                                    agreement(
                                                            3,
                                                            AgreementState.AGREED,
                                                            true,
                                                            null,
                                                            1),
                                                    List.of(),
                                                    false,
                                                    true,
                                                    false)),
                                    new Gathered(
                                            new Shelved(
                                                    List.of(), null, List.of(), 0, 0, true, true),
                                            List.of(),
                                            new AgreedApproach(
                                                    null, null, List.of(), true, true, false),
                                            new UsedInPractice(0, List.of(), null, true),
                                            List.of(),
                                            null),
                                    Gathered.NOTHING))
                    .toList();

    private static Gathered around(Shelved shelf, AgreedApproach agreed) {
        var use = new TopicUse(ADA, "Fits <well>", AT);
        return new Gathered(
                shelf,
                QUESTIONS,
                agreed,
                new UsedInPractice(2, List.of(use), new TopicUse(BEN, "", AT), true),
                GUESTS,
                titled(ContentType.RESOURCE, 91, "article"));
    }

    public static final List<Sample> PAGES =
            Stream.of(topics(), reading(), shelves(), adding(), acts(), agreements(), guests())
                    .flatMap(List::stream)
                    .toList();

    private static List<Sample> topics() {
        return AROUND.stream()
                .map(around -> TopicSamples.page(TopicSamples.COMMUNITY, TOPIC, around))
                .toList();
    }

    private static List<Sample> reading() {
        return List.of(
                new Sample(
                        "topics/reading",
                        new ReadingPage(
                                TopicSamples.COMMUNITY,
                                TOPIC,
                                new Shelf.Part(41, new Slice<>(ENTRIES, "more")))),
                new Sample(
                        "topics/reading",
                        new ReadingPage(
                                null, TOPIC, new Shelf.Part(1, new Slice<>(List.of(), null)))));
    }

    private static List<Sample> shelves() {
        var refused =
                Filled.refused(
                        new Form(Map.of("content", List.of("<nowhere>"))),
                        ProblemException.invalid("content", "gather.pointer.unknown"));
        var excerpt =
                new Excerpt(
                        new ContentRef(ContentType.RESOURCE, 61),
                        new ContentRef(ContentType.RESOURCE, 61),
                        "A <guide>",
                        "Words",
                        "/r/1",
                        1,
                        "tool",
                        "fr",
                        List.of(),
                        "home-care",
                        "Home care & more",
                        "ada.lind",
                        "Ada <Lind>",
                        null,
                        AT,
                        null,
                        null);
        return List.of(
                shelf(
                        SHELF,
                        List.of(excerpt),
                        new Focus(12, "up", "A <title>", 2, 5, true),
                        null,
                        "",
                        Filled.empty()),
                shelf(
                        SHELF,
                        List.of(),
                        new Focus(11, "top", "A <title>", 1, 5, false),
                        null,
                        "",
                        refused),
                shelf(
                        SHELF,
                        List.of(),
                        new Focus(15, "place", "A", 5, 5, false),
                        null,
                        "",
                        Filled.empty()),
                shelf(
                        SHELF,
                        List.of(),
                        new Focus(14, "take", "A", 0, 5, false),
                        new ShelfPage.Taken(titled(ContentType.POST, 17, null), 3, "Why <so>"),
                        "",
                        Filled.empty()),
                shelf(SHELF, List.of(), null, null, "gather.shelf.moved-meanwhile", Filled.empty()),
                shelf(
                        new Shelved(List.of(), null, List.of(), 0, 0, false, false),
                        List.of(),
                        null,
                        null,
                        "",
                        Filled.empty()));
    }

    private static Sample shelf(
            Shelved shelf,
            List<Excerpt> alike,
            @Nullable Focus focus,
            ShelfPage.@Nullable Taken taken,
            String problem,
            Filled filled) {
        return new Sample(
                "topics/shelf",
                new ShelfPage(
                        TopicSamples.COMMUNITY,
                        TOPIC,
                        shelf,
                        alike,
                        focus,
                        taken,
                        problem,
                        filled));
    }

    private static List<Sample> adding() {
        Titled titled = titled(ContentType.RESOURCE, 14, "tool");
        List<ShelfChoice> choices =
                List.of(
                        choice(true, null),
                        choice(false, null),
                        choice(true, "shelved"),
                        choice(false, "suggested"));
        return List.of(
                new Sample("topics/add", new AddPage(titled, choices, Filled.empty())),
                new Sample("topics/add", new AddPage(titled, List.of(), Filled.empty())),
                new Sample(
                        "topics/add", new AddPage(titled, choices.subList(2, 4), Filled.empty())),
                new Sample(
                        "topics/add",
                        new AddPage(
                                titled,
                                choices,
                                Filled.refused(
                                        new Form(Map.of("why", List.of("So <so>"))),
                                        ProblemException.invalid("topic", "gather.add.which")))));
    }

    private static ShelfChoice choice(boolean curates, @Nullable String stands) {
        return new ShelfChoice(
                3, "How <low>?", "fr", 1, "home-care", "Home care & more", curates, stands);
    }

    private static List<Sample> acts() {
        return Stream.of("ask", "answer", "put", "stand", "result", "practice", "offer", "keep")
                .flatMap(act ->
                        Stream.of(
                                act(act, Filled.empty(), "topics.not-under-way"),
                                act(act, refused(act), "")))
                .toList();
    }

    private static Filled refused(String act) {
        String field =
                switch (act) {
                    case "ask" -> "question";
                    case "answer" -> "pointer";
                    case "put" -> "closes";
                    case "stand" -> "stance";
                    case "result" -> "result";
                    case "practice" -> "note";
                    case "keep" -> "title";
                    default -> "community";
                };
        return Filled.refused(
                new Form(Map.of(field, List.of("<what>"))),
                ProblemException.invalid(field, "gather.pointer.unknown"));
    }

    private static Sample act(String act, Filled filled, String problem) {
        boolean stated = act.equals("stand") || act.equals("result");
        return new Sample(
                "topics/act",
                new GatherPage(
                        act,
                        TopicSamples.COMMUNITY,
                        TOPIC,
                        act.equals("answer") ? QUESTIONS.getFirst() : null,
                        stated ? agreement(4, AgreementState.OPEN, false, null, 3) : null,
                        filled,
                        problem));
    }

    private static List<Sample> agreements() {
        AgreedApproach agreed = approach(false, Stance.CONCERN);
        List<Said> said =
                Arrays.stream(Stance.values())
                        .map(stance ->
                                new Said(
                                        stance == Stance.AGREE ? BEN : ADA,
                                        stance,
                                        stance.needsReason() ? "So <so>" : "",
                                        AT))
                        .toList();
        return List.of(
                new Sample(
                        "topics/agreement",
                        new AgreementPage(
                                TopicSamples.COMMUNITY, TOPIC, agreed, agreed.open(), said)),
                new Sample(
                        "topics/agreement",
                        new AgreementPage(null, TOPIC, AgreedApproach.NOTHING, null, List.of())));
    }

    private static List<Sample> guests() {
        List<OfferedTopic> topics = List.of(offered(null), offered(AT));
        return List.of(
                new Sample("topics/guests", new GuestsPage(TopicSamples.COMMUNITY, topics)),
                new Sample("topics/guests", new GuestsPage(TopicSamples.COMMUNITY, List.of())));
    }

    private static OfferedTopic offered(@Nullable Instant accepted) {
        return new OfferedTopic(
                71, "How <low>?", "fr", "Which first?", "published", "Coast & sea", AT, accepted);
    }

    private GatherSamples() {}
}
