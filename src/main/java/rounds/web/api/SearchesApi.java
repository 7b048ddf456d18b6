package rounds.web.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.notifications.Notifications;
import rounds.platform.database.Ids;
import rounds.search.Facet;
import rounds.search.SavedSearch;
import rounds.search.SavedSearches;
import rounds.search.SavedSearches.Wish;
import rounds.search.SearchRequest;
import rounds.search.SearchRequest.Extra;
import rounds.search.SearchRequest.Order;
import rounds.web.Signboard;
import rounds.web.search.Question;
import rounds.web.search.SearchAllowance;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The searches that the program's person keeps.
@Controller("/api/v1/searches")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class SearchesApi {
    private final SavedSearches searches;
    private final SearchAllowance allowance;
    private final Notifications notifications;
    private final Signboard site;

    SearchesApi(
            SavedSearches searches,
            SearchAllowance allowance,
            Notifications notifications,
            Signboard site) {
        this.searches = searches;
        this.allowance = allowance;
        this.notifications = notifications;
        this.site = site;
    }

    /// All of them, the newest first.
    @Get
    Listed<SavedSearchJson> list(HttpRequest<?> request, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        allowance.take(viewer, request);
        List<SavedSearchJson> items =
                searches.all(person).stream().map(saved -> json(person, saved)).toList();
        return new Listed<>(items, null, (long) items.size());
    }

    @Post
    HttpResponse<SavedSearchJson> save(@Body Asked body, HttpRequest<?> request, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        allowance.take(viewer, request);
        SavedSearch saved =
                searches.save(
                        person,
                        new Wish(
                                body.name == null ? "" : body.name,
                                Boolean.TRUE.equals(body.alerts)),
                        body.request());
        return HttpResponse.created(
                json(person, saved), URI.create("/api/v1/searches/" + Ids.text(saved.id())));
    }

    /// What is absent stays.
    @Patch("/{id}")
    SavedSearchJson change(String id, @Body Changed body, HttpRequest<?> request, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        allowance.take(viewer, request);
        SavedSearch saved = searches.one(person, Ids.parse(id));
        if (body.name != null || body.alerts != null) {
            searches.change(
                    person,
                    saved.id(),
                    new Wish(
                            body.name == null ? saved.name() : body.name,
                            body.alerts == null ? saved.alerts() : body.alerts));
        }
        if (body.lookedAt != null) {
            searches.look(person, saved.id(), body.lookedAt);
            notifications.lookedAt(person, saved.id());
        }
        return json(person, searches.one(person, saved.id()));
    }

    @Delete("/{id}")
    HttpResponse<?> delete(String id, Viewer viewer) {
        searches.delete(viewer.signedIn(), Ids.parse(id));
        return HttpResponse.noContent();
    }

    private SavedSearchJson json(Viewer.SignedIn person, SavedSearch saved) {
        return SavedSearchJson.of(saved, searches.news(person, saved, 1).total(), site.baseUrl());
    }

    /// @param facets the values of each facet, as `/search/counts` names them
    /// @param within the id of the discussion or document to look in
    /// @param order `best`, `newest` or `helpful`
    /// @param literal whether words are looked for only as they were typed
    @Serdeable
    record Asked(
            @Nullable String name,
            @Nullable String q,
            @Nullable Map<String, List<String>> facets,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String within,
            @Nullable String order,
            @Nullable Boolean literal,
            @Nullable Boolean alerts) {

        SearchRequest request() {
            var chosen = new EnumMap<Facet, List<String>>(Facet.class);
            if (facets != null) {
                facets.forEach((code, values) -> chosen.put(facet(code), values));
            }
            return new SearchRequest(
                    q == null ? "" : q,
                    chosen,
                    from,
                    to,
                    within == null ? null : Ids.parse(within),
                    order(order == null ? "best" : order),
                    Boolean.TRUE.equals(literal) ? Set.of(Extra.AS_TYPED) : Set.of(),
                    SearchRequest.USUAL_HITS,
                    null);
        }

        private static Facet facet(String code) {
            return Arrays.stream(Facet.values())
                    .filter(one -> one.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> ProblemException.invalid("facets", "searches.facet"));
        }

        private static Order order(String code) {
            return Arrays.stream(Order.values())
                    .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(code))
                    .findFirst()
                    .orElseThrow(() -> ProblemException.invalid("order", "searches.order"));
        }
    }

    /// @param lookedAt what is older she has seen; never earlier than it was, nor later than now
    @Serdeable
    record Changed(@Nullable String name, @Nullable Boolean alerts, @Nullable Instant lookedAt) {}

    /// @param fresh how many that others wrote are new since she last looked
    /// @param url of the page that shows what it finds
    @Serdeable
    record SavedSearchJson(
            String id,
            String name,
            String q,
            Map<String, List<String>> facets,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String within,
            String order,
            boolean literal,
            boolean alerts,
            long fresh,
            Instant savedAt,
            Instant lookedAt,
            String url) {

        static SavedSearchJson of(SavedSearch saved, long fresh, String baseUrl) {
            SearchRequest asked = saved.asked();
            var facets = new TreeMap<String, List<String>>();
            asked.chosen().forEach((facet, values) -> facets.put(facet.code(), values));
            return new SavedSearchJson(
                    Ids.text(saved.id()),
                    saved.name(),
                    asked.q(),
                    facets,
                    asked.from(),
                    asked.to(),
                    asked.within() == null ? null : Ids.text(asked.within()),
                    asked.order().name().toLowerCase(Locale.ROOT),
                    asked.wants(Extra.AS_TYPED),
                    saved.alerts(),
                    fresh,
                    saved.savedAt(),
                    saved.lookedAt(),
                    baseUrl + Question.of(asked).path());
        }
    }
}
