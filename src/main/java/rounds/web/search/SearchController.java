package rounds.web.search;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

import org.jspecify.annotations.Nullable;

import rounds.community.Acquaintance;
import rounds.community.Colleague;
import rounds.community.Colleagues;
import rounds.community.Communities;
import rounds.community.PeopleAsked;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.search.Search;
import rounds.search.SearchResults;
import rounds.start.Begun;
import rounds.start.Start;
import rounds.web.page.Page;
import rounds.web.page.Pages;

import java.util.List;

/// Searching everything the reader may read. What was asked for stands in the address, so a search
/// can be kept and sent.
@Controller("/search")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class SearchController {
    /// Few, since they stand above everything else.
    private static final int PEOPLE = 3;

    /// More words than these are a question and no name.
    private static final int MOST_WORDS = 5;

    private final SearchAllowance allowance;
    private final Search search;
    private final Communities communities;
    private final Colleagues colleagues;
    private final PeopleMeant meant;
    private final Start start;
    private final Pages pages;

    SearchController(
            SearchAllowance allowance,
            Search search,
            Communities communities,
            Colleagues colleagues,
            PeopleMeant meant,
            Start start,
            Pages pages) {
        this.allowance = allowance;
        this.search = search;
        this.communities = communities;
        this.colleagues = colleagues;
        this.meant = meant;
        this.start = start;
        this.pages = pages;
    }

    @Get
    Page find(HttpRequest<?> request, Viewer viewer) {
        allowance.take(viewer, request);
        Question question = Question.of(request.getParameters());
        try {
            var results = search.find(viewer, question.overview());
            return pages.show(
                    viewer, "search/results", () -> page(viewer, question, results, List.of()));
        } catch (ProblemException refused) {
            if (refused.problem() instanceof Problem.Invalid invalid) {
                return pages.show(
                        viewer,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "search/results",
                        () -> page(viewer, question, null, invalid.fields()));
            }
            throw refused;
        }
    }

    /// People stand above the first page of what is asked in plain words alone: they have no kind,
    /// no tag and no day. Of whom the reader shares no community with, she learns nothing here.
    private List<Acquaintance> people(
            Viewer viewer, Question question, @Nullable SearchResults results) {
        if (results == null
                || question.narrowed()
                || question.page() > 1
                || !(viewer instanceof Viewer.SignedIn person)) {
            return List.of();
        }
        List<String> words = results.understood().words();
        return words.isEmpty() || words.size() > MOST_WORDS || !results.understood().isPlain()
                ? List.of()
                : people(person, PeopleAsked.words(String.join(" ", words)), results).stream()
                        .map(Colleague::acquaintance)
                        .toList();
    }

    /// Where nothing else is found either, a name may be misspelt.
    private List<Colleague> people(
            Viewer.SignedIn person, PeopleAsked asked, SearchResults results) {
        List<Colleague> people = colleagues.first(person, asked, PEOPLE);
        return people.isEmpty() && results.total() == 0
                ? meant.instead(person, asked)
                        .map(instead -> colleagues.first(person, instead.asked(), PEOPLE))
                        .orElse(List.of())
                : people;
    }

    private static @Nullable String slug(Question question) {
        String slug = question.community();
        return slug.isEmpty() ? null : slug;
    }

    private List<Begun> begun(Viewer viewer, @Nullable SearchResults results) {
        return results == null
                ? List.of()
                : start.among(
                        viewer,
                        results.hits().stream()
                                .map(hit -> hit.excerpt().group())
                                .distinct()
                                .toList());
    }

    private ResultsPage page(
            Viewer viewer,
            Question question,
            @Nullable SearchResults results,
            List<Problem.Field> problems) {
        return new ResultsPage(
                question,
                results,
                problems,
                people(viewer, question, results),
                communities.others(viewer, slug(question)),
                within(viewer, question),
                begun(viewer, results));
    }

    private String within(Viewer viewer, Question question) {
        return Ids.isId(question.within())
                ? search.title(viewer, Ids.parse(question.within())).orElse("")
                : "";
    }
}
