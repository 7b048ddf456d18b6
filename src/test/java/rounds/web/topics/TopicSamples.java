package rounds.web.topics;

import org.jspecify.annotations.Nullable;

import rounds.community.Community;
import rounds.community.LogEntry;
import rounds.community.Role;
import rounds.community.Standing;
import rounds.community.Visibility;
import rounds.community.Waiting;
import rounds.kernel.Author;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.ProblemException;
import rounds.platform.difference.Segment;
import rounds.platform.markdown.Html;
import rounds.platform.markdown.Sentences;
import rounds.support.Sample;
import rounds.topics.Gathered;
import rounds.topics.Pursuit;
import rounds.topics.Source;
import rounds.topics.Sources;
import rounds.topics.Suggestion;
import rounds.topics.Summary;
import rounds.topics.SummaryHistory;
import rounds.topics.SummaryText;
import rounds.topics.SummaryVersion;
import rounds.topics.Topic;
import rounds.topics.TopicPart;
import rounds.topics.TopicRights;
import rounds.topics.TopicState;
import rounds.topics.TopicSummary;
import rounds.web.forum.ForumSamples;
import rounds.web.page.Filled;
import rounds.web.page.Form;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

public final class TopicSamples {
    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");
    private static final Author NOOR = new Author(7, "noor", "Noor <Haddad>", "Physician");
    private static final Author JONAH = new Author(8, "jonah", "Jonah & Reyes", "");
    private static final TopicRights ALL =
            new TopicRights(true, true, true, true, true, true, true, true);
    private static final TopicRights NONE =
            new TopicRights(false, false, false, false, false, false, false, false);
    static final Community COMMUNITY =
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
                    new Standing(Visibility.PUBLIC, Set.of(Role.MEMBER)),
                    Set.of("read", "propose"),
                    null);
    private static final List<LogEntry> HISTORY =
            List.of(
                    entry("topic_curator_named", "Jonah & Reyes", ""),
                    entry("topic_declined", null, "Too <broad>"));

    private static LogEntry entry(String act, @Nullable String person, String reason) {
        return new LogEntry(
                9,
                act,
                "noor",
                "Noor <Haddad>",
                "topic",
                3L,
                person == null ? null : "jonah",
                person,
                "",
                reason,
                AT);
    }

    private static final List<Source> SOURCES =
            Arrays.stream(Source.Became.values())
                    .filter(one -> one != Source.Became.GONE)
                    .map(one -> source(one, "When the <tablets> made the fall"))
                    .toList();
    private static final List<Source> GONE = List.of(source(Source.Became.GONE, ""));
    private static final Sources CITED =
            new Sources(
                    0,
                    SOURCES,
                    GONE,
                    IntStream.rangeClosed(0, Source.Became.values().length)
                            .boxed()
                            .collect(
                                    Collectors.toMap(
                                            n -> new ContentRef(ContentType.POST, 50 + n),
                                            n ->
                                                    Source.Became.values()[
                                                            n % Source.Became.values().length])));

    private static Source source(Source.Became became, String title) {
        return new Source(
                new ContentRef(
                        became == Source.Became.VERSION
                                ? ContentType.RESOURCE
                                : became == Source.Became.LATER
                                        ? ContentType.CASE_STORY
                                        : ContentType.POST,
                        50 + became.ordinal()),
                became == Source.Became.VERSION ? 7 : null,
                AT,
                title,
                "fr",
                "",
                4,
                "Grace <Lindqvist>",
                became,
                became == Source.Became.EDITED ? AT : null,
                3);
    }

    private static final Summary SUMMARY =
            new Summary(
                    6,
                    new Html("<p>Most measured sitting.</p>", 5),
                    "Weekends & more",
                    NOOR,
                    JONAH,
                    AT);

    public static final List<TopicSummary> ROWS =
            Arrays.stream(TopicState.values()).map(TopicSamples::row).toList();

    public static final List<Sample> PAGES =
            Stream.of(topics(), lists(), forms(), writing(), suggesting())
                    .flatMap(List::stream)
                    .toList();

    private static TopicSummary row(TopicState state) {
        return new TopicSummary(
                3,
                state == TopicState.REVIEW ? "" : "home-care",
                "Home care & more",
                "How <low> is too low?",
                "Which medicine goes first?",
                state == TopicState.OPEN ? "fr" : "en",
                state,
                List.of("falls"),
                LocalDate.parse("2026-01-15"),
                LocalDate.parse("2026-06-30"),
                null,
                14,
                true,
                6,
                4,
                JONAH,
                List.of("Noor <Haddad>"),
                AT);
    }

    private static List<Sample> lists() {
        List<TopicListPage.Group> groups =
                Arrays.stream(TopicPart.values())
                        .map(part ->
                                new TopicListPage.Group(
                                        part, ROWS, "/c/x/focus?part=open&tag=a", true))
                        .toList();
        return List.of(
                new Sample("topics/list", new TopicListPage(COMMUNITY, groups, null, null, null)),
                new Sample(
                        "topics/list", new TopicListPage(COMMUNITY, List.of(), null, null, null)),
                new Sample(
                        "topics/list",
                        new TopicListPage(
                                COMMUNITY,
                                List.of(new TopicListPage.Group(TopicPart.OPEN, ROWS, "", false)),
                                TopicPart.OPEN,
                                "falls",
                                "next")));
    }

    private static final List<Segment> SEGMENTS =
            List.of(Segment.same("Most "), Segment.removed("<all>"), Segment.added("of & us"));

    /// @param reads who reads the topic
    private static Sample readers(Visibility reads, String problem) {
        return new Sample(
                "topics/readers",
                new ReadersPage(
                        COMMUNITY,
                        topic(TopicState.PUBLISHED, SUMMARY, ALL, reads),
                        List.of(NOOR, JONAH),
                        problem.isEmpty()
                                ? Filled.empty()
                                : Filled.refused(
                                        new Form(Map.of()),
                                        ProblemException.invalid(
                                                "agreed", "topics.readers.agreed.missing")),
                        problem));
    }

    private static List<Sample> writing() {
        Topic topic = topic(TopicState.PUBLISHED, SUMMARY, ALL);
        var history =
                new SummaryHistory(
                        topic,
                        List.of(
                                new SummaryVersion(
                                        6,
                                        "A <note>",
                                        "noor",
                                        "Noor <Haddad>",
                                        "Jonah & Reyes",
                                        AT),
                                new SummaryVersion(5, "", "noor", "Noor <Haddad>", null, AT)),
                        new SummaryText(5, "Most all"),
                        new SummaryText(6, "Most of & us"));
        return List.of(
                write(false, List.of(), null, ""),
                write(
                        false,
                        Stream.concat(SOURCES.stream(), GONE.stream())
                                .filter(Source::isChanged)
                                .toList(),
                        new WriteSummaryPage.Met(7, SEGMENTS, SEGMENTS, "Their <text>", false),
                        ""),
                write(
                        false,
                        List.of(),
                        new WriteSummaryPage.Met(7, SEGMENTS, SEGMENTS, "Their <text>", true),
                        ""),
                write(true, List.of(), null, "topics.not-under-way"),
                new Sample(
                        "topics/sources",
                        new SourcesPage(
                                COMMUNITY,
                                topic,
                                new CitedSummary(
                                        "", CITED, false, "/focus/3/sources", List.of(), List.of()),
                                true)),
                new Sample(
                        "topics/sources", new SourcesPage(null, topic, CitedSummary.NONE, false)),
                readers(Visibility.PUBLIC, ""),
                readers(Visibility.LISTED, ""),
                readers(Visibility.LISTED, "topics.readers.meanwhile"),
                new Sample("topics/history", new HistoryPage(COMMUNITY, topic, HISTORY)),
                new Sample("topics/versions", new VersionsPage(COMMUNITY, history, SEGMENTS)),
                new Sample(
                        "topics/versions",
                        new VersionsPage(
                                COMMUNITY,
                                new SummaryHistory(
                                        topic,
                                        history.versions(),
                                        new SummaryText(0, ""),
                                        new SummaryText(1, "First")),
                                SEGMENTS)));
    }

    private static Sample write(
            boolean suggested,
            List<Source> changed,
            WriteSummaryPage.@Nullable Met met,
            String problem) {
        return new Sample(
                "topics/write",
                new WriteSummaryPage(
                        COMMUNITY,
                        topic(TopicState.OPEN, SUMMARY, ALL),
                        suggested,
                        ForumSamples.box(Filled.with(Map.of("body", "Most of & us")), null, true),
                        changed,
                        met,
                        problem));
    }

    private static List<Sample> suggesting() {
        Topic topic = topic(TopicState.OPEN, SUMMARY, ALL);
        Topic read = topic(TopicState.OPEN, SUMMARY, NONE);
        List<Suggestion> all =
                Arrays.stream(Suggestion.State.values()).map(TopicSamples::suggestion).toList();
        Filled filled = Filled.with(Map.of("body", "Most of & us"));
        var refused =
                Filled.refused(
                        new Form(Map.of("reason", List.of(""))),
                        ProblemException.invalid("reason", "forum.reason.missing"));
        return List.of(
                new Sample("topics/suggestions", new SuggestionsPage(COMMUNITY, topic, all)),
                new Sample("topics/suggestions", new SuggestionsPage(COMMUNITY, read, List.of())),
                new Sample(
                        "topics/suggestion",
                        new SuggestionPage(
                                COMMUNITY,
                                topic,
                                all.getFirst(),
                                SEGMENTS,
                                SEGMENTS,
                                6,
                                true,
                                refused,
                                "")),
                new Sample(
                        "topics/suggestion",
                        new SuggestionPage(
                                COMMUNITY,
                                read,
                                all.getFirst(),
                                SEGMENTS,
                                List.of(),
                                6,
                                false,
                                filled,
                                "topics.suggestion.moved-on")),
                new Sample(
                        "topics/suggestion",
                        new SuggestionPage(
                                COMMUNITY,
                                topic,
                                all.get(2),
                                SEGMENTS,
                                List.of(),
                                6,
                                false,
                                filled,
                                "")));
    }

    private static Suggestion suggestion(Suggestion.State state) {
        boolean decided = state == Suggestion.State.ACCEPTED || state == Suggestion.State.DECLINED;
        return new Suggestion(
                12,
                3,
                5,
                "Most of & us",
                state == Suggestion.State.WITHDRAWN ? "" : "Clearer <so>",
                JONAH,
                true,
                AT,
                state,
                decided ? "Noor <Haddad>" : null,
                state == Suggestion.State.WAITING ? null : AT,
                state == Suggestion.State.DECLINED ? "Not <so>" : "");
    }

    private static List<Sample> forms() {
        Topic topic = topic(TopicState.OPEN, SUMMARY, ALL);
        var refused =
                Filled.refused(
                        new Form(Map.of("title", List.of(""), "question", List.of("A <q>"))),
                        ProblemException.invalid("title", "forum.title.missing"));
        return List.of(
                new Sample("topics/form", new TopicFormPage(COMMUNITY, null, Filled.empty(), "")),
                new Sample("topics/form", new TopicFormPage(COMMUNITY, null, refused, "")),
                new Sample(
                        "topics/form",
                        new TopicFormPage(
                                COMMUNITY,
                                topic,
                                TopicForm.filled(topic),
                                "topics.changed-meanwhile")));
    }

    private static List<Sample> topics() {
        return Stream.concat(
                        Arrays.stream(TopicState.values())
                                .map(state -> page(COMMUNITY, topic(state, SUMMARY, ALL))),
                        Stream.of(
                                page(COMMUNITY, topic(TopicState.OPEN, null, NONE)),
                                page(null, topic(TopicState.PUBLISHED, SUMMARY, NONE))))
                .toList();
    }

    static Sample page(@Nullable Community community, Topic topic) {
        return page(community, topic, Gathered.NOTHING);
    }

    static Sample page(@Nullable Community community, Topic topic, Gathered around) {
        return new Sample(
                "topics/topic",
                new TopicPage(
                        community,
                        topic,
                        topic.state() == TopicState.PUBLISHED
                                ? new TopicCard("Which?", "{}")
                                : null,
                        topic.summary() == null
                                ? CitedSummary.NONE
                                : new CitedSummary(
                                        "<p>Most measured.</p>",
                                        CITED,
                                        true,
                                        "/focus/3/sources",
                                        List.of(
                                                new CitedSummary.Change(
                                                        2, Source.Became.EDITED, "#s2"),
                                                new CitedSummary.Change(0, Source.Became.GONE, "")),
                                        IntStream.rangeClosed(1, 12)
                                                .mapToObj(n ->
                                                        new Sentences.Sentence(
                                                                n,
                                                                n == 1 ? "" : "Most <measured>.",
                                                                List.of(0, 1)))
                                                .toList()),
                        topic.state() == TopicState.REVIEW
                                ? Filled.refused(
                                        new Form(Map.of("becomes", List.of("archived"))),
                                        ProblemException.invalid("reason", "forum.reason.missing"))
                                : Filled.empty(),
                        topic.state() == TopicState.OPEN ? "topics.moved-meanwhile" : "",
                        around));
    }

    static Topic topic(TopicState state, @Nullable Summary summary, TopicRights may) {
        return topic(state, summary, may, Visibility.PUBLIC);
    }

    private static Topic topic(
            TopicState state, @Nullable Summary summary, TopicRights may, Visibility reads) {
        return new Topic(
                3,
                1,
                "home-care",
                "Home care & more",
                new Pursuit(
                        "How <low> is too low?",
                        "When standing makes somebody fall, which medicine goes first?",
                        "Many ask & nobody knows.",
                        List.of("Know who decides", "Agree on <an order>"),
                        List.of("falls"),
                        "en",
                        LocalDate.parse("2026-01-15"),
                        LocalDate.parse("2026-06-30")),
                state,
                JONAH,
                List.of(NOOR, JONAH),
                NOOR,
                LocalDate.parse("2026-12-01"),
                state == TopicState.REVIEW,
                AT,
                state.isOpened() ? AT : null,
                state == TopicState.PUBLISHED ? AT : null,
                AT,
                true,
                true,
                false,
                true,
                reads,
                summary,
                4,
                List.of("Weekends & more"),
                2,
                14,
                3,
                true,
                null,
                state == TopicState.DECLINED ? "Too <broad>" : "",
                2,
                1,
                null,
                HISTORY,
                may);
    }

    private TopicSamples() {}
}
