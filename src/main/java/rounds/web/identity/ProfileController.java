package rounds.web.identity;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

import rounds.forum.KeepingUp;
import rounds.identity.People;
import rounds.identity.Profile;
import rounds.kernel.Excerpt;
import rounds.kernel.Viewer;
import rounds.notifications.Level;
import rounds.notifications.Watches;
import rounds.platform.database.Slice;
import rounds.web.page.Page;
import rounds.web.page.Pages;

/// A person as others see her.
@Controller("/u")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class ProfileController {
    private static final int NEWEST = 5;

    private final People people;
    private final KeepingUp keepingUp;
    private final Watches watches;
    private final Pages pages;

    ProfileController(People people, KeepingUp keepingUp, Watches watches, Pages pages) {
        this.people = people;
        this.keepingUp = keepingUp;
        this.watches = watches;
        this.pages = pages;
    }

    /// @param own whether it is the viewer's
    /// @param contributions the newest of what she wrote
    /// @param watch the code of how much the viewer wants to hear of what she writes; empty: as
    ///   usual
    public record ProfilePage(
            Profile person, boolean own, Slice<Excerpt> contributions, String watch) {}

    @Get("/{handle}")
    Page show(String handle, Viewer viewer) {
        return pages.show(
                viewer,
                "identity/profile",
                () -> {
                    Profile person = people.byHandle(viewer, handle);
                    return new ProfilePage(
                            person,
                            person.id() == viewer.personId(),
                            keepingUp.writtenBy(viewer, person.id(), null, NEWEST),
                            Level.code(watches.ofPerson(viewer, person.id())));
                });
    }
}
