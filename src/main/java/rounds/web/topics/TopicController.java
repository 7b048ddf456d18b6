package rounds.web.topics;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.topics.Topic;
import rounds.topics.TopicState;
import rounds.topics.Topics;
import rounds.web.page.Address;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.Identified;
import rounds.web.page.Page;
import rounds.web.page.Pages;

import java.util.Optional;

/// A focus topic: read it, want it, say what it pursues, take it from step to step.
@Controller("/focus")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class TopicController {
    private final Topics topics;
    private final TopicDesk desk;
    private final Pages pages;

    TopicController(Topics topics, TopicDesk desk, Pages pages) {
        this.topics = topics;
        this.desk = desk;
        this.pages = pages;
    }

    @Get("/{address}")
    HttpResponse<?> show(@PathVariable String address, Viewer viewer, HttpRequest<?> request) {
        var asked = new Address("/focus/", address);
        Page shown = desk.page(viewer, asked.id());
        String path = ((TopicPage) shown.page()).topic().path();
        return asked.isOf(path)
                ? HttpResponse.ok(shown)
                : HttpResponse.redirect(Address.with(path, request));
    }

    /// Says that one wants a proposal, or takes that back where the form says so.
    @Post("/{id}/vote")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> vote(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long topic = Ids.parse(id);
        if (form.line("wanted").equals("no")) {
            topics.wantNoLonger(person, topic);
        } else {
            topics.want(person, topic);
        }
        return pages.goTo(
                form.line("from").equals("list")
                        ? "/c/" + topics.topic(person, topic).communitySlug() + "/focus"
                        : topics.topic(person, topic).path() + "#vote");
    }

    /// All that its summary cites.
    ///
    /// @param after so many come before those that are shown
    @Get("/{id}/sources")
    Page sources(String id, @QueryValue(defaultValue = "0") int after, Viewer viewer) {
        return desk.sources(viewer, Ids.parse(id), after);
    }

    /// All that stands on its shelf.
    @Get("/{id}/reading")
    Page reading(String id, @Nullable @QueryValue String after, Viewer viewer) {
        return desk.reading(viewer, Ids.parse(id), after);
    }

    /// What was done with it, for the members.
    @Get("/{id}/history")
    Page history(String id, Viewer viewer) {
        return desk.history(viewer.signedIn(), Ids.parse(id));
    }

    @Get("/{id}/edit")
    Page write(String id, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        Topic topic = editable(person, id);
        return desk.form(person, HttpStatus.OK, topic, TopicForm.filled(topic), "");
    }

    @Post("/{id}/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object edit(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        Topic topic = editable(person, id);
        Optional<Filled> asked = Identified.ask(form, () -> desk.asks(person, topic));
        if (asked.isPresent()) {
            return desk.form(person, HttpStatus.OK, topic, asked.get(), "");
        }
        try {
            Topic edited =
                    topics.describe(
                            person,
                            topic.id(),
                            TopicForm.pursuit(form),
                            TopicForm.number(form, "revision"));
            return pages.goTo(edited.path(), "topics.edited");
        } catch (ProblemException refused) {
            return again(person, topic, form, refused);
        }
    }

    /// What was entered comes back; where somebody else was quicker, the next press puts this in
    /// its place.
    private Page again(Viewer.SignedIn person, Topic topic, Form form, ProblemException refused) {
        if (refused.problem() instanceof Problem.Conflict conflict) {
            Topic now = topics.topic(person, topic.id());
            Form onward = form.with("revision", String.valueOf(now.revision()));
            return desk.form(person, HttpStatus.CONFLICT, now, Filled.of(onward), conflict.why());
        }
        return desk.form(
                person, HttpStatus.UNPROCESSABLE_ENTITY, topic, Filled.refused(form, refused), "");
    }

    private Topic editable(Viewer.SignedIn person, String id) {
        Topic topic = topics.topic(person, Ids.parse(id));
        if (!topic.may().edit()) {
            throw new ProblemException(new Problem.Forbidden("topics.not-tended"));
        }
        return topic;
    }

    /// Takes a topic a step on: the button that was pressed.
    @Post("/{id}/steps")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object step(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long topic = Ids.parse(id);
        TopicState becomes = TopicState.of(form.line("becomes"));
        try {
            Topic moved =
                    topics.move(
                            person,
                            topic,
                            becomes,
                            form.text("reason"),
                            TopicForm.number(form, "revision"));
            return pages.goTo(moved.path(), "topics.now." + becomes.code());
        } catch (ProblemException refused) {
            return desk.again(person, topic, form, refused);
        }
    }

    /// Asks a member to tend it.
    @Post("/{id}/curators")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object curator(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long topic = Ids.parse(id);
        try {
            Topic now = topics.nameCurator(person, topic, form.line("curator"));
            return pages.goTo(now.path() + "#tend", "topics.curator.named");
        } catch (ProblemException refused) {
            return desk.again(person, topic, form, refused);
        }
    }

    @Post("/{id}/curators/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> endCurator(String id, Form form, Viewer viewer) {
        Topic now = topics.endCurator(viewer.signedIn(), Ids.parse(id), form.id("person"));
        return pages.goTo(now.path() + "#tend", "topics.curator.ended");
    }

    /// Says who looks at the summary again, and by when.
    @Post("/{id}/review")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object review(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long topic = Ids.parse(id);
        try {
            Topic now =
                    topics.planReview(
                            person,
                            topic,
                            form.line("owner"),
                            TopicForm.day(form, "review"),
                            TopicForm.number(form, "revision"));
            return pages.goTo(now.path() + "#tend", "topics.review.planned");
        } catch (ProblemException refused) {
            return desk.again(person, topic, form, refused);
        }
    }
}
