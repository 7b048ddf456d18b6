package rounds.web.topics;

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

import rounds.kernel.ContentRef;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.platform.order.Step;
import rounds.topics.Pointing;
import rounds.topics.Shelf;
import rounds.web.page.Filled;
import rounds.web.page.Focus;
import rounds.web.page.Form;
import rounds.web.page.Page;
import rounds.web.page.Pages;
import rounds.web.page.Stepping;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// A topic's shelf: whoever tends the topic puts things there and takes them off, moves them by
/// buttons or by drag, and takes or declines what members suggest.
@Controller("/focus/{id}/shelf")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ExecuteOn(TaskExecutors.BLOCKING)
class ShelfController {
    private final Shelf shelf;
    private final Pointing pointing;
    private final ShelfDesk desk;
    private final Pages pages;

    ShelfController(Shelf shelf, Pointing pointing, ShelfDesk desk, Pages pages) {
        this.shelf = shelf;
        this.pointing = pointing;
        this.desk = desk;
        this.pages = pages;
    }

    /// @param focus what was just moved
    /// @param taken what was just taken off, as [Sign] writes it
    /// @param place where that stood
    /// @param why the line that stood beside it
    @Get
    Page arrange(
            String id,
            @Nullable @QueryValue String focus,
            @Nullable @QueryValue String by,
            @Nullable @QueryValue String meanwhile,
            @Nullable @QueryValue String taken,
            @QueryValue(defaultValue = "1") int place,
            @QueryValue(defaultValue = "") String why,
            Viewer viewer) {
        return desk.show(
                viewer.signedIn(),
                Ids.parse(id),
                HttpStatus.OK,
                new Focus.Asked(focus, by, meanwhile),
                taken == null ? null : new ShelfDesk.TakenOff(taken, place, why),
                "",
                Filled.empty());
    }

    @Post("/order")
    Object order(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long topic = Ids.parse(id);
        long moved = form.id("item");
        try {
            boolean meanwhile =
                    shelf.move(
                            person,
                            topic,
                            moved,
                            Stepping.step(form),
                            Stepping.number(form, "seen"));
            return pages.goTo(
                    here(topic) + "?" + Focus.asked(moved, by(form.line("to")), meanwhile));
        } catch (ProblemException refused) {
            if (refused.problem() instanceof Problem.Conflict conflict) {
                return desk.show(
                        person,
                        topic,
                        HttpStatus.CONFLICT,
                        new Focus.Asked(form.line("item"), by(form.line("to")), null),
                        null,
                        conflict.why(),
                        Filled.empty());
            }
            throw refused;
        }
    }

    // It stands in an address.
    private static String by(String to) {
        return to.matches("[a-z]{1,10}") ? to : "";
    }

    /// Puts something there: what a member suggested, what is like the topic, what was taken off,
    /// or what somebody names by its address.
    @Post("/entries")
    Object put(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long topic = Ids.parse(id);
        try {
            ContentRef content =
                    form.flag("item")
                            ? Sign.read(form.line("item"))
                            : pointed(form.line("content"));
            shelf.put(person, topic, content, form.line("why"));
            Integer place = Stepping.number(form, "place");
            if (place != null) {
                shelf.move(person, topic, content.id(), new Step.To(place), null);
            }
            return pages.goTo(here(topic) + "?" + Focus.asked(content.id(), "put", false));
        } catch (ProblemException refused) {
            return desk.show(
                    person,
                    topic,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    new Focus.Asked(null, null, null),
                    null,
                    "",
                    Filled.refused(form, unknown(refused)));
        }
    }

    private ContentRef pointed(String line) {
        return pointing.read(line)
                .orElseThrow(() -> ProblemException.invalid("content", "gather.pointer.unknown"));
    }

    // What she may not read is to her as what is not there.
    private static ProblemException unknown(ProblemException refused) {
        return refused.problem() instanceof Problem.NotFound
                ? ProblemException.invalid("content", "gather.pointer.unknown")
                : refused;
    }

    /// Takes something off; the keyboard goes on at the one that was behind it.
    @Post("/removal")
    HttpResponse<?> take(String id, Form form, Viewer viewer) {
        long topic = Ids.parse(id);
        ContentRef content = Sign.read(form.line("content"));
        shelf.take(viewer.signedIn(), topic, content);
        String next = form.line("next");
        Integer place = Stepping.number(form, "stood");
        return pages.goTo(
                here(topic)
                        + "?taken="
                        + Sign.of(content)
                        + "&place="
                        + (place == null ? 1 : place)
                        + "&why="
                        + URLEncoder.encode(form.line("why"), StandardCharsets.UTF_8)
                        + (Ids.isId(next) && Ids.parse(next) != content.id()
                                ? "&" + Focus.asked(Ids.parse(next), "take", false)
                                : ""));
    }

    /// Says in other words why something stands there.
    @Post("/why")
    HttpResponse<?> say(String id, Form form, Viewer viewer) {
        long topic = Ids.parse(id);
        ContentRef content = Sign.read(form.line("content"));
        shelf.say(viewer.signedIn(), topic, content, form.line("why"));
        return pages.goTo(
                here(topic) + "?" + Focus.asked(content.id(), "why", false),
                "gather.shelf.why.said");
    }

    /// Declines what was suggested, or takes one's own suggestion back.
    @Post("/declining")
    HttpResponse<?> decline(String id, Form form, Viewer viewer) {
        long topic = Ids.parse(id);
        Viewer.SignedIn person = viewer.signedIn();
        shelf.decline(person, topic, Sign.read(form.line("content")));
        return pages.goTo(
                form.line("from").equals("topic") ? desk.path(person, topic) : here(topic),
                "gather.shelf.declined");
    }

    private static String here(long topic) {
        return "/focus/" + Ids.text(topic) + "/shelf";
    }
}
