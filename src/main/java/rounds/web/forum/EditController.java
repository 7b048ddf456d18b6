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
import rounds.forum.Discussions;
import rounds.forum.Edits;
import rounds.forum.Forum;
import rounds.forum.History;
import rounds.forum.PostInDiscussion;
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

/// Changing a post, and seeing what it said before.
@Controller("/p/{id}")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class EditController {
    private final Edits edits;
    private final Forum forum;
    private final Discussions discussions;
    private final Communities communities;
    private final Pages pages;

    EditController(
            Edits edits,
            Forum forum,
            Discussions discussions,
            Communities communities,
            Pages pages) {
        this.edits = edits;
        this.forum = forum;
        this.discussions = discussions;
        this.communities = communities;
        this.pages = pages;
    }

    @Get("/edit")
    Page write(String id, Viewer viewer) {
        return show(viewer.signedIn(), id, HttpStatus.OK, null, null);
    }

    @Post("/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object save(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        try {
            if (form.flag("preview")) {
                String html = forum.preview(form.text("body")).value();
                return show(person, id, HttpStatus.OK, Filled.of(form), html);
            }
            int revision = Numbers.of(form.line("revision"));
            return pages.goTo(
                    edits.edit(person, Ids.parse(id), revision, form.text("body")).path(),
                    "forum.edited");
        } catch (ProblemException refused) {
            return show(
                    person,
                    id,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    EditForm.refused(form, refused),
                    null);
        }
    }

    @Get("/revisions")
    Page revisions(String id, @Nullable @QueryValue Integer revision, Viewer viewer) {
        return pages.show(
                viewer,
                "forum/revisions",
                () -> {
                    History history = edits.history(viewer, Ids.parse(id), revision);
                    return new RevisionsPage(
                            communities.bySlug(viewer, history.of().discussion().communitySlug()),
                            history);
                });
    }

    private Page show(
            Viewer.SignedIn person,
            String id,
            HttpStatus status,
            @Nullable Filled filled,
            @Nullable String preview) {
        return pages.show(
                person,
                status,
                "forum/edit",
                () -> {
                    PostInDiscussion found = discussions.post(person, Ids.parse(id));
                    if (!found.post().may().edit()) {
                        throw new ProblemException(new Problem.Forbidden("policy.refused.edit"));
                    }
                    String body = found.post().body();
                    Filled now = Filled.with(Map.of("body", body == null ? "" : body));
                    return new EditPage(
                            communities.bySlug(person, found.discussion().communitySlug()),
                            found.discussion(),
                            found.post(),
                            List.of(),
                            EditForm.revision(filled, found.post().revision()),
                            true,
                            filled == null ? now : filled,
                            preview);
                });
    }
}
