package rounds.web.search;

import rounds.community.Acquaintance;
import rounds.community.Colleague;
import rounds.community.Mine;
import rounds.community.PeopleAsked;
import rounds.community.Told;
import rounds.community.ToldCount;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Excerpt;
import rounds.kernel.Problem;
import rounds.search.Called;
import rounds.search.Facet;
import rounds.search.Passage;
import rounds.search.Reason;
import rounds.search.Respelt;
import rounds.search.SavedSearch;
import rounds.search.SearchHit;
import rounds.search.SearchRequest;
import rounds.search.SearchResults;
import rounds.search.Unclear;
import rounds.search.Understood;
import rounds.start.Begun;
import rounds.support.Sample;
import rounds.web.page.Filled;
import rounds.web.page.Form;

import java.time.Instant;
import java.util.List;
import java.util.Map;

public final class SearchSamples {
    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");
    private static final Question ASKED =
            new Question(
                    Map.of(
                            "q", List.of("inbox"),
                            "community", List.of("home-care"),
                            "kind", List.of("challenge", "question"),
                            "language", List.of("fr"),
                            "from", List.of("2026-01-01"),
                            "why", List.of("yes")));
    private static final Question PAGED =
            new Question(Map.of("q", List.of("inbox"), "cursor", List.of("a", "b")));
    private static final Map<Facet, List<SearchResults.Count>> COUNTS =
            Map.of(
                    Facet.COMMUNITY,
                    List.of(
                            new SearchResults.Count("home-care", "Home <b>", 3),
                            new SearchResults.Count("emr", "EMR", 1)),
                    Facet.KIND,
                    List.of(
                            new SearchResults.Count("challenge", "challenge", 2),
                            new SearchResults.Count("guideline", "guideline", 1),
                            new SearchResults.Count("failure", "failure", 1)),
                    Facet.TYPE,
                    List.of(
                            new SearchResults.Count("post", "post", 2),
                            new SearchResults.Count("term", "term", 1)),
                    Facet.LANGUAGE,
                    List.of(
                            new SearchResults.Count("fr", "fr", 2),
                            new SearchResults.Count("pt", "pt", 1)),
                    Facet.IS,
                    List.of(
                            new SearchResults.Count("open", "open", 2),
                            new SearchResults.Count("helped", "helped", 1)),
                    Facet.FILE,
                    List.of(
                            new SearchResults.Count("pdf", "pdf", 2),
                            new SearchResults.Count("docx", "docx", 1)),
                    Facet.TAG,
                    List.of(
                            new SearchResults.Count("a<b>", "a<b>", 2),
                            new SearchResults.Count("inbox", "inbox", 1)));
    private static final List<Mine> OTHERS = List.of(new Mine(7, "home-care", "Home care"));
    private static final List<Acquaintance> PEOPLE =
            List.of(
                    new Acquaintance(2, "ben", "Ben <b>", "Nurse", "Hillside"),
                    new Acquaintance(3, "cleo", "Cleo", "", ""));
    private static final Map<Told, List<ToldCount>> TOLD =
            Map.of(
                    Told.EXPERTISE, List.of(new ToldCount("wound <care>", 3)),
                    Told.PLACE, List.of(new ToldCount("Moss Bay", 1)));
    private static final List<Begun> BEGUN =
            List.of(new Begun(new ContentRef(ContentType.DISCUSSION, 3), "Why <not>"));
    private static final Passage PASSAGE =
            new Passage(
                    List.of(
                            new Passage.Segment("The ", false),
                            new Passage.Segment("inbox", true)));

    public static final List<SearchHit> HITS = List.of(hit(2));

    private static final Asking ASKING = new Asking(ASKED, Map.of("home-care", "Home <b>"));

    private static SavedSearch saved(String name, boolean alerts) {
        return new SavedSearch(
                name.length(), name, SearchRequest.of("inbox"), alerts, AT, AT, null);
    }

    private static SearchesPage searches(Filled refused, SearchesPage.Entry... entries) {
        return new SearchesPage(List.of(entries), List.of(saved("Gone <b>", false)), refused);
    }

    private static Filled refused(String field, String why, Object... details) {
        return new Filled(
                new Form(Map.of("name", List.of("<b>"), "key", List.of("0000000000005"))),
                List.of(new Problem.Field(field, why, details)));
    }

    public static final List<Sample> ALL =
            List.of(
                    new Sample("search/help", new SearchHelpPage()),
                    new Sample("search/save", new SaveSearchPage(ASKING, Filled.empty())),
                    new Sample(
                            "search/save",
                            new SaveSearchPage(ASKING, refused("q", "searches.nothing"))),
                    new Sample(
                            "search/save",
                            new SaveSearchPage(ASKING, refused("name", "searches.too-many", 50))),
                    new Sample(
                            "search/searches",
                            new SearchesPage(List.of(), List.of(), Filled.empty())),
                    new Sample(
                            "search/searches",
                            searches(
                                    Filled.empty(),
                                    new SearchesPage.Entry(
                                            saved("Inbox <b>", true), ASKING, 3, false),
                                    new SearchesPage.Entry(
                                            saved("Faxes", false), ASKING, 0, false))),
                    new Sample(
                            "search/searches",
                            searches(
                                    refused("name", "searches.name.too-long", 100),
                                    new SearchesPage.Entry(saved("Inbox", true), ASKING, 1, true))),
                    new Sample(
                            "search/searches",
                            searches(
                                    refused("name", "searches.too-many", 50),
                                    new SearchesPage.Entry(
                                            saved("Inbox", true), ASKING, 1, false))),
                    new Sample(
                            "search/saved",
                            new SavedSearchPage(
                                    saved("Inbox <b>", true),
                                    ASKING,
                                    results(Understood.Match.ALL, List.of(group(), hit(1))),
                                    AT)),
                    new Sample(
                            "search/saved",
                            new SavedSearchPage(
                                    saved("Inbox", false),
                                    ASKING,
                                    results(Understood.Match.ALL, List.of()),
                                    AT)),
                    new Sample(
                            "search/results",
                            new ResultsPage(
                                    ASKED,
                                    results(Understood.Match.BEST, List.of(group(), hit(1))),
                                    List.of(),
                                    PEOPLE,
                                    OTHERS,
                                    "Inboxes <b>",
                                    BEGUN)),
                    new Sample(
                            "search/results",
                            new ResultsPage(
                                    ASKED,
                                    results(Understood.Match.ALL, List.of()),
                                    List.of(),
                                    PEOPLE,
                                    OTHERS,
                                    "Inboxes <b>",
                                    BEGUN)),
                    new Sample(
                            "search/results",
                            new ResultsPage(
                                    ASKED,
                                    results(Understood.Match.NOTHING, List.of()),
                                    List.of(),
                                    PEOPLE,
                                    OTHERS,
                                    "Inboxes <b>",
                                    BEGUN)),
                    new Sample(
                            "search/results",
                            new ResultsPage(
                                    ASKED,
                                    null,
                                    List.of(new Problem.Field("q", "search.q.long", 1_000)),
                                    List.of(),
                                    List.of(),
                                    "",
                                    List.of())),
                    new Sample(
                            "search/results",
                            new ResultsPage(
                                    PAGED,
                                    results(Understood.Match.ALL, List.of(group(), hit(1))),
                                    List.of(),
                                    List.of(),
                                    List.of(),
                                    "",
                                    List.of())),
                    new Sample(
                            "search/results",
                            new ResultsPage(
                                    PAGED,
                                    null,
                                    List.of(new Problem.Field("cursor", "search.cursor")),
                                    List.of(),
                                    List.of(),
                                    "",
                                    List.of())),
                    new Sample(
                            "search/recent",
                            new RecentPage(
                                    true,
                                    90,
                                    List.of(
                                            new RecentPage.Recent(
                                                    "fax <b>", "/search?q=fax+%3Cb%3E")))),
                    new Sample("search/recent", new RecentPage(true, 90, List.of())),
                    new Sample("search/recent", new RecentPage(false, 90, List.of())),
                    new Sample(
                            "search/people",
                            new PeopleFoundPage(
                                    new PeopleAsked("wuond <b>", "nurse", "", "", ""),
                                    new PeopleAsked("wound <b>", "nurse", "", "", ""),
                                    List.of(new PeopleFoundPage.Respelt("wuond", "wound")),
                                    31,
                                    List.of(
                                            colleague("Ada <Lind>", List.of("wounds", "<b>")),
                                            colleague("Ben", List.of())),
                                    "x",
                                    TOLD,
                                    List.of())),
                    new Sample(
                            "search/people",
                            new PeopleFoundPage(
                                    PeopleAsked.words("nurse"),
                                    null,
                                    List.of(),
                                    1_000,
                                    List.of(colleague("Ada", List.of())),
                                    null,
                                    Map.of(),
                                    List.of())),
                    new Sample(
                            "search/people",
                            nobody(
                                    new PeopleAsked("x y", "", "", "", ""),
                                    List.of(
                                            new PeopleMeant.Loosened(
                                                    "<x>", PeopleAsked.words("y"), 2)))),
                    new Sample("search/people", nobody(PeopleAsked.words(""), List.of())));

    private static PeopleFoundPage nobody(PeopleAsked asked, List<PeopleMeant.Loosened> looser) {
        return new PeopleFoundPage(asked, null, List.of(), 0, List.of(), null, TOLD, looser);
    }

    private static Colleague colleague(String name, List<String> knows) {
        return new Colleague(
                2, "ada", name, "Nurse", "Hillside & co", "Moss Bay", knows, knows, "ada");
    }

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
                        List.of("lake<b>"),
                        List.of(new Understood.Meaning("HTN", List.of("hypertension <b>"))),
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

    private static SearchHit group() {
        SearchHit first = hit(2);
        return new SearchHit(
                first.excerpt(),
                first.title(),
                first.passage(),
                List.of(new SearchHit.Beside(first.excerpt(), first.passage())),
                3,
                List.of("lake<b>"),
                List.of(new Reason("a<b>", 70, true, 3, 2), new Reason("", 30, false, 0, 0)));
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
