package rounds.web.community;

import io.micronaut.http.HttpResponse;
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

import rounds.community.Community;
import rounds.community.Invitations;
import rounds.community.InvitedTo;
import rounds.identity.People;
import rounds.kernel.Viewer;
import rounds.web.page.Form;
import rounds.web.page.Page;
import rounds.web.page.Pages;

import java.util.Optional;

/// Where the link of an invitation leads. Looking changes nothing; the button joins.
@Controller("/invitations/{token}")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class InvitationController {
    private final Invitations invitations;
    private final People people;
    private final Pages pages;

    InvitationController(Invitations invitations, People people, Pages pages) {
        this.invitations = invitations;
        this.people = people;
        this.pages = pages;
    }

    /// All tokens that let nobody in are shown alike.
    @Get
    Page look(Viewer viewer, String token) {
        Optional<InvitedTo> to = invitations.find(viewer, token);
        return to.isEmpty()
                ? pages.show(
                        viewer, HttpStatus.NOT_FOUND, "community/no-invitation", NoInvitation::new)
                : pages.show(
                        viewer,
                        "community/invitation",
                        () ->
                                new InvitationPage(
                                        Invitations.path(token), to.get(), confirmed(viewer)));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> accept(Viewer viewer, String token, Form form) {
        Community joined = invitations.accept(viewer.signedIn(), token);
        return pages.goTo(joined.path(), "community.joined");
    }

    private boolean confirmed(Viewer viewer) {
        return viewer instanceof Viewer.SignedIn me && people.self(me).confirmed();
    }
}
