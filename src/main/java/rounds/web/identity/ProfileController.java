package rounds.web.identity;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

import rounds.identity.People;
import rounds.identity.Profile;
import rounds.kernel.Viewer;
import rounds.web.page.Page;
import rounds.web.page.Pages;

/// A person as others see her.
@Controller("/u")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class ProfileController {
    private final People people;
    private final Pages pages;

    ProfileController(People people, Pages pages) {
        this.people = people;
        this.pages = pages;
    }

    /// @param own whether it is the viewer's
    public record ProfilePage(Profile person, boolean own) {}

    @Get("/{handle}")
    Page show(String handle, Viewer viewer) {
        return pages.show(
                viewer,
                "identity/profile",
                () -> {
                    Profile person = people.byHandle(viewer, handle);
                    return new ProfilePage(person, person.id() == viewer.personId());
                });
    }
}
