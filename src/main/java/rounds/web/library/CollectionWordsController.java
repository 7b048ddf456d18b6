package rounds.web.library;

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

import rounds.community.Capability;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.library.Collecting;
import rounds.library.CollectionLists;
import rounds.library.CollectionWithin;
import rounds.platform.database.Ids;
import rounds.web.community.Rooms;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.Page;
import rounds.web.page.Pages;
import rounds.web.page.Stepping;

import java.util.List;
import java.util.Map;

/// Curators make collections, say what they are for, and take them apart.
@Controller("/c/{slug}/library/collections")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class CollectionWordsController {
    private final CollectionLists lists;
    private final Collecting collecting;
    private final Rooms rooms;
    private final Pages pages;

    CollectionWordsController(
            CollectionLists lists, Collecting collecting, Rooms rooms, Pages pages) {
        this.lists = lists;
        this.collecting = collecting;
        this.rooms = rooms;
        this.pages = pages;
    }

    @Get("/new")
    Page write(String slug, @Nullable @QueryValue String parent, Viewer viewer) {
        return write(
                viewer.signedIn(),
                slug,
                HttpStatus.OK,
                Filled.with(Map.of("parent", parent == null ? "" : parent)));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object make(String slug, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        try {
            long made = collecting.make(person, slug, CollectionForm.words(form)).id();
            return pages.goTo(
                    path(slug) + "/" + Ids.text(made) + "/arrange", "library.collection.made");
        } catch (ProblemException refused) {
            return write(
                    person, slug, HttpStatus.UNPROCESSABLE_ENTITY, refused("title", form, refused));
        }
    }

    private Page write(Viewer.SignedIn person, String slug, HttpStatus status, Filled filled) {
        return rooms.show(
                person,
                slug,
                Capability.CURATE,
                status,
                "library/collection-edit",
                community ->
                        new CollectionFormPage(
                                community,
                                null,
                                CollectionFormPage.parents(lists.all(person, community.id()), null),
                                filled));
    }

    @Get("/{id}/edit")
    Page describe(String slug, String id, Viewer viewer) {
        return describe(viewer.signedIn(), slug, Ids.parse(id), HttpStatus.OK, null);
    }

    @Post("/{id}/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object edit(String slug, String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        try {
            return pages.goTo(
                    collecting
                            .describe(
                                    person,
                                    Ids.parse(id),
                                    CollectionForm.words(form),
                                    Stepping.number(form, "revision"))
                            .path(),
                    "library.edited");
        } catch (ProblemException refused) {
            return describe(
                    person,
                    slug,
                    Ids.parse(id),
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    refused("title", form, refused));
        }
    }

    private static Filled refused(String field, Form form, ProblemException refused) {
        return refused.problem() instanceof Problem.Conflict conflict
                ? new Filled(form, List.of(new Problem.Field(field, conflict.why())))
                : Filled.refused(form, refused);
    }

    private Page describe(
            Viewer.SignedIn person,
            String slug,
            long id,
            HttpStatus status,
            @Nullable Filled refused) {
        return rooms.show(
                person,
                slug,
                Capability.CURATE,
                status,
                "library/collection-edit",
                community -> {
                    CollectionWithin one = one(person, community.id(), id);
                    return new CollectionFormPage(
                            community,
                            one.collection(),
                            CollectionFormPage.parents(lists.all(person, community.id()), one),
                            refused == null
                                    ? Filled.with(CollectionForm.filled(one.collection()))
                                    : refused);
                });
    }

    @Post("/{id}/delete")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object delete(String slug, String id, Form form, Viewer viewer) {
        collecting.delete(viewer.signedIn(), Ids.parse(id));
        return pages.goTo(path(slug), "library.collection.deleted");
    }

    private CollectionWithin one(Viewer viewer, long communityId, long id) {
        CollectionWithin one = lists.one(viewer, id);
        if (one.collection().communityId() != communityId) {
            throw ProblemException.notFound();
        }
        return one;
    }

    private static String path(String slug) {
        return "/c/" + slug + "/library/collections";
    }
}
