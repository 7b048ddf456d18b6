package rounds.web.search;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

import org.jspecify.annotations.Nullable;

import rounds.community.Colleague;
import rounds.community.Colleagues;
import rounds.community.PeopleAsked;
import rounds.kernel.Viewer;
import rounds.platform.database.Slice;
import rounds.web.page.Page;
import rounds.web.page.Pages;

import java.util.List;

/// Who knows about something, works with an EMR or lives somewhere, of those with whom one shares a
/// community.
@Controller("/search/people")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class PeopleFoundController {
    private static final int PAGE = 30;

    private final Colleagues colleagues;
    private final PeopleMeant meant;
    private final SearchAllowance allowance;
    private final Pages pages;

    PeopleFoundController(
            Colleagues colleagues, PeopleMeant meant, SearchAllowance allowance, Pages pages) {
        this.colleagues = colleagues;
        this.meant = meant;
        this.allowance = allowance;
        this.pages = pages;
    }

    @Get
    Page find(
            @QueryValue(defaultValue = "") String q,
            @QueryValue(defaultValue = "") String profession,
            @QueryValue(defaultValue = "") String expertise,
            @QueryValue(defaultValue = "") String emr,
            @QueryValue(defaultValue = "") String place,
            @QueryValue @Nullable String after,
            HttpRequest<?> request,
            Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        allowance.take(person, request);
        var asked = new PeopleAsked(q, profession, expertise, emr, place);
        return pages.show(person, "search/people", () -> page(person, asked, after));
    }

    private PeopleFoundPage page(
            Viewer.SignedIn person, PeopleAsked asked, @Nullable String after) {
        int count = colleagues.count(person, asked);
        if (count > 0 || asked.isEmpty()) {
            return found(person, asked, null, List.of(), count, after);
        }
        return meant.instead(person, asked)
                .map(instead ->
                        found(
                                person,
                                asked,
                                instead.asked(),
                                instead.respelt().entrySet().stream()
                                        .map(one ->
                                                new PeopleFoundPage.Respelt(
                                                        one.getKey(), one.getValue()))
                                        .toList(),
                                colleagues.count(person, instead.asked()),
                                after))
                .orElseGet(() -> nobody(person, asked));
    }

    private PeopleFoundPage found(
            Viewer.SignedIn person,
            PeopleAsked asked,
            @Nullable PeopleAsked read,
            List<PeopleFoundPage.Respelt> respelt,
            int count,
            @Nullable String after) {
        PeopleAsked looked = read == null ? asked : read;
        Slice<Colleague> found = colleagues.found(person, looked, after, PAGE);
        return new PeopleFoundPage(
                asked,
                read,
                respelt,
                count,
                found.items(),
                found.next(),
                colleagues.told(person, looked),
                List.of());
    }

    /// Whoever finds nobody sees what those say of themselves whom she could find.
    private PeopleFoundPage nobody(Viewer.SignedIn person, PeopleAsked asked) {
        return new PeopleFoundPage(
                asked,
                null,
                List.of(),
                0,
                List.of(),
                null,
                colleagues.told(person, PeopleAsked.words("")),
                meant.loosened(person, asked));
    }
}
