package rounds.web.forum;

import io.micronaut.http.HttpRequest;
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
import rounds.forum.Discussions;
import rounds.forum.DraftPlace;
import rounds.forum.Edits;
import rounds.forum.Past;
import rounds.forum.PostEdit;
import rounds.forum.PostInDiscussion;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.platform.limits.Limit;
import rounds.web.page.Form;
import rounds.web.page.Page;
import rounds.web.page.Pages;
import rounds.web.search.SearchAllowance;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Changing a post, and seeing what it said before.
@Controller("/p/{id}")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class EditController {
    private final Edits edits;
    private final Boxes boxes;
    private final Discussions discussions;
    private final Communities communities;
    private final SearchAllowance allowance;
    private final Pages pages;

    EditController(
            Edits edits,
            Boxes boxes,
            Discussions discussions,
            Communities communities,
            SearchAllowance allowance,
            Pages pages) {
        this.edits = edits;
        this.boxes = boxes;
        this.discussions = discussions;
        this.communities = communities;
        this.allowance = allowance;
        this.pages = pages;
    }

    /// @param look what stands in the draft is asked about
    @Get("/edit")
    Page write(String id, @Nullable @QueryValue String look, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        var place = new DraftPlace.OfPost(Ids.parse(id));
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
                return pages.goTo("/p/" + Ids.text(Ids.parse(id)) + "/edit?look=yes");
            }
            return aside.isPresent()
                    ? show(person, id, HttpStatus.OK, aside.get())
                    : pages.goTo(
                            edits.edit(person, Ids.parse(id), entered(form)).path(),
                            "forum.edited");
        } catch (ProblemException refused) {
            Box box = boxes.again(EditForm.refused(form, refused));
            return show(person, id, HttpStatus.UNPROCESSABLE_ENTITY, box);
        }
    }

    private static PostEdit entered(Form form) {
        return new PostEdit(
                Numbers.of(form.line("revision")),
                form.text("body"),
                form.optional("language"),
                Typed.written(form));
    }

    @Get("/revisions")
    Page revisions(
            String id,
            @Nullable @QueryValue Integer revision,
            Viewer viewer,
            HttpRequest<?> request) {
        long post = Ids.parse(id);
        allowance.take(Limit.COMPARE, viewer, request);
        Page read =
                pages.show(
                        viewer,
                        "forum/revisions",
                        () -> {
                            Past past = edits.history(viewer, post, revision);
                            return new Kept(
                                    communities.byId(viewer, past.of().discussion().communityId()),
                                    past);
                        });
        var kept = (Kept) read.page();
        return read.with(new RevisionsPage(kept.community, kept.past.compared()));
    }

    /// What is read before the words are compared, which is done outside of the transaction.
    private record Kept(Community community, Past past) {}

    private Page show(Viewer.SignedIn person, String id, HttpStatus status, @Nullable Box written) {
        return pages.show(
                person,
                status,
                "forum/edit",
                () -> {
                    PostInDiscussion found = discussions.post(person, Ids.parse(id));
                    if (!found.post().may().edit()) {
                        throw new ProblemException(new Problem.Forbidden("policy.refused.edit"));
                    }
                    Box box = written == null ? now(person, found) : written;
                    return new EditPage(
                            communities.byId(person, found.discussion().communityId()),
                            found.discussion(),
                            found.post(),
                            List.of(),
                            EditForm.revision(box.filled(), found.post().revision()),
                            false,
                            true,
                            box);
                });
    }

    private Box now(Viewer.SignedIn person, PostInDiscussion found) {
        String body = found.post().body();
        return boxes.at(
                person,
                new DraftPlace.OfPost(found.post().id()),
                Map.of("body", body == null ? "" : body, "language", found.post().language()));
    }
}
