package rounds.web.library;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
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
import rounds.library.Arranging;
import rounds.library.Collecting;
import rounds.library.CollectionLists;
import rounds.library.CollectionWithin;
import rounds.platform.database.Ids;
import rounds.web.community.Rooms;
import rounds.web.page.Address;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.Page;
import rounds.web.page.Pages;

import java.util.List;
import java.util.Map;

/// The collections of a library: read them, make them, say what they are for.
@Controller("/c/{slug}/library/collections")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class CollectionsController {
    private static final int ROWS = 25;

    private final CollectionLists lists;
    private final Collecting collecting;
    private final Arranging arranging;
    private final Rooms rooms;
    private final Pages pages;

    CollectionsController(
            CollectionLists lists,
            Collecting collecting,
            Arranging arranging,
            Rooms rooms,
            Pages pages) {
        this.lists = lists;
        this.collecting = collecting;
        this.arranging = arranging;
        this.rooms = rooms;
        this.pages = pages;
    }

    /// @param focus what was just moved
    @Get
    Page all(
            String slug,
            @Nullable @QueryValue String focus,
            @Nullable @QueryValue String by,
            Viewer viewer) {
        return all(viewer, slug, HttpStatus.OK, new Focus.Asked(focus, by, null), "");
    }

    private Page all(
            Viewer viewer, String slug, HttpStatus status, Focus.Asked asked, String problem) {
        return rooms.show(
                viewer,
                slug,
                Capability.READ,
                status,
                "library/collections",
                community -> {
                    List<CollectionWithin> list = lists.all(viewer, community.id());
                    return new CollectionsPage(
                            community, list, CollectionsPage.focus(list, asked), problem);
                });
    }

    @Post("/order")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object order(String slug, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        try {
            arranging.move(person, form.id("item"), CollectionForm.step(form));
            return pages.goTo(
                    path(slug) + "?" + Focus.asked(form.id("item"), form.line("to"), false));
        } catch (ProblemException refused) {
            if (refused.problem() instanceof Problem.Conflict conflict) {
                var asked = new Focus.Asked(form.line("item"), "take", null);
                return all(person, slug, HttpStatus.CONFLICT, asked, conflict.why());
            }
            throw refused;
        }
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

    @Get("/{address}")
    HttpResponse<?> read(
            String slug,
            String address,
            @Nullable @QueryValue String after,
            Viewer viewer,
            HttpRequest<?> request) {
        var asked = new Address(path(slug) + "/", address);
        Page shown =
                rooms.show(
                        viewer,
                        slug,
                        Capability.READ,
                        "library/collection",
                        community -> {
                            CollectionWithin one = one(viewer, community.id(), asked.id());
                            return new CollectionView(
                                    community,
                                    one,
                                    lists.in(viewer, asked.id(), after, ROWS),
                                    after == null);
                        });
        if (!(shown.page() instanceof CollectionView view)) {
            return HttpResponse.status(shown.status()).body(shown);
        }
        String path = view.collection().path();
        return asked.isOf(path)
                ? HttpResponse.ok(shown)
                : HttpResponse.redirect(Address.with(path, request));
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
                                    CollectionForm.number(form, "revision"))
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
