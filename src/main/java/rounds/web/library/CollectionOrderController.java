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
import rounds.community.Community;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.library.Arranging;
import rounds.library.Collecting;
import rounds.library.CollectionLists;
import rounds.library.LibraryCollection;
import rounds.library.ResourceSummary;
import rounds.platform.database.Ids;
import rounds.platform.database.Slice;
import rounds.web.community.Rooms;
import rounds.web.page.Focus;
import rounds.web.page.Form;
import rounds.web.page.Page;
import rounds.web.page.Pages;
import rounds.web.page.Stepping;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What stands in a collection, and in which order: curators put things in and out, and move them
/// by buttons or by drag.
@Controller("/c/{slug}/library/collections/{id}")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class CollectionOrderController {
    private static final int ROWS = 50;

    private final CollectionLists lists;
    private final Collecting collecting;
    private final Arranging arranging;
    private final Rooms rooms;
    private final Pages pages;

    CollectionOrderController(
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

    /// @param find words of titles of resources that are to be put into it
    /// @param focus what was just moved
    /// @param next of what was found, at which she goes on
    @Get("/arrange")
    Page arrange(
            String slug,
            String id,
            @Nullable @QueryValue String after,
            @Nullable @QueryValue String find,
            @Nullable @QueryValue String focus,
            @Nullable @QueryValue String by,
            @Nullable @QueryValue String meanwhile,
            @Nullable @QueryValue String next,
            Viewer viewer) {
        return show(
                viewer.signedIn(),
                slug,
                id,
                HttpStatus.OK,
                after == null ? "" : after,
                find == null ? "" : find,
                next != null && Ids.isId(next) ? Ids.parse(next) : 0,
                new Focus.Asked(focus, by, meanwhile),
                "");
    }

    private Page show(
            Viewer.SignedIn person,
            String slug,
            String id,
            HttpStatus status,
            String after,
            String find,
            long next,
            Focus.Asked asked,
            String problem) {
        return rooms.show(
                person,
                slug,
                Capability.CURATE,
                status,
                "library/arrange",
                community -> {
                    LibraryCollection collection = collection(person, community, Ids.parse(id));
                    Long moved = asked.moved();
                    Slice<ResourceSummary> list =
                            moved == null
                                    ? lists.in(person, collection.id(), after, ROWS)
                                    : lists.around(person, collection.id(), moved, after, ROWS);
                    return new CollectionOrderPage(
                            community,
                            collection,
                            list,
                            after,
                            find,
                            lists.missing(person, collection, find),
                            next,
                            begins(person, collection, list.items()),
                            moved == null ? null : focus(person, collection, list.items(), asked),
                            problem);
                });
    }

    private boolean begins(
            Viewer viewer, LibraryCollection collection, List<ResourceSummary> list) {
        return !list.isEmpty() && lists.place(viewer, collection.id(), list.getFirst().id()) == 1;
    }

    private @Nullable Focus focus(
            Viewer viewer,
            LibraryCollection collection,
            List<ResourceSummary> list,
            Focus.Asked asked) {
        return list.stream()
                .filter(one -> Long.valueOf(one.id()).equals(asked.moved()))
                .findFirst()
                .map(one ->
                        asked.at(
                                one.id(),
                                one.title(),
                                lists.place(viewer, collection.id(), one.id()),
                                lists.size(viewer, collection.id())))
                .orElse(null);
    }

    private LibraryCollection collection(Viewer viewer, Community community, long id) {
        LibraryCollection collection = lists.one(viewer, id).collection();
        if (collection.communityId() != community.id()) {
            throw ProblemException.notFound();
        }
        return collection;
    }

    @Post("/order")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object order(String slug, String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        try {
            boolean meanwhile =
                    arranging.move(
                            person,
                            Ids.parse(id),
                            form.id("item"),
                            Stepping.step(form),
                            Stepping.number(form, "seen"));
            return goOn(slug, id, form, form.id("item"), form.line("to"), meanwhile);
        } catch (ProblemException refused) {
            if (refused.problem() instanceof Problem.Conflict conflict) {
                return show(
                        person,
                        slug,
                        id,
                        HttpStatus.CONFLICT,
                        form.line("after"),
                        "",
                        0,
                        new Focus.Asked(form.line("item"), form.line("to"), null),
                        conflict.why());
            }
            throw refused;
        }
    }

    /// Puts a resource at the end; the keyboard goes on at what else was found.
    @Post("/entries")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object put(String slug, String id, Form form, Viewer viewer) {
        collecting.put(viewer.signedIn(), Ids.parse(id), form.id("item"));
        String next = form.line("next");
        return pages.goTo(
                here(slug, id, form)
                        + "&find="
                        + URLEncoder.encode(form.line("find"), StandardCharsets.UTF_8)
                        + (Ids.isId(next) ? "&next=" + next : "")
                        + "&"
                        + Focus.asked(form.id("item"), "put", false));
    }

    /// Takes a resource out; the keyboard goes on at the one that was behind it.
    @Post("/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object take(String slug, String id, Form form, Viewer viewer) {
        collecting.take(viewer.signedIn(), Ids.parse(id), form.id("item"));
        String next = form.line("next");
        String here = here(slug, id, form);
        return pages.goTo(
                Ids.isId(next) ? here + "&" + Focus.asked(Ids.parse(next), "take", false) : here,
                "library.collection.taken");
    }

    private Object goOn(
            String slug, String id, Form form, long moved, String by, boolean meanwhile) {
        return pages.goTo(here(slug, id, form) + "&" + Focus.asked(moved, by, meanwhile));
    }

    private static String here(String slug, String id, Form form) {
        String after = form.line("after");
        return "/c/"
                + slug
                + "/library/collections/"
                + Ids.text(Ids.parse(id))
                + "/arrange?after="
                + (after.matches("[\\w-]+") ? after : "");
    }
}
