package rounds.web.forum;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

import org.jspecify.annotations.Nullable;

import rounds.community.Communities;
import rounds.community.Community;
import rounds.forum.Arrangement;
import rounds.forum.Discussion;
import rounds.forum.DiscussionPage;
import rounds.forum.Discussions;
import rounds.forum.Kind;
import rounds.forum.Mergeable;
import rounds.forum.Place;
import rounds.forum.Posted;
import rounds.forum.View;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.web.page.Address;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.Page;
import rounds.web.page.Pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Putting discussions where they belong: feature, move to another community, split, merge.
@Controller("/d/{id}")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class ArrangeController {
    private static final int POSTS = 100;
    private static final int LONGEST_SOUGHT = 500;

    private final Arrangement arrangement;
    private final Discussions discussions;
    private final Communities communities;
    private final Pages pages;

    ArrangeController(
            Arrangement arrangement,
            Discussions discussions,
            Communities communities,
            Pages pages) {
        this.arrangement = arrangement;
        this.discussions = discussions;
        this.communities = communities;
        this.pages = pages;
    }

    @Get("/arrange")
    Page ask(
            String id,
            @Nullable @QueryValue String after,
            @Nullable @QueryValue String before,
            @QueryValue(defaultValue = "") String into,
            Viewer viewer) {
        return show(
                viewer.signedIn(),
                id,
                Place.of(null, after, before),
                HttpStatus.OK,
                "",
                into,
                Filled.with(Map.of("kind", "discussion", "into", into)));
    }

    @Post("/feature")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object feature(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        boolean on = form.line("featured").equals("yes");
        arrangement.feature(person, Ids.parse(id), on);
        return pages.goTo(
                discussions.discussion(person, Ids.parse(id)).path(),
                on ? "forum.done.feature" : "forum.done.unfeature");
    }

    @Post("/{act:move|merge|split}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object perform(String id, String act, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        try {
            String path = perform(person, Ids.parse(id), act, form);
            return pages.goTo(path, "forum.done." + act);
        } catch (ProblemException refused) {
            return show(
                    person,
                    id,
                    Place.START,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    act,
                    act.equals("merge") ? form.line("into") : "",
                    refused(form, act, refused));
        }
    }

    private String perform(Viewer.SignedIn person, long id, String act, Form form) {
        switch (act) {
            case "move" -> {
                arrangement.move(person, id, form.line("community"), form.text("reason"));
                return discussions.discussion(person, id).path();
            }
            case "merge" -> {
                return arrangement.merge(person, id, pasted(form.line("into"))).path();
            }
            default -> {
                Posted made =
                        arrangement.split(
                                person,
                                id,
                                form.all("posts").stream().map(Ids::parse).toList(),
                                Kind.of(form.line("kind")),
                                form.line("title"));
                return made.path();
            }
        }
    }

    /// By a part of its title, or by its address.
    private List<Mergeable> choices(Viewer.SignedIn person, long id, String sought) {
        if (sought.length() > LONGEST_SOUGHT) {
            return List.of();
        }
        try {
            Optional<Mergeable> addressed = arrangement.mergeable(person, id, pasted(sought));
            if (addressed.isPresent()) {
                return List.of(addressed.get());
            }
        } catch (ProblemException noAddress) {
            if (!(noAddress.problem() instanceof Problem.Invalid)) {
                throw noAddress;
            }
        }
        return arrangement.mergeable(person, id, sought);
    }

    /// The id in an address of ours as people copy it, with or without the site and the slug.
    private static long pasted(String text) {
        String path = text.replaceFirst("[?#].*$", "");
        try {
            return new Address("/d/", path.substring(path.lastIndexOf('/') + 1)).id();
        } catch (ProblemException _) {
            throw ProblemException.invalid("into", "forum.merge.address");
        }
    }

    // What collides is told beside the button that was pressed.
    private static Filled refused(Form form, String act, ProblemException refused) {
        String field =
                switch (act) {
                    case "move" -> "community";
                    case "merge" -> "into";
                    default -> "posts";
                };
        return refused.problem() instanceof Problem.Conflict conflict
                ? new Filled(form, List.of(new Problem.Field(field, conflict.why())))
                : Filled.refused(form, refused);
    }

    private Page show(
            Viewer.SignedIn person,
            String id,
            Place place,
            HttpStatus status,
            String form,
            String sought,
            Filled filled) {
        return pages.show(
                person,
                status,
                "forum/arrange",
                () -> {
                    DiscussionPage shown =
                            discussions.page(person, Ids.parse(id), View.TIME, place, POSTS);
                    Discussion discussion = shown.discussion();
                    if (!discussion.may().arrange().merge()) {
                        throw new ProblemException(new Problem.Forbidden("policy.refused.merge"));
                    }
                    Community community = communities.byId(person, discussion.communityId());
                    return new ArrangePage(
                            community,
                            shown,
                            arrangement.targets(person, discussion.id()),
                            Kinds.of(community),
                            sought,
                            choices(person, discussion.id(), sought),
                            form,
                            filled);
                });
    }
}
