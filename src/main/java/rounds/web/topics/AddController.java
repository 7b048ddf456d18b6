package rounds.web.topics;

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

import rounds.kernel.ContentRef;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.topics.Shelf;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.Page;
import rounds.web.page.Pages;

import java.util.Optional;

/// Adds what somebody reads to a focus topic: whoever tends the topic puts it onto its shelf,
/// members suggest it.
@Controller("/focus/add")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ExecuteOn(TaskExecutors.BLOCKING)
class AddController {
    private final Shelf shelf;
    private final GatherDesk desk;
    private final Pages pages;

    AddController(Shelf shelf, GatherDesk desk, Pages pages) {
        this.shelf = shelf;
        this.desk = desk;
        this.pages = pages;
    }

    /// @param content as [Sign] writes it
    @Get
    Page choose(@QueryValue(defaultValue = "") String content, Viewer viewer) {
        return show(viewer.signedIn(), HttpStatus.OK, Sign.read(content), Filled.empty());
    }

    private Page show(
            Viewer.SignedIn person, HttpStatus status, ContentRef content, Filled filled) {
        return pages.show(
                person,
                status,
                "topics/add",
                () ->
                        new AddPage(
                                shelf.title(person, content),
                                shelf.choices(person, content),
                                filled));
    }

    @Post
    Object add(Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        ContentRef content = Sign.read(form.line("content"));
        try {
            if (!form.flag("topic")) {
                throw ProblemException.invalid("topic", "gather.add.which");
            }
            long topic = form.id("topic");
            Optional<Filled> asked = desk.asks(person, topic, form);
            if (asked.isPresent()) {
                return show(person, HttpStatus.OK, content, asked.get());
            }
            boolean shelved = shelf.put(person, topic, content, form.line("why"));
            return pages.goTo(
                    shelf.title(person, content).path(),
                    shelved ? "gather.add.shelved" : "gather.add.suggested");
        } catch (ProblemException refused) {
            return show(
                    person,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    content,
                    Filled.refused(form, refused));
        }
    }
}
