package rounds.web.forum;

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

import rounds.community.Communities;
import rounds.forum.Answering;
import rounds.forum.Asking;
import rounds.forum.Discussions;
import rounds.forum.DraftPlace;
import rounds.forum.PostInDiscussion;
import rounds.forum.PostMarks;
import rounds.forum.Reaction;
import rounds.forum.Saying;
import rounds.forum.Tried;
import rounds.kernel.Author;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.platform.mail.Wording;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.Identified;
import rounds.web.page.Page;
import rounds.web.page.Pages;
import rounds.web.page.ReturnPath;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Answering a post without writing one: helpful, same here, I tried this, thanks.
@Controller("/p/{id}")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class AnswerController {
    private static final int ROWS = 50;

    private final Answering answering;
    private final Asking asking;
    private final Discussions discussions;
    private final Communities communities;
    private final Wording wording;
    private final Pages pages;

    AnswerController(
            Answering answering,
            Asking asking,
            Discussions discussions,
            Communities communities,
            Wording wording,
            Pages pages) {
        this.answering = answering;
        this.asking = asking;
        this.discussions = discussions;
        this.communities = communities;
        this.wording = wording;
        this.pages = pages;
    }

    /// Who said what.
    @Get("/reactions")
    Page said(String id, @Nullable @QueryValue String after, Viewer viewer) {
        return pages.show(
                viewer,
                "forum/reactions",
                () -> {
                    PostInDiscussion found = discussions.post(viewer, Ids.parse(id));
                    return new ReactionsPage(
                            communities.byId(viewer, found.discussion().communityId()),
                            found,
                            answering.said(viewer, found.post().id(), after, ROWS));
                });
    }

    /// A button below a post: says it, or takes it back. A script that stays on the page is
    /// answered with a sentence to be read out, in the language that it names.
    @Post("/reactions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object say(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long post = Ids.parse(id);
        boolean unsaid = form.flag("unsay");
        Reaction reaction = Reaction.of(form.line(unsaid ? "unsay" : "say"));
        if (unsaid) {
            answering.takeBack(person, post, reaction);
        } else {
            answering.say(person, post, Saying.of(reaction));
        }
        return form.flag("aloud")
                ? HttpResponse.ok(sentence(person, post, reaction, unsaid, form.line("aloud")))
                        .contentType(MediaType.TEXT_PLAIN_TYPE)
                : pages.goTo(back(person, post, form));
    }

    private String sentence(
            Viewer.SignedIn person, long post, Reaction reaction, boolean unsaid, String language) {
        PostMarks marks = discussions.post(person, post).post().marks();
        int count =
                switch (reaction) {
                    case HELPFUL -> marks.helpful();
                    case SAME -> marks.same();
                    case THANKS -> marks.thanks();
                    case TRIED -> marks.tried();
                };
        String said = "answer." + (unsaid ? "unsaid." : "said.") + reaction.code();
        return wording.text(language, said, List.of())
                + " "
                + wording.text(language, "answer.said.count", List.of(count));
    }

    @Get("/{said:tried|same}")
    Page tell(String id, String said, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        return show(person, id, said, HttpStatus.OK, null);
    }

    /// Says it with more words: how it went and where, or for whom.
    @Post("/{said:tried|same}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object told(String id, String said, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long post = Ids.parse(id);
        try {
            if (form.flag("unsay")) {
                answering.takeBack(person, post, Reaction.of(said));
                return pages.goTo(back(person, post, form));
            }
            Optional<Filled> asked =
                    Identified.ask(
                            form, () -> asking.in(person, new DraftPlace.OfPost(post).text()));
            if (asked.isPresent()) {
                return show(person, id, said, HttpStatus.OK, asked.get());
            }
            answering.say(person, post, saying(Reaction.of(said), form));
            return pages.goTo(back(person, post, form), "answer.told");
        } catch (ProblemException refused) {
            return show(
                    person,
                    id,
                    said,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    Filled.refused(form, refused));
        }
    }

    private static Saying saying(Reaction reaction, Form form) {
        return new Saying(
                reaction,
                reaction == Reaction.TRIED ? Tried.of(form.line("outcome")) : null,
                form.text("note"),
                form.text("place"),
                form.optional("community"));
    }

    private String back(Viewer.SignedIn person, long post, Form form) {
        return form.flag("next")
                ? ReturnPath.of(form.optional("next"))
                : discussions.post(person, post).path();
    }

    private Page show(
            Viewer.SignedIn person,
            String id,
            String said,
            HttpStatus status,
            @Nullable Filled filled) {
        return pages.show(
                person,
                status,
                "forum/say",
                () -> {
                    PostInDiscussion found = discussions.post(person, Ids.parse(id));
                    Author author = found.post().author();
                    if (author != null && author.id() == person.personId()) {
                        throw new ProblemException(new Problem.Forbidden("answer.own"));
                    }
                    Tried outcome = found.post().marks().outcome();
                    return new SayPage(
                            said,
                            communities.byId(person, found.discussion().communityId()),
                            found,
                            filled == null
                                    ? Filled.with(
                                            Map.of(
                                                    "outcome",
                                                    outcome == null ? "" : outcome.code()))
                                    : filled,
                            communities.mine(person).stream()
                                    .filter(mine ->
                                            !mine.slug().equals(found.discussion().communitySlug()))
                                    .toList());
                });
    }
}
