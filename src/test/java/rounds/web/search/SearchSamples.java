package rounds.web.search;

import rounds.community.Acquaintance;
import rounds.community.Mine;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Excerpt;
import rounds.kernel.Problem;
import rounds.search.Called;
import rounds.search.Passage;
import rounds.search.Respelt;
import rounds.search.SearchHit;
import rounds.search.SearchResults;
import rounds.search.Unclear;
import rounds.search.Understood;
import rounds.start.Begun;
import rounds.support.Sample;

import java.time.Instant;
import java.util.List;

public final class SearchSamples {
    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");
    private static final Question ASKED =
            new Question("inbox", "home-care", "challenge", null, null, null, null, null, null);
    private static final List<Mine> OTHERS = List.of(new Mine(7, "home-care", "Home care"));
    private static final List<Acquaintance> PEOPLE =
            List.of(
                    new Acquaintance(2, "ben", "Ben <b>", "Nurse", "Hillside"),
                    new Acquaintance(3, "cleo", "Cleo", "", ""));
    private static final List<Begun> BEGUN =
            List.of(new Begun(new ContentRef(ContentType.DISCUSSION, 3), "Why <not>"));
    private static final Passage PASSAGE =
            new Passage(
                    List.of(
                            new Passage.Segment("The ", false),
                            new Passage.Segment("inbox", true)));

    public static final List<SearchHit> HITS = List.of(hit(2));

    public static final List<Sample> ALL =
            List.of(
                    new Sample(
                            "search/results",
                            new ResultsPage(
                                    ASKED,
                                    results(Understood.Match.BEST, List.of(hit(2), hit(1))),
                                    List.of(),
                                    PEOPLE,
                                    OTHERS,
                                    BEGUN)),
                    new Sample(
                            "search/results",
                            new ResultsPage(
                                    ASKED,
                                    results(Understood.Match.ALL, List.of()),
                                    List.of(),
                                    PEOPLE,
                                    OTHERS,
                                    BEGUN)),
                    new Sample(
                            "search/results",
                            new ResultsPage(
                                    ASKED,
                                    results(Understood.Match.NOTHING, List.of()),
                                    List.of(),
                                    PEOPLE,
                                    OTHERS,
                                    BEGUN)),
                    new Sample(
                            "search/results",
                            new ResultsPage(
                                    ASKED,
                                    null,
                                    List.of(new Problem.Field("q", "search.q.long", 1_000)),
                                    List.of(),
                                    List.of(),
                                    List.of())));

    private static SearchResults results(Understood.Match match, List<SearchHit> hits) {
        var none = List.<String>of();
        return new SearchResults(
                hits,
                hits.size(),
                hits.size(),
                COUNTS,
                "next",
                new Understood(
                        List.of("inbox"),
                        List.of(new Respelt("inbux", "inbox")),
                        none,
                        none,
                        List.of("foot OR <eye>"),
                        Map.of(),
                        null,
                        null,
                        List.of(
                                new Unclear("kind:<x>", "kind"),
                                new Unclear("bo", "person"),
                                new Unclear(
                                        "a<b>",
                                        "people",
                                        List.of(
                                                new Called(1, "ada", "Ada <b>"),
                                                new Called(2, "abe", "Abe")))),
                        match),
                false);
    }

    private static SearchHit hit(int number) {
        var excerpt =
                new Excerpt(
                        new ContentRef(ContentType.POST, 9),
                        new ContentRef(ContentType.DISCUSSION, 3),
                        "Whose inbox is it?",
                        "The inbox",
                        "/d/x",
                        number,
                        "challenge",
                        "fr",
                        List.of("lists"),
                        "home-care",
                        "Home care",
                        "ada.lind",
                        "Ada Lind",
                        "Family physician",
                        AT,
                        null,
                        null);
        return new SearchHit(excerpt, PASSAGE, PASSAGE);
    }

    private SearchSamples() {}
}
