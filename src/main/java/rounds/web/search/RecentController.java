package rounds.web.search;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

import rounds.kernel.Viewer;
import rounds.platform.limits.Limit;
import rounds.platform.limits.Limits;
import rounds.search.RecentSearch;
import rounds.search.RecentSearches;
import rounds.web.page.Form;
import rounds.web.page.Page;
import rounds.web.page.Pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// One's own recent searches: see them, forget them, keep none. The search box sends them here when
/// a search is sent: opening an address keeps nothing, so that no link puts words into anybody's
/// list.
@Controller("/search/recent")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class RecentController {
    private static final String PATH = "/search/recent";

    private final RecentSearches searches;
    private final Limits limits;
    private final Pages pages;

    RecentController(RecentSearches searches, Limits limits, Pages pages) {
        this.searches = searches;
        this.limits = limits;
        this.pages = pages;
    }

    @Get
    Page show(Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        return pages.show(
                person,
                "search/recent",
                () ->
                        new RecentPage(
                                searches.keeps(person),
                                RecentSearches.DAYS,
                                searches.like(person, "", RecentSearches.MOST).stream()
                                        .map(RecentController::shown)
                                        .toList()));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> add(Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        limits.take(Limit.SEARCH, String.valueOf(person.personId()));
        searches.add(person, form.line("q"));
        return HttpResponse.noContent();
    }

    @Post("/forgotten")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> forget(Form form, Viewer viewer) {
        if (form.flag("all")) {
            searches.clear(viewer.signedIn());
            return pages.goTo(PATH, "recent.cleared");
        }
        searches.forget(viewer.signedIn(), form.line("q"));
        return pages.goTo(PATH, "recent.forgotten");
    }

    @Post("/keeping")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> keep(Form form, Viewer viewer) {
        searches.keep(viewer.signedIn(), form.line("keeps").equals("yes"));
        return pages.goTo(PATH, "identity.settings.saved");
    }

    private static RecentPage.Recent shown(RecentSearch one) {
        return new RecentPage.Recent(
                one.words(), "/search?q=" + URLEncoder.encode(one.words(), StandardCharsets.UTF_8));
    }
}
