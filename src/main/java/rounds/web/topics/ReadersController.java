package rounds.web.topics;

import io.micronaut.http.HttpStatus;
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

import rounds.community.Communities;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.topics.Readers;
import rounds.topics.Topic;
import rounds.topics.Topics;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.Page;
import rounds.web.page.Pages;

import java.util.List;

/// Who reads a topic: all who read its community, or the members alone.
@Controller("/focus/{id}/readers")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class ReadersController {
    private final Readers readers;
    private final Topics topics;
    private final Communities communities;
    private final Pages pages;

    ReadersController(Readers readers, Topics topics, Communities communities, Pages pages) {
        this.readers = readers;
        this.topics = topics;
        this.communities = communities;
        this.pages = pages;
    }

    @Get
    Page ask(String id, Viewer viewer) {
        return page(viewer.signedIn(), HttpStatus.OK, Ids.parse(id), Filled.empty(), "");
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object show(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long topic = Ids.parse(id);
        int revision = TopicForm.number(form, "revision");
        try {
            if (form.line("readers").equals("members")) {
                readers.keepForMembers(person, topic, revision);
                return pages.goTo(topics.topic(person, topic).path(), "topics.readers.narrowed");
            }
            readers.showToAll(person, topic, revision, consent(form), asked(form));
            return pages.goTo(topics.topic(person, topic).path(), "topics.readers.widened");
        } catch (ProblemException refused) {
            return refused.problem() instanceof Problem.Conflict conflict
                    ? page(person, HttpStatus.CONFLICT, topic, Filled.of(form), conflict.why())
                    : page(
                            person,
                            HttpStatus.UNPROCESSABLE_ENTITY,
                            topic,
                            Filled.refused(form, refused),
                            "");
        }
    }

    private static Readers.Consent consent(Form form) {
        return form.line("agreed").equals("yes") ? Readers.Consent.GIVEN : Readers.Consent.MISSING;
    }

    /// Those whose names stood on the page.
    private static List<Long> asked(Form form) {
        return form.all("asked").stream().filter(Ids::isId).map(Ids::parse).toList();
    }

    private Page page(
            Viewer.SignedIn person, HttpStatus status, long id, Filled filled, String problem) {
        return pages.show(
                person,
                status,
                "topics/readers",
                () -> {
                    Topic topic = topics.topic(person, id);
                    return new ReadersPage(
                            communities.byId(person, topic.communityId()),
                            topic,
                            readers.speakers(person, id),
                            filled,
                            problem);
                });
    }
}
