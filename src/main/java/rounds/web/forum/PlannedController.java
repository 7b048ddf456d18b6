package rounds.web.forum;

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
import rounds.forum.Forum;
import rounds.forum.Planned;
import rounds.forum.Planning;
import rounds.forum.PollWords;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.Page;
import rounds.web.page.Pages;

import java.util.Map;

/// What is to be opened later: look at it, change its time, open it now, take it back.
@Controller("/c/{slug}/planned/{id}")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class PlannedController {
    private final Planning planning;
    private final Forum forum;
    private final Communities communities;
    private final Zones zones;
    private final Pages pages;

    PlannedController(
            Planning planning, Forum forum, Communities communities, Zones zones, Pages pages) {
        this.planning = planning;
        this.forum = forum;
        this.communities = communities;
        this.zones = zones;
        this.pages = pages;
    }

    @Get
    Page look(String slug, String id, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        Planned planned = planning.planned(person, Ids.parse(id));
        return show(
                person,
                planned,
                HttpStatus.OK,
                Filled.with(Map.of("publish-at", zones.typed(person, planned.publishAt()))));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object act(String slug, String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long plan = Ids.parse(id);
        Planned planned = planning.planned(person, plan);
        if (form.flag("now")) {
            return pages.goTo(planning.publish(person, plan).path(), "planned.published");
        }
        if (form.flag("withdraw")) {
            long draft = planning.withdraw(person, plan);
            return planned.own()
                    ? pages.goTo(
                            "/c/" + slug + "/discussions/new?plan=yes&draft=" + Ids.text(draft),
                            "planned.withdrawn")
                    : pages.goTo("/c/" + slug + "/moderation", "planned.withdrawn.theirs");
        }
        try {
            planning.putOff(
                    person,
                    plan,
                    Numbers.of(form.line("revision")),
                    PollWords.time("publish-at", form.line("publish-at"), zones.of(person)));
            return pages.goTo(planned.path(), "planned.changed");
        } catch (ProblemException refused) {
            return show(
                    person,
                    planned,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    Filled.refused(form, refused));
        }
    }

    private Page show(Viewer.SignedIn person, Planned planned, HttpStatus status, Filled filled) {
        String html = forum.preview(person, planned.body()).value();
        return pages.show(
                person,
                status,
                "forum/planned",
                () ->
                        new PlannedPage(
                                communities.bySlug(person, planned.communitySlug()),
                                planned,
                                html,
                                zones.of(person).getId(),
                                filled));
    }
}
