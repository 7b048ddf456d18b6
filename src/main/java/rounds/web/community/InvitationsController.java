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

import rounds.community.Capability;
import rounds.community.Community;
import rounds.community.Invitation;
import rounds.community.Invitations;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.web.Signboard;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.Page;
import rounds.web.page.Pages;

import java.util.List;

/// Invitations into a community: made here, and taken back.
@Controller("/c/{slug}/invitations")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class InvitationsController {
    private final Invitations invitations;
    private final Rooms rooms;
    private final Pages pages;
    private final Signboard site;

    InvitationsController(Invitations invitations, Rooms rooms, Pages pages, Signboard site) {
        this.invitations = invitations;
        this.rooms = rooms;
        this.pages = pages;
        this.site = site;
    }

    @Get
    Page list(Viewer viewer, String slug) {
        return page(viewer, slug, HttpStatus.OK, Filled.empty());
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> link(Viewer viewer, String slug, Form form) {
        try {
            invitations.link(viewer.signedIn(), slug, Entries.number(form, "days"));
            return pages.goTo(path(slug) + "#h-living", "community.invite.made");
        } catch (ProblemException refused) {
            return HttpResponse.ok(
                    page(
                            viewer,
                            slug,
                            HttpStatus.UNPROCESSABLE_ENTITY,
                            Filled.refused(form, refused)));
        }
    }

    @Post("/mail")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> mail(Viewer viewer, String slug, Form form) {
        try {
            invitations.mail(viewer.signedIn(), slug, form.line("email"), form.line("language"));
            return pages.goTo(path(slug), "community.invite.mailed");
        } catch (ProblemException refused) {
            return HttpResponse.ok(
                    page(
                            viewer,
                            slug,
                            HttpStatus.UNPROCESSABLE_ENTITY,
                            Filled.refused(form, refused)));
        }
    }

    @Post("/{id}/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> end(Viewer viewer, String slug, String id, Form form) {
        invitations.end(viewer.signedIn(), slug, Ids.parse(id));
        return pages.goTo(path(slug), "community.invite.ended");
    }

    private Page page(Viewer viewer, String slug, HttpStatus status, Filled filled) {
        return rooms.show(
                viewer,
                slug,
                Capability.INVITE,
                status,
                "community/invitations",
                community -> page(viewer, community, filled));
    }

    private InvitationsPage page(Viewer viewer, Community community, Filled filled) {
        List<InvitationsPage.Row> rows =
                invitations.living(viewer, community).stream().map(this::row).toList();
        return new InvitationsPage(community, rows, Invitations.DAYS, filled);
    }

    private InvitationsPage.Row row(Invitation invitation) {
        String address =
                invitations
                        .token(invitation)
                        .map(token -> site.baseUrl() + Invitations.path(token))
                        .orElse(null);
        return new InvitationsPage.Row(invitation, address);
    }

    private static String path(String slug) {
        return "/c/" + slug + "/invitations";
    }
}
