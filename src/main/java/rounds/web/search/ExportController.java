package rounds.web.search;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

import rounds.kernel.ContentRef;
import rounds.kernel.Viewer;
import rounds.search.Search;
import rounds.search.SearchHit;
import rounds.search.SearchRequest;
import rounds.search.SearchResults;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// The hits of a search as a file, each post and each page by itself: for a spreadsheet, or for a
/// reference manager.
@Controller("/search/hits.{format:csv|ris}")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
class ExportController {
    /// Nobody reads more.
    private static final int MOST = 500;

    private final SearchAllowance allowance;
    private final Search search;
    private final HitFile files;

    ExportController(SearchAllowance allowance, Search search, HitFile files) {
        this.allowance = allowance;
        this.search = search;
        this.files = files;
    }

    @Get
    HttpResponse<byte[]> export(String format, HttpRequest<?> request, Viewer viewer) {
        Question question = Question.of(request.getParameters());
        SearchRequest wanted = question.each().limit(SearchRequest.MOST_HITS);
        var hits = new ArrayList<SearchHit>();
        String next = null;
        do {
            allowance.take(viewer, request);
            SearchResults page = search.find(viewer, wanted.after(next));
            hits.addAll(page.hits());
            next = page.next();
        } while (next != null && hits.size() < MOST);
        return answer(format, asListed(hits));
    }

    /// Discussion by discussion, as the page shows them: each where its best hit stands.
    private static List<SearchHit> asListed(List<SearchHit> hits) {
        var groups = new LinkedHashMap<ContentRef, List<SearchHit>>();
        hits.stream()
                .limit(MOST)
                .forEach(hit ->
                        groups.computeIfAbsent(hit.excerpt().group(), _ -> new ArrayList<>())
                                .add(hit));
        return groups.values().stream().flatMap(List::stream).toList();
    }

    private HttpResponse<byte[]> answer(String format, List<SearchHit> hits) {
        boolean table = format.equals("csv");
        String text = table ? files.csv(hits) : files.ris(hits);
        return HttpResponse.ok(text.getBytes(StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_TYPE,
                        table
                                ? "text/csv;charset=utf-8"
                                : "application/x-research-info-systems;charset=utf-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"search." + format + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    }
}
