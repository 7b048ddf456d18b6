package rounds.web.topics;

import io.micronaut.http.HttpResponse;
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

import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.topics.Questions;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.Page;
import rounds.web.page.Pages;
import rounds.web.page.Stepping;

import java.util.Optional;

/// What nobody knows yet about a topic: ask it, say what answers it, put it into an order.
@Controller("/focus/{id}/questions")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ExecuteOn(TaskExecutors.BLOCKING)
class QuestionsController {
    private final Questions questions;
    private final GatherDesk desk;
    private final Pages pages;

    QuestionsController(Questions questions, GatherDesk desk, Pages pages) {
        this.questions = questions;
        this.desk = desk;
        this.pages = pages;
    }

    @Post
    Object ask(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long topic = Ids.parse(id);
        Optional<Filled> asked = desk.asks(person, topic, form);
        if (asked.isPresent()) {
            return desk.show(person, "ask", topic, GatherDesk.About.NOTHING, asked.get());
        }
        try {
            questions.ask(person, topic, form.line("question"));
            return back(person, topic, "gather.question.asked");
        } catch (ProblemException refused) {
            return desk.again(person, "ask", topic, GatherDesk.About.NOTHING, form, refused);
        }
    }

    @Get("/{question}")
    Page write(String id, String question, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long topic = Ids.parse(id);
        return desk.show(person, "answer", topic, about(person, topic, question), Filled.empty());
    }

    /// Says what answers it, or that it is asked no more: the button that was pressed.
    @Post("/{question}")
    Object close(String id, String question, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long topic = Ids.parse(id);
        GatherDesk.About about = about(person, topic, question);
        Optional<Filled> asked = desk.asks(person, topic, form);
        if (asked.isPresent()) {
            return desk.show(person, "answer", topic, about, asked.get());
        }
        try {
            if (form.line("do").equals("drop")) {
                questions.drop(person, topic, Ids.parse(question), form.line("answer"));
                return back(person, topic, "gather.question.dropped");
            }
            questions.answer(
                    person, topic, Ids.parse(question), form.line("answer"), form.line("pointer"));
            return back(person, topic, "gather.question.answered");
        } catch (ProblemException refused) {
            return desk.again(person, "answer", topic, about, form, refused);
        }
    }

    @Post("/{question}/open")
    HttpResponse<?> reopen(String id, String question, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        questions.reopen(person, Ids.parse(id), Ids.parse(question));
        return back(person, Ids.parse(id), "gather.question.reopened");
    }

    @Post("/order")
    HttpResponse<?> order(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long topic = Ids.parse(id);
        questions.move(person, topic, form.id("item"), Stepping.step(form));
        return pages.goTo(desk.path(person, topic) + "#q-" + Ids.text(form.id("item")));
    }

    private GatherDesk.About about(Viewer.SignedIn person, long topic, String question) {
        return new GatherDesk.About(questions.one(person, topic, Ids.parse(question)), null);
    }

    private HttpResponse<?> back(Viewer.SignedIn person, long topic, String message) {
        return pages.goTo(desk.path(person, topic) + "#questions", message);
    }
}
