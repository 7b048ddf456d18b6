package rounds.web.start;

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
import rounds.kernel.Excerpt;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.search.Search;
import rounds.start.Beginning;
import rounds.start.Start;
import rounds.web.community.Rooms;
import rounds.web.page.Filled;
import rounds.web.page.Focus;
import rounds.web.page.Form;
import rounds.web.page.Page;
import rounds.web.page.Pages;

import java.util.List;
import java.util.regex.Pattern;

/// What newcomers of a community read first; who curates arranges it by buttons or by drag.
@Controller("/c/{slug}/start")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class StartController {
    private static final Pattern ADDRESS = Pattern.compile("/(?:d|r|cases|focus)/");

    /// So many are looked at for those of this community.
    private static final int MOST_CALLED = 50;

    private final Start start;
    private final Search search;
    private final Rooms rooms;
    private final Pages pages;

    StartController(Start start, Search search, Rooms rooms, Pages pages) {
        this.start = start;
        this.search = search;
        this.rooms = rooms;
        this.pages = pages;
    }

    /// @param focus what was just moved
    @Get
    Page list(
            String slug,
            @Nullable @QueryValue String focus,
            @Nullable @QueryValue String by,
            Viewer viewer) {
        return list(
                viewer, slug, HttpStatus.OK, new Focus.Asked(focus, by, null), "", Filled.empty());
    }

    private Page list(
            Viewer viewer,
            String slug,
            HttpStatus status,
            Focus.Asked asked,
            String problem,
            Filled filled) {
        return rooms.show(
                viewer,
                slug,
                Capability.READ,
                status,
                "start/start",
                community -> {
                    List<Beginning> list = start.all(viewer, community.id());
                    return new StartPage(
                            community, list, StartPage.focus(list, asked), problem, filled);
                });
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object put(String slug, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        try {
            start.put(person, slug, address(person, slug, form.line("address")), form.line("why"));
            return pages.goTo(path(slug), "start.put");
        } catch (ProblemException refused) {
            return list(
                    person,
                    slug,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    new Focus.Asked(null, null, null),
                    "",
                    Filled.refused(form, refused));
        }
    }

    /// An address as it is; in the place of a title the address of what is called so here.
    private String address(Viewer.SignedIn person, String slug, String typed) {
        if (ADDRESS.matcher(typed).find()) {
            return typed;
        }
        List<Excerpt> begun =
                search.titled(person, typed, MOST_CALLED).stream()
                        .filter(one -> one.communitySlug().equals(slug))
                        .toList();
        List<Excerpt> exactly =
                begun.stream().filter(one -> one.title().equalsIgnoreCase(typed.strip())).toList();
        List<Excerpt> meant = exactly.isEmpty() ? begun : exactly;
        if (meant.size() > 1) {
            throw ProblemException.invalid("address", "start.several");
        }
        return meant.isEmpty() ? typed : meant.getFirst().path();
    }

    @Post("/order")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object order(String slug, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long item = form.id("item");
        try {
            switch (form.line("to")) {
                case "up" -> start.up(person, slug, item);
                case "down" -> start.down(person, slug, item);
                case "before" -> start.before(person, slug, item, form.id("beside"));
                case "after" -> start.after(person, slug, item, form.id("beside"));
                default -> throw ProblemException.invalid("to", "form.malformed");
            }
            return pages.goTo(path(slug) + "?" + Focus.asked(item, form.line("to"), false));
        } catch (ProblemException refused) {
            if (refused.problem() instanceof Problem.Conflict conflict) {
                return list(
                        person,
                        slug,
                        HttpStatus.CONFLICT,
                        new Focus.Asked(form.line("item"), form.line("to"), null),
                        conflict.why(),
                        Filled.empty());
            }
            throw refused;
        }
    }

    @Post("/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object take(String slug, Form form, Viewer viewer) {
        start.take(viewer.signedIn(), slug, form.id("item"));
        return pages.goTo(path(slug), "start.taken");
    }

    private static String path(String slug) {
        return "/c/" + slug + "/start";
    }
}
