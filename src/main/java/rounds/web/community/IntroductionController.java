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

import org.jspecify.annotations.Nullable;

import rounds.community.Capability;
import rounds.community.Introduction;
import rounds.community.Introductions;
import rounds.community.Members;
import rounds.identity.People;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.Page;
import rounds.web.page.Pages;

import java.util.Map;

/// Introducing oneself to a community.
@Controller("/c/{slug}/introduction")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class IntroductionController {
    private final Introductions introductions;
    private final Members members;
    private final People people;
    private final Rooms rooms;
    private final Pages pages;

    IntroductionController(
            Introductions introductions, Members members, People people, Rooms rooms, Pages pages) {
        this.introductions = introductions;
        this.members = members;
        this.people = people;
        this.rooms = rooms;
        this.pages = pages;
    }

    @Get
    Page write(Viewer viewer, String slug) {
        return show(viewer.signedIn(), slug, HttpStatus.OK, null);
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> say(Viewer viewer, String slug, Form form) {
        Viewer.SignedIn person = viewer.signedIn();
        if (form.flag("later")) {
            introductions.later(person, slug);
            return pages.goTo("/c/" + slug, "community.introduce.later.done");
        }
        if (form.flag("back")) {
            introductions.takeBack(person, slug);
            return pages.goTo("/c/" + slug, "community.introduce.back.done");
        }
        try {
            introductions.say(person, slug, new Introduction(form.text("who"), form.text("hopes")));
            return pages.goTo("/c/" + slug, "community.introduce.done");
        } catch (ProblemException refused) {
            Filled filled = Filled.refused(form, refused);
            return HttpResponse.ok(show(person, slug, HttpStatus.UNPROCESSABLE_ENTITY, filled));
        }
    }

    private Page show(
            Viewer.SignedIn person, String slug, HttpStatus status, @Nullable Filled filled) {
        return rooms.show(
                person,
                slug,
                Capability.LEAVE,
                status,
                "community/introduction",
                community -> {
                    Introduction said =
                            members.member(person, community, people.own(person).handle())
                                    .about()
                                    .introduction();
                    return new IntroductionPage(
                            community, said != null, filled == null ? now(said) : filled);
                });
    }

    private static Filled now(@Nullable Introduction said) {
        return said == null
                ? Filled.empty()
                : Filled.with(Map.of("who", said.who(), "hopes", said.hopes()));
    }
}
