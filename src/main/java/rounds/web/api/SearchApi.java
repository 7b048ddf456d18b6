package rounds.web.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ContentType;
import rounds.kernel.Excerpt;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.search.Search;
import rounds.search.SearchHit;
import rounds.search.SearchRequest;
import rounds.search.SearchResults;
import rounds.web.Signboard;
import rounds.web.search.Question;
import rounds.web.search.SearchAllowance;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Searches everything the viewer may read.
@Controller("/api/v1/search")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class SearchApi {
    private final SearchAllowance allowance;
    private final Search search;
    private final Signboard site;

    SearchApi(SearchAllowance allowance, Search search, Signboard site) {
        this.allowance = allowance;
        this.search = search;
        this.site = site;
    }

    /// All that the page of search takes, by the same names; a facet may be given several times.
    @Get
    HttpResponse<Listed<Hit>> find(
            @Nullable @QueryValue Integer limit, HttpRequest<?> request, Viewer viewer) {
        allowance.take(viewer, request);
        SearchRequest asked =
                Question.of(request.getParameters()).each().limit(Listed.limit(limit));
        SearchResults found = search.find(viewer, asked);
        List<Hit> hits = found.hits().stream().map(hit -> Hit.of(hit, site.baseUrl())).toList();
        return Listed.answer(
                new Listed<>(hits, found.next(), found.total()), request, site, "cursor");
    }

    /// How many hits there are by each value of each facet; of a facet that is narrowed by, as if
    /// it were not.
    @Get("/counts")
    Counts counts(HttpRequest<?> request, Viewer viewer) {
        allowance.take(viewer, request);
        SearchResults found =
                search.find(viewer, Question.of(request.getParameters()).counted().limit(1));
        var facets = new TreeMap<String, List<SearchResults.Count>>();
        found.counts().forEach((facet, counts) -> facets.put(facet.code(), counts));
        return new Counts(found.places(), facets);
    }

    @Serdeable
    record Counts(long total, Map<String, List<SearchResults.Count>> facets) {}

    /// @param discussionId of a post, the discussion it stands in; of a discussion, its own id;
    ///   absent for a resource
    /// @param resourceId of a resource, its own id
    /// @param page of a resource, the page that says it best; absent where its title or description
    ///   does
    /// @param passage about 200 characters of the text, around the words that were asked for
    /// @param url answers 200 without a redirect
    @Serdeable
    record Hit(
            String type,
            String id,
            @Nullable String discussionId,
            @Nullable String resourceId,
            @Nullable Integer page,
            String title,
            String passage,
            String url,
            String community,
            String author,
            String authorName,
            @Nullable String kind,
            Instant at,
            @Nullable String sourceId,
            @Nullable String discussionSourceId) {

        static Hit of(SearchHit hit, String baseUrl) {
            Excerpt excerpt = hit.excerpt();
            boolean resource = excerpt.group().type() == ContentType.RESOURCE;
            String group = Ids.text(excerpt.group().id());
            return new Hit(
                    excerpt.content().type().shown().code(),
                    resource ? group : Ids.text(excerpt.content().id()),
                    excerpt.group().type() == ContentType.DISCUSSION ? group : null,
                    resource ? group : null,
                    resource && excerpt.number() > 0 ? excerpt.number() : null,
                    excerpt.title(),
                    hit.passage().text(),
                    baseUrl + excerpt.path(),
                    excerpt.communitySlug(),
                    excerpt.authorHandle(),
                    excerpt.authorName(),
                    excerpt.kind(),
                    excerpt.at(),
                    resource ? excerpt.groupSourceId() : excerpt.sourceId(),
                    resource ? null : excerpt.groupSourceId());
        }
    }
}
