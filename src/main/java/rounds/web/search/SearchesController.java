package rounds.web.search;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
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

import rounds.community.Communities;
import rounds.community.Mine;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.notifications.Notifications;
import rounds.platform.Moment;
import rounds.platform.database.Ids;
import rounds.search.SavedSearch;
import rounds.search.SavedSearches;
import rounds.search.SavedSearches.Wish;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.Page;
import rounds.web.page.Pages;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// The searches that a person keeps.
@Controller("/searches")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class SearchesController {
    /// More news than these are read where everything stands.
    private static final int NEWS = 20;

    private final SavedSearches searches;
    private final SearchAllowance allowance;
    private final Notifications notifications;
    private final Communities communities;
    private final Moment moment;
    private final Pages pages;

    SearchesController(
            SavedSearches searches,
            SearchAllowance allowance,
            Notifications notifications,
            Communities communities,
            Moment moment,
            Pages pages) {
        this.searches = searches;
        this.allowance = allowance;
        this.notifications = notifications;
        this.communities = communities;
        this.moment = moment;
        this.pages = pages;
    }

    @Get
    Page list(HttpRequest<?> request, Viewer viewer) {
        allowance.take(viewer, request);
        return list(viewer.signedIn(), HttpStatus.OK, Filled.empty());
    }

    @Get("/new")
    Page begin(HttpRequest<?> request, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        Question question = Question.of(request.getParameters());
        return pages.show(
                person,
                "search/save",
                () -> {
                    Asking asking = asking(person, question);
                    return new SaveSearchPage(
                            asking, Filled.with(Map.of("name", asking.name(), "alerts", "yes")));
                });
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object save(Form form, HttpRequest<?> request, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        allowance.take(viewer, request);
        Question question = Question.of(form);
        try {
            searches.save(person, wish(form), question.each());
            return pages.goTo("/searches", "searches.saved");
        } catch (ProblemException refused) {
            Filled again = Filled.refused(form, refused);
            return pages.show(
                    person,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "search/save",
                    () -> new SaveSearchPage(asking(person, question), again));
        }
    }

    @Get("/{id}")
    Page one(String id, HttpRequest<?> request, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        allowance.take(viewer, request);
        return pages.show(
                person,
                "search/saved",
                () -> {
                    Instant now = moment.now();
                    SavedSearch saved = searches.one(person, Ids.parse(id));
                    return new SavedSearchPage(
                            saved,
                            asking(person, Question.of(saved.asked())),
                            searches.news(person, saved, NEWS),
                            now);
                });
    }

    /// Another name; told of what is new, or not.
    @Post("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object change(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        try {
            searches.change(person, Ids.parse(id), wish(form));
            return pages.goTo("/searches", "searches.changed");
        } catch (ProblemException refused) {
            return list(
                    person,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    Filled.refused(form.with("key", id), refused));
        }
    }

    /// What was there at that moment she has seen; the notification that told of it is read.
    @Post("/{id}/seen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object seen(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long search = Ids.parse(id);
        searches.look(person, search, until(form.line("until")));
        notifications.lookedAt(person, search);
        return pages.goTo("/searches", "searches.seen");
    }

    @Post("/{id}/delete")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object delete(String id, Form form, Viewer viewer) {
        searches.delete(viewer.signedIn(), Ids.parse(id));
        return pages.goTo("/searches", "searches.deleted");
    }

    @Post("/{id}/back")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object bringBack(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        try {
            searches.bringBack(person, Ids.parse(id));
            return pages.goTo("/searches", "searches.back");
        } catch (ProblemException refused) {
            return list(person, HttpStatus.UNPROCESSABLE_ENTITY, Filled.refused(form, refused));
        }
    }

    private Page list(Viewer.SignedIn person, HttpStatus status, Filled refused) {
        String again = refused.isRefused() ? refused.form().line("key") : "";
        return pages.show(
                person,
                status,
                "search/searches",
                () -> {
                    List<Mine> mine = communities.mine(person);
                    return new SearchesPage(
                            searches.all(person).stream()
                                    .map(saved -> entry(person, saved, mine, again))
                                    .toList(),
                            searches.deleted(person),
                            refused);
                });
    }

    private SearchesPage.Entry entry(
            Viewer.SignedIn person, SavedSearch saved, List<Mine> mine, String again) {
        return new SearchesPage.Entry(
                saved,
                Asking.of(Question.of(saved.asked()), mine),
                Math.toIntExact(searches.news(person, saved, 1).total()),
                Ids.text(saved.id()).equals(again));
    }

    private Asking asking(Viewer.SignedIn person, Question question) {
        return Asking.of(question, communities.mine(person));
    }

    private static Wish wish(Form form) {
        return new Wish(form.line("name"), form.flag("alerts"));
    }

    private static Instant until(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException _) {
            throw ProblemException.notFound();
        }
    }
}
