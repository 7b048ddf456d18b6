package rounds.web.library;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.library.Curating;
import rounds.library.Library;
import rounds.platform.database.Ids;
import rounds.web.page.Address;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.Pages;

import java.time.DateTimeException;
import java.time.LocalDate;

/// Says what a community stands for, when it is to be looked at again, and what replaces it.
@Controller("/r/{id}")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class CurateController {
    private final Library library;
    private final Curating curating;
    private final Resources resources;
    private final Pages pages;

    CurateController(Library library, Curating curating, Resources resources, Pages pages) {
        this.library = library;
        this.curating = curating;
        this.resources = resources;
        this.pages = pages;
    }

    @Post("/curation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object curate(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        try {
            curating.curate(
                    person,
                    Ids.parse(id),
                    null,
                    form.flag("official"),
                    day(form.line("review-on")),
                    successor(form.line("successor")));
            return pages.goTo(library.resource(viewer, Ids.parse(id)).path(), "library.curated");
        } catch (ProblemException refused) {
            return resources.again(person, Ids.parse(id), Filled.refused(form, refused));
        }
    }

    private static @Nullable LocalDate day(String entered) {
        if (entered.isEmpty()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(entered);
            if (day.getYear() >= 2000 && day.getYear() <= 2200) {
                return day;
            }
        } catch (DateTimeException _) {
            // Refused like a day that is too far off.
        }
        throw ProblemException.invalid("review-on", "library.review.unusable");
    }

    /// The address of another resource, as it was copied.
    private static @Nullable Long successor(String entered) {
        if (entered.isEmpty()) {
            return null;
        }
        int at = entered.indexOf("/r/");
        try {
            return new Address("/r/", at < 0 ? entered : entered.substring(at + 3)).id();
        } catch (ProblemException _) {
            throw ProblemException.invalid("successor", "library.successor.unusable");
        }
    }
}
