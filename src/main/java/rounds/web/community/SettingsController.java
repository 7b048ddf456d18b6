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
import rounds.community.Charter;
import rounds.community.Communities;
import rounds.community.Community;
import rounds.community.Visibility;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.Page;
import rounds.web.page.Pages;

/// What a community says of itself, how it lives, and who reads it.
@Controller("/c/{slug}")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SettingsController {
    private final Communities communities;
    private final Rooms rooms;
    private final Pages pages;

    SettingsController(Communities communities, Rooms rooms, Pages pages) {
        this.communities = communities;
        this.rooms = rooms;
        this.pages = pages;
    }

    @Get("/settings")
    Page settings(Viewer viewer, String slug) {
        return rooms.show(
                viewer, slug, Capability.CHANGE_SETTINGS, "community/settings", SettingsPage::now);
    }

    @Post("/settings")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(Viewer viewer, String slug, Form form) {
        try {
            communities.change(viewer.signedIn(), slug, charter(form));
            return pages.goTo(path(slug), "community.settings.saved");
        } catch (ProblemException refused) {
            return HttpResponse.ok(again(viewer, slug, Filled.refused(form, refused), true));
        }
    }

    @Post("/visibility")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> show(Viewer viewer, String slug, Form form) {
        try {
            Visibility to = Entries.visibility(form);
            requireUnderstood(viewer.signedIn(), slug, to, form);
            communities.show(viewer.signedIn(), slug, to);
            return pages.goTo(path(slug), "community.visibility.saved");
        } catch (ProblemException refused) {
            return HttpResponse.ok(again(viewer, slug, Filled.refused(form, refused), false));
        }
    }

    private Page again(Viewer viewer, String slug, Filled filled, boolean words) {
        return rooms.show(
                viewer,
                slug,
                Capability.CHANGE_SETTINGS,
                HttpStatus.UNPROCESSABLE_ENTITY,
                "community/settings",
                community ->
                        words
                                ? SettingsPage.refused(community, filled)
                                : SettingsPage.visibilityRefused(community, filled));
    }

    private void requireUnderstood(Viewer.SignedIn viewer, String slug, Visibility to, Form form) {
        Community community = communities.bySlug(viewer, slug);
        if (to.isWiderThan(community.visibility()) && !form.flag("understood")) {
            throw ProblemException.invalid("understood", "community.visibility.understand");
        }
    }

    private static Charter charter(Form form) {
        return new Charter(
                form.line("name"),
                form.text("purpose"),
                form.text("audience"),
                form.all("languages"),
                form.flag("reviewFirstPosts"),
                form.flag("reviewResources"),
                form.flag("secondReader"),
                form.flag("asksIdentifiers"),
                form.flag("membersMayInvite"));
    }

    private static String path(String slug) {
        return "/c/" + slug + "/settings";
    }
}
