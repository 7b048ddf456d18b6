package rounds.web.forum;

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
import rounds.community.Community;
import rounds.forum.Content;
import rounds.forum.Discussion;
import rounds.forum.DiscussionEdit;
import rounds.forum.DiscussionPage;
import rounds.forum.Discussions;
import rounds.forum.DraftPlace;
import rounds.forum.Edits;
import rounds.forum.Kind;
import rounds.forum.Moderation;
import rounds.forum.Place;
import rounds.forum.View;
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

/// Looking after a discussion: its title, tags and opening words; pin, close and reopen.
@Controller("/d/{id}")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class CareController {
    private final Edits edits;
    private final Boxes boxes;
    private final Moderation moderation;
    private final Discussions discussions;
    private final Communities communities;
    private final Pages pages;

    CareController(
            Edits edits,
            Boxes boxes,
            Moderation moderation,
            Discussions discussions,
            Communities communities,
            Pages pages) {
        this.edits = edits;
        this.boxes = boxes;
        this.moderation = moderation;
        this.discussions = discussions;
        this.communities = communities;
        this.pages = pages;
    }

    @Get("/closure")
    Object askClose(String id, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        return closedAlready(person, id)
                ? back(person, id, "forum.closed.already")
                : close(person, id, HttpStatus.OK, Filled.empty());
    }

    /// Whether somebody was quicker, for a person who could have closed it herself: her reason
    /// would stand nowhere.
    private boolean closedAlready(Viewer.SignedIn person, String id) {
        Discussion discussion = discussions.discussion(person, Ids.parse(id));
        return discussion.closed()
                && (discussion.may().reopen() || discussion.openedBy().id() == person.personId());
    }

    @Post("/closure")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object close(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        boolean closes = form.line("closed").equals("yes");
        if (closes && closedAlready(person, id)) {
            return back(person, id, "forum.closed.already");
        }
        if (closes) {
            try {
                moderation.close(person, Ids.parse(id), form.text("reason"));
            } catch (ProblemException refused) {
                return close(
                        person, id, HttpStatus.UNPROCESSABLE_ENTITY, Filled.refused(form, refused));
            }
        } else {
            moderation.reopen(person, Ids.parse(id));
        }
        return back(person, id, closes ? "forum.done.close" : "forum.done.reopen");
    }

    @Post("/pin")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object pin(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        boolean pins = form.line("pinned").equals("yes");
        if (pins) {
            moderation.pin(person, Ids.parse(id));
        } else {
            moderation.unpin(person, Ids.parse(id));
        }
        return back(person, id, pins ? "forum.done.pin" : "forum.done.unpin");
    }

    /// @param look what stands in the draft is asked about
    @Get("/edit")
    Page write(String id, @Nullable @QueryValue String look, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        var place = new DraftPlace.OfDiscussion(Ids.parse(id));
        return show(
                person,
                id,
                HttpStatus.OK,
                look == null ? null : boxes.asking(person, boxes.at(person, place, Map.of())));
    }

    @Post("/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object save(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        try {
            Optional<Box> aside = boxes.aside(person, form);
            if (aside.isPresent() && Boxes.isKept(form, aside.get())) {
                return pages.goTo("/d/" + Ids.text(Ids.parse(id)) + "/edit?look=yes");
            }
            return aside.isPresent()
                    ? show(person, id, HttpStatus.OK, aside.get())
                    : edited(person, Ids.parse(id), entered(form));
        } catch (ProblemException refused) {
            Box box = boxes.again(EditForm.refused(form, refused));
            return show(person, id, HttpStatus.UNPROCESSABLE_ENTITY, box);
        }
    }

    private Object edited(Viewer.SignedIn person, long id, DiscussionEdit entered) {
        List<String> before = discussions.discussion(person, id).tags();
        Discussion now = edits.edit(person, id, entered);
        return pages.goTo(
                now.path(), now.tags().equals(before) ? "forum.edited" : "forum.edited.tags");
    }

    // What a form does not show stays as it is: a moderator's has no opening words.
    private static DiscussionEdit entered(Form form) {
        boolean words = form.flag("title");
        return new DiscussionEdit(
                Numbers.of(form.line("revision")),
                words ? Kind.of(form.line("kind")) : null,
                words ? form.line("title") : null,
                form.flag("body") ? form.text("body") : null,
                Tags.of(form.line("tags")),
                form.flag("body") ? form.optional("language") : null,
                Typed.written(form));
    }

    private Page close(Viewer.SignedIn person, String id, HttpStatus status, Filled filled) {
        return pages.show(
                person,
                status,
                "forum/close",
                () -> {
                    Discussion discussion = discussions.discussion(person, Ids.parse(id));
                    if (!discussion.may().close()) {
                        throw new ProblemException(new Problem.Forbidden("policy.refused.close"));
                    }
                    return new ClosePage(
                            communities.byId(person, discussion.communityId()),
                            discussion,
                            discussion.openedBy().id() != person.personId(),
                            filled);
                });
    }

    private Object back(Viewer.SignedIn person, String id, String done) {
        return pages.goTo(discussions.discussion(person, Ids.parse(id)).path(), done);
    }

    private Page show(Viewer.SignedIn person, String id, HttpStatus status, @Nullable Box written) {
        return pages.show(
                person,
                status,
                "forum/edit",
                () -> {
                    DiscussionPage shown =
                            discussions.page(
                                    person,
                                    Ids.parse(id),
                                    View.TIME,
                                    Place.START,
                                    1,
                                    Content.SOURCE);
                    Discussion discussion = shown.discussion();
                    if (!discussion.may().edit()
                            && !discussion.may().correct()
                            && !discussion.may().tag()) {
                        throw new ProblemException(new Problem.Forbidden("policy.refused.edit"));
                    }
                    Community community = communities.byId(person, discussion.communityId());
                    Box box = written == null ? now(person, shown) : written;
                    return new EditPage(
                            community,
                            discussion,
                            null,
                            Kinds.of(community),
                            EditForm.revision(box.filled(), discussion.revision()),
                            discussion.may().edit() || discussion.may().correct(),
                            discussion.may().edit(),
                            box);
                });
    }

    private Box now(Viewer.SignedIn person, DiscussionPage shown) {
        Discussion discussion = shown.discussion();
        String body = shown.posts().isEmpty() ? null : shown.posts().getFirst().body();
        return boxes.at(
                person,
                new DraftPlace.OfDiscussion(discussion.id()),
                Map.of(
                        "kind", discussion.kind().code(),
                        "title", discussion.title(),
                        "body", body == null ? "" : body,
                        "tags", String.join(", ", discussion.tags()),
                        "language", discussion.language()));
    }
}
