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

import rounds.community.Capability;
import rounds.forum.Tag;
import rounds.forum.Tagging;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.web.community.Rooms;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.Page;
import rounds.web.page.Pages;

import java.util.Map;

/// A community's tags: all of them, and what moderators say of each.
@Controller("/c/{slug}/tags")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class TagsController {
    private static final int OTHERS = 100;

    private final Tagging tagging;
    private final Rooms rooms;
    private final Pages pages;

    TagsController(Tagging tagging, Rooms rooms, Pages pages) {
        this.tagging = tagging;
        this.rooms = rooms;
        this.pages = pages;
    }

    @Get
    Page all(String slug, Viewer viewer) {
        return rooms.show(
                viewer,
                slug,
                Capability.READ,
                "forum/tags",
                community ->
                        new TagsPage(
                                community,
                                tagging.all(viewer, slug, "", Tagging.MOST),
                                Tagging.COUNTED));
    }

    @Get("/{tag}")
    Page one(String slug, String tag, Viewer viewer) {
        return show(viewer.signedIn(), slug, tag, HttpStatus.OK, null);
    }

    @Post("/{tag}/{act:description|merge|synonym|end}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object perform(String slug, String tag, String act, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        try {
            switch (act) {
                case "description" -> tagging.describe(person, slug, tag, form.text("description"));
                case "merge" ->
                        tagging.merge(person, slug, tag, form.line("into"), form.flag("rename"));
                case "synonym" -> tagging.merge(person, slug, form.line("synonym"), tag, true);
                default -> tagging.endSynonym(person, slug, tag);
            }
            return pages.goTo("/c/" + slug + "/tags", "forum.tags.done." + act);
        } catch (ProblemException refused) {
            return show(
                    person,
                    slug,
                    tag,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    act.equals("synonym")
                            ? atSynonym(form, refused)
                            : Filled.refused(form, refused));
        }
    }

    /// The other forms of the page carry no description: it stays what it is.
    private static Filled described(Filled filled, Tag tag) {
        Form form = filled.form();
        return form.flag("description")
                ? filled
                : new Filled(form.with("description", tag.description()), filled.problems());
    }

    /// What is wrong with a tag that is to be a synonym is told beside it.
    private static Filled atSynonym(Form form, ProblemException refused) {
        return new Filled(
                form,
                Filled.refused(form, refused).problems().stream()
                        .map(problem ->
                                new Problem.Field("synonym", problem.why(), problem.details()))
                        .toList());
    }

    private Page show(
            Viewer.SignedIn person,
            String slug,
            String name,
            HttpStatus status,
            @org.jspecify.annotations.Nullable Filled filled) {
        return rooms.show(
                person,
                slug,
                Capability.MANAGE_TAGS,
                status,
                "forum/tag",
                community -> {
                    Tag tag = tagging.one(person, community.id(), name);
                    return new TagPage(
                            community,
                            tag,
                            tagging.all(person, slug, "", OTHERS).stream()
                                    .filter(other -> !other.name().equals(tag.name()))
                                    .toList(),
                            filled == null
                                    ? Filled.with(Map.of("description", tag.description()))
                                    : described(filled, tag));
                });
    }
}
