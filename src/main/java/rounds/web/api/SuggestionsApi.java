package rounds.web.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;

import org.jspecify.annotations.Nullable;

import rounds.community.Colleague;
import rounds.community.Colleagues;
import rounds.community.Mine;
import rounds.community.PeopleAsked;
import rounds.kernel.Excerpt;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.limits.Limit;
import rounds.search.RecentSearch;
import rounds.search.RecentSearches;
import rounds.search.SearchRequest;
import rounds.web.Signboard;
import rounds.web.search.Completions.Completion;
import rounds.web.search.SearchAllowance;
import rounds.web.search.Suggestions;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/// What a search box offers while somebody types, and people by what they say of themselves.
@Controller("/api/v1/search")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class SuggestionsApi {
    private final Suggestions suggestions;
    private final RecentSearches recent;
    private final Colleagues colleagues;
    private final SearchAllowance allowance;
    private final Signboard site;

    SuggestionsApi(
            Suggestions suggestions,
            RecentSearches recent,
            Colleagues colleagues,
            SearchAllowance allowance,
            Signboard site) {
        this.suggestions = suggestions;
        this.recent = recent;
        this.colleagues = colleagues;
        this.allowance = allowance;
        this.site = site;
    }

    /// @param q what was typed; empty: only your own recent searches
    @Get("/suggestions")
    Listed<Suggestion> suggestions(
            @QueryValue(defaultValue = "") String q, HttpRequest<?> request, Viewer viewer) {
        if (q.length() > SearchRequest.LONGEST_QUERY) {
            throw ProblemException.invalid("q", "search.q.long", SearchRequest.LONGEST_QUERY);
        }
        allowance.take(Limit.COMPLETE, viewer, request);
        var offered = suggestions.to(viewer, q);
        return new Listed<>(
                Stream.of(
                                offered.values().stream().map(this::value),
                                offered.recent().stream().map(this::recent),
                                offered.titles().stream().map(this::content),
                                offered.found().stream().map(this::content),
                                offered.terms().stream().map(this::content),
                                offered.people().stream().map(this::person),
                                offered.communities().stream().map(this::community),
                                offered.tags().stream().map(this::tag))
                        .flatMap(all -> all)
                        .toList(),
                null,
                null);
    }

    /// Forgets all of your own recent searches.
    @Delete("/recent")
    HttpResponse<?> clear(Viewer viewer) {
        recent.clear(viewer.signedIn());
        return HttpResponse.noContent();
    }

    /// People with whom you share a community, by name.
    ///
    /// @param q each word begins a word of their name or of what they say of themselves
    @Get("/people")
    HttpResponse<Listed<ColleagueJson>> people(
            @QueryValue(defaultValue = "") String q,
            @QueryValue(defaultValue = "") String profession,
            @QueryValue(defaultValue = "") String expertise,
            @QueryValue(defaultValue = "") String emr,
            @QueryValue(defaultValue = "") String place,
            @Nullable @QueryValue String after,
            @Nullable @QueryValue Integer limit,
            HttpRequest<?> request,
            Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        allowance.take(person, request);
        var asked = new PeopleAsked(q, profession, expertise, emr, place);
        return Listed.answer(
                Listed.of(
                        colleagues.found(person, asked, after, Listed.limit(limit)),
                        one -> ColleagueJson.of(one, site.baseUrl())),
                request,
                site,
                "after");
    }

    /// @param type `query`, `recent`, `discussion`, `post`, `resource`, `case_story`, `topic`,
    ///   `term`, `person`, `community` or `tag`
    /// @param community a slug; absent where there is none
    @Serdeable
    record Suggestion(String type, String title, String url, @Nullable String community) {}

    /// The whole of what was typed, its last narrowing with a value.
    private Suggestion value(Completion one) {
        return new Suggestion("query", one.whole(), url("/search?q=" + encoded(one.whole())), null);
    }

    private Suggestion recent(RecentSearch one) {
        return new Suggestion(
                "recent", one.words(), url("/search?q=" + encoded(one.words())), null);
    }

    private Suggestion content(Excerpt one) {
        return new Suggestion(
                one.content().type().shown().code(),
                one.title(),
                url(one.path()),
                one.conversation() ? null : one.communitySlug());
    }

    private Suggestion person(Colleague one) {
        return new Suggestion("person", one.name(), url("/u/" + one.handle()), null);
    }

    private Suggestion community(Mine one) {
        return new Suggestion("community", one.name(), url("/c/" + one.slug()), one.slug());
    }

    private Suggestion tag(String tag) {
        return new Suggestion("tag", tag, url("/search?tag=" + encoded(tag)), null);
    }

    private String url(String path) {
        return site.baseUrl() + path;
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    @Serdeable
    record ColleagueJson(
            String handle,
            String name,
            String url,
            String profession,
            String organisation,
            String place,
            List<String> expertise,
            List<String> emr) {

        static ColleagueJson of(Colleague one, String baseUrl) {
            return new ColleagueJson(
                    one.handle(),
                    one.name(),
                    baseUrl + "/u/" + one.handle(),
                    one.profession(),
                    one.organisation(),
                    one.place(),
                    one.expertise(),
                    one.emr());
        }
    }
}
