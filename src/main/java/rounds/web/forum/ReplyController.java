package rounds.web.forum;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

import org.jspecify.annotations.Nullable;

import rounds.forum.Arrangement;
import rounds.forum.DraftPlace;
import rounds.forum.Forum;
import rounds.forum.MovedAnswer;
import rounds.forum.NewPost;
import rounds.forum.Posted;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.Page;
import rounds.web.page.Pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Answering: on a page of its own, with the words answered above the box, or below the thread.
@Controller("/d/{id}")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class ReplyController {
    private final Forum forum;
    private final Arrangement arrangement;
    private final Replies replies;
    private final Boxes boxes;
    private final Pages pages;

    ReplyController(
            Forum forum, Arrangement arrangement, Replies replies, Boxes boxes, Pages pages) {
        this.forum = forum;
        this.arrangement = arrangement;
        this.replies = replies;
        this.boxes = boxes;
        this.pages = pages;
    }

    /// @param quote whether the box begins with the words that are answered
    /// @param with ids of resources to link to, separated by commas
    /// @param look what stands in the draft is asked about
    @Get("/reply")
    Object write(
            String id,
            @Nullable @QueryValue String to,
            @Nullable @QueryValue String quote,
            @QueryValue(defaultValue = "") String with,
            @Nullable @QueryValue String look,
            Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        var place = new DraftPlace.Answer(Ids.parse(id), answered(to));
        // Asked first: whoever keeps order still sees what is left of a discussion that was merged.
        Optional<MovedAnswer> moved = arrangement.moved(person, place);
        if (moved.isPresent()) {
            return pages.goTo(form(moved.get().place(), quote, with));
        }
        return pages.show(
                person,
                "forum/reply",
                () ->
                        look == null
                                ? replies.page(
                                        person,
                                        place.discussion(),
                                        place.post(),
                                        quote != null,
                                        with)
                                : replies.page(
                                        person,
                                        place.discussion(),
                                        place.post(),
                                        boxes.asking(person, boxes.at(person, place, Map.of()))));
    }

    /// The address of the form in which that answer is written.
    private static String form(DraftPlace.Answer place, @Nullable String quote, String with) {
        UriBuilder form = UriBuilder.of("/d/" + Ids.text(place.discussion()) + "/reply");
        if (place.post() != null) {
            form.queryParam("to", Ids.text(place.post()));
        }
        if (quote != null) {
            form.queryParam("quote", quote);
        }
        if (!with.isEmpty()) {
            form.queryParam("with", with);
        }
        return form.build().toString();
    }

    private static String looking(DraftPlace.Answer place) {
        return UriBuilder.of(form(place, null, "")).queryParam("look", "yes").build().toString();
    }

    @Post("/posts")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object send(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long discussion = Ids.parse(id);
        Long answers = answered(form.optional("answers"));
        try {
            Optional<Box> aside = boxes.aside(person, form);
            if (aside.isPresent() && Boxes.isKept(form, aside.get())) {
                return pages.goTo(looking(new DraftPlace.Answer(discussion, answers)));
            }
            if (aside.isPresent()) {
                return pages.show(
                        person,
                        "forum/reply",
                        () -> replies.page(person, discussion, answers, aside.get()));
            }
            Posted posted =
                    forum.reply(person, discussion, entered(form, answers), form.submission());
            return pages.goTo(
                    posted.path(), posted.waits() ? "forum.posted.waits" : "forum.posted.reply");
        } catch (ProblemException refused) {
            boolean gone =
                    refused.problem() instanceof Problem.NotFound
                            || refused.problem() instanceof Problem.Conflict;
            Optional<Page> elsewhere =
                    gone
                            ? elsewhere(person, new DraftPlace.Answer(discussion, answers), form)
                            : Optional.empty();
            if (elsewhere.isPresent()) {
                return elsewhere.get();
            }
            if (refused.problem() instanceof Problem.NotFound) {
                return pages.show(
                        person,
                        HttpStatus.NOT_FOUND,
                        "forum/unsent",
                        () -> new UnsentPage(form.text("body")));
            }
            return pages.show(
                    person,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "forum/reply",
                    () -> again(person, discussion, answers, form, refused));
        }
    }

    // A discussion that was merged or split meanwhile: the words stand in the box of where they go
    // now. Where she may not know of that, they are given back all the same.
    private Optional<Page> elsewhere(Viewer.SignedIn person, DraftPlace.Answer place, Form form) {
        var what = place.post() == null ? ReplyPage.Moved.DISCUSSION : ReplyPage.Moved.POST;
        return arrangement
                .moved(person, place)
                .map(now ->
                        pages.show(
                                person,
                                HttpStatus.UNPROCESSABLE_ENTITY,
                                "forum/reply",
                                () -> replies.moved(person, now, what, form)));
    }

    private static NewPost entered(Form form, @Nullable Long answers) {
        return new NewPost(
                form.text("body"),
                answers,
                form.optional("language"),
                Typed.number(form, "seen"),
                Typed.written(form));
    }

    // A discussion that was closed meanwhile: the words stay in the box, to be copied or sent
    // elsewhere.
    private ReplyPage again(
            Viewer.SignedIn person,
            long discussion,
            @Nullable Long answers,
            Form form,
            ProblemException refused) {
        if (!(refused.problem() instanceof Problem.Conflict(String why))) {
            return replies.page(person, discussion, answers, boxes.refused(form, refused));
        }
        if (why.equals(Forum.MEANWHILE)) {
            return replies.meanwhile(person, discussion, answers, form);
        }
        if (why.equals(Forum.CLOSED)) {
            // The page says so by itself, once.
            return replies.page(person, discussion, answers, boxes.again(Filled.of(form)));
        }
        var filled = new Filled(form, List.of(new Problem.Field("body", why)));
        return replies.page(person, discussion, answers, boxes.again(filled));
    }

    private static @Nullable Long answered(@Nullable String id) {
        return id == null || id.isEmpty() ? null : (Long) Ids.parse(id);
    }
}
