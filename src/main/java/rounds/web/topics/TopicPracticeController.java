package rounds.web.topics;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.topics.InPractice;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.Pages;

import java.util.Optional;

/// What becomes of a topic's summary: people say that they used it.
@Controller("/focus/{id}/practice")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ExecuteOn(TaskExecutors.BLOCKING)
class TopicPracticeController {
    private final InPractice practice;
    private final GatherDesk desk;
    private final Pages pages;

    TopicPracticeController(InPractice practice, GatherDesk desk, Pages pages) {
        this.practice = practice;
        this.desk = desk;
        this.pages = pages;
    }

    @Post
    Object say(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long topic = Ids.parse(id);
        Optional<Filled> asked = desk.asks(person, topic, form);
        if (asked.isPresent()) {
            return desk.show(person, "practice", topic, GatherDesk.About.NOTHING, asked.get());
        }
        try {
            practice.say(person, topic, form.line("note"));
            return back(person, topic, "gather.practice.said");
        } catch (ProblemException refused) {
            return desk.again(person, "practice", topic, GatherDesk.About.NOTHING, form, refused);
        }
    }

    @Post("/end")
    HttpResponse<?> takeBack(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        practice.takeBack(person, Ids.parse(id));
        return back(person, Ids.parse(id), "gather.practice.taken-back");
    }

    private HttpResponse<?> back(Viewer.SignedIn person, long topic, String message) {
        return pages.goTo(desk.path(person, topic) + "#practice", message);
    }
}
