package rounds.web.forum;

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
import rounds.forum.Answering;
import rounds.forum.Asking;
import rounds.forum.Discussions;
import rounds.forum.DraftPlace;
import rounds.forum.Help;
import rounds.forum.PostInDiscussion;
import rounds.forum.Progress;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.Identified;
import rounds.web.page.Page;
import rounds.web.page.Pages;

import java.util.Map;
import java.util.Optional;

/// What helped, and how far a challenge has come.
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class HelpedController {
    private final Answering answering;
    private final Asking asking;
    private final Discussions discussions;
    private final Communities communities;
    private final Pages pages;

    HelpedController(
            Answering answering,
            Asking asking,
            Discussions discussions,
            Communities communities,
            Pages pages) {
        this.answering = answering;
        this.asking = asking;
        this.discussions = discussions;
        this.communities = communities;
        this.pages = pages;
    }

    @Get("/p/{id}/helped")
    Page ask(String id, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        return pages.show(
                person,
                "forum/helped",
                () -> {
                    PostInDiscussion found = found(person, id);
                    Filled now =
                            answering.helped(person, found.discussion()).stream()
                                    .filter(help -> help.postId() == found.post().id())
                                    .findFirst()
                                    .map(HelpedController::filled)
                                    .orElseGet(Filled::empty);
                    return page(person, found, now);
                });
    }

    private static Filled filled(Help help) {
        return Filled.with(Map.of("passage", help.passage(), "why", help.why()));
    }

    @Post("/p/{id}/helped")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object mark(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        try {
            if (form.flag("unmark")) {
                answering.unmarkHelped(person, Ids.parse(id));
                return pages.goTo(found(person, id).discussion().path(), "answer.helped.unmarked");
            }
            Optional<Filled> asked =
                    Identified.ask(
                            form,
                            () -> asking.in(person, new DraftPlace.OfPost(Ids.parse(id)).text()));
            if (asked.isPresent()) {
                return pages.show(
                        person, "forum/helped", () -> page(person, found(person, id), asked.get()));
            }
            answering.markHelped(person, Ids.parse(id), form.text("passage"), form.text("why"));
            return pages.goTo(
                    found(person, id).discussion().path() + "?at=1#helped", "answer.helped.marked");
        } catch (ProblemException refused) {
            return pages.show(
                    person,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "forum/helped",
                    () -> page(person, found(person, id), Filled.refused(form, refused)));
        }
    }

    @Post("/d/{id}/progress")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object progress(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        Progress progress = Progress.of(form.line("progress"));
        answering.progress(person, Ids.parse(id), progress);
        return pages.goTo(
                discussions.discussion(person, Ids.parse(id)).path() + "?at=1",
                progress == Progress.SOLVED
                        ? "answer.progress.solved-kept"
                        : "answer.progress.kept");
    }

    private PostInDiscussion found(Viewer.SignedIn person, String id) {
        return discussions.post(person, Ids.parse(id));
    }

    private HelpedPage page(Viewer.SignedIn person, PostInDiscussion found, Filled filled) {
        if (!found.post().marks().mayHelp()) {
            throw new ProblemException(new Problem.Forbidden("policy.refused.mark_helped"));
        }
        return new HelpedPage(
                communities.byId(person, found.discussion().communityId()), found, filled);
    }
}
