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
import rounds.library.CollectionLists;
import rounds.library.CollectionWithin;
import rounds.web.community.Rooms;
import rounds.web.page.Address;
import rounds.web.page.Focus;
import rounds.web.page.Form;
import rounds.web.page.Page;
import rounds.web.page.Pages;
import rounds.web.page.Stepping;

import java.util.List;

/// The collections of a library, and their order.
@Controller("/c/{slug}/library/collections")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class CollectionsController {
    private static final int ROWS = 25;

    private final CollectionLists lists;
    private final Arranging arranging;
    private final Rooms rooms;
    private final Pages pages;

    CollectionsController(CollectionLists lists, Arranging arranging, Rooms rooms, Pages pages) {
        this.lists = lists;
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
            arranging.move(person, form.id("item"), Stepping.step(form));
            return pages.goTo(
                    path(slug) + "?" + Focus.asked(form.id("item"), form.line("to"), false));
        } catch (ProblemException refused) {
            if (refused.problem() instanceof Problem.Conflict conflict) {
                var asked = new Focus.Asked(form.line("item"), form.line("to"), null);
                return all(person, slug, HttpStatus.CONFLICT, asked, conflict.why());
            }
            throw refused;
        }
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
                            CollectionWithin one = lists.one(viewer, asked.id());
                            if (one.collection().communityId() != community.id()) {
                                throw ProblemException.notFound();
                            }
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

    private static String path(String slug) {
        return "/c/" + slug + "/library/collections";
    }
}
