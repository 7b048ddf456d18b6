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

import org.jspecify.annotations.Nullable;

import rounds.community.Communities;
import rounds.community.Reason;
import rounds.forum.AsSeen;
import rounds.forum.Discussions;
import rounds.forum.Edits;
import rounds.forum.Moderation;
import rounds.forum.PostInDiscussion;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.State;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.Page;
import rounds.web.page.Pages;

import java.util.concurrent.atomic.AtomicReference;

/// What can be done to one post beside editing it: a page that says what will happen, and the act.
@Controller("/p/{id}")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ExecuteOn(TaskExecutors.BLOCKING)
class ActController {
    /// How the post stood on the page from which this comes.
    private static final String SEEN = "seen";

    private final Edits edits;
    private final Moderation moderation;
    private final Discussions discussions;
    private final Communities communities;
    private final Pages pages;

    ActController(
            Edits edits,
            Moderation moderation,
            Discussions discussions,
            Communities communities,
            Pages pages) {
        this.edits = edits;
        this.moderation = moderation;
        this.discussions = discussions;
        this.communities = communities;
        this.pages = pages;
    }

    @Get("/{act:delete|report|hide|restore|keep|decline}")
    Page ask(String id, String act, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        requireMay(discussions.post(person, Ids.parse(id)), act);
        return show(person, id, act, HttpStatus.OK, Filled.empty());
    }

    @Post("/{act:delete|report|hide|restore|keep|decline|approve}")
    Object perform(String id, String act, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        PostInDiscussion found = discussions.post(person, Ids.parse(id));
        try {
            String said = perform(person, found, act, form);
            return pages.goTo(after(person, found, act), said);
        } catch (ProblemException refused) {
            if (refused.problem() instanceof Problem.Conflict && form.flag(SEEN)) {
                return meanwhile(person, found, act, form);
            }
            return show(
                    person,
                    id,
                    act,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    Filled.refused(form, refused));
        }
    }

    // Another moderator was quicker, or its author: what happened is told, and the post shown as it
    // is now, to be decided about anew.
    private Object meanwhile(
            Viewer.SignedIn person, PostInDiscussion found, String act, Form form) {
        if (act.equals("approve")) {
            return pages.goTo(
                    "/c/" + found.discussion().communitySlug() + "/moderation",
                    "forum.moderation.changed");
        }
        AsSeen seen = AsSeen.of(form.line(SEEN));
        return show(
                person,
                Ids.text(found.post().id()),
                act,
                HttpStatus.CONFLICT,
                Filled.of(form),
                new ActPage.Meanwhile(moderation.since(person, found.post().id(), seen)));
    }

    // Whoever may not is told before she writes her reasons. Whether there is anything left to do
    // depends on what others did meanwhile: that the act itself finds out.
    private static void requireMay(PostInDiscussion found, String act) {
        boolean may =
                switch (act) {
                    case "report" -> true;
                    case "delete" ->
                            found.post().may().delete() || found.post().state() == State.DELETED;
                    default -> found.discussion().may().moderate();
                };
        if (!may) {
            String right = act.equals("delete") ? "delete" : "hide";
            throw new ProblemException(new Problem.Forbidden("policy.refused." + right));
        }
    }

    /// The message that says what was done.
    private String perform(Viewer.SignedIn person, PostInDiscussion found, String act, Form form) {
        if (!form.flag(SEEN) || !found.discussion().may().moderate()) {
            return done(person, found, act, form);
        }
        var said = new AtomicReference<>("");
        moderation.ifAsSeen(
                person,
                found.post().id(),
                AsSeen.of(form.line(SEEN)),
                () -> said.set(done(person, found, act, form)));
        return said.get();
    }

    private String done(Viewer.SignedIn person, PostInDiscussion found, String act, Form form) {
        long post = found.post().id();
        String words = form.text("words");
        switch (act) {
            case "delete" -> edits.delete(person, post, words.isBlank() ? null : words);
            case "report" -> {
                boolean hidden =
                        moderation.report(person, post, Reason.of(form.line("reason")), words);
                return hidden ? "forum.reported.hidden" : "forum.reported";
            }
            case "hide" -> moderation.hide(person, post, Reason.of(form.line("reason")), words);
            case "restore" -> moderation.restore(person, post, words);
            case "keep" -> moderation.keep(person, post, words);
            case "decline" -> moderation.decline(person, post, words);
            default -> moderation.approve(person, post);
        }
        return "forum.done." + act;
    }

    // Where the discussion went with its opening post, its list is the place to go on from.
    private String after(Viewer.SignedIn person, PostInDiscussion found, String act) {
        boolean decided = act.equals("keep") || act.equals("decline") || act.equals("approve");
        String community = "/c/" + found.discussion().communitySlug();
        if (decided) {
            return community + "/moderation";
        }
        try {
            return discussions.discussion(person, found.discussion().id()).path()
                    + (found.post().opening()
                            ? ""
                            : "?at=" + found.post().number() + "#" + found.post().anchor());
        } catch (ProblemException _) {
            return community + "/discussions";
        }
    }

    private Page show(
            Viewer.SignedIn person, String id, String act, HttpStatus status, Filled filled) {
        return show(person, id, act, status, filled, null);
    }

    private Page show(
            Viewer.SignedIn person,
            String id,
            String act,
            HttpStatus status,
            Filled filled,
            ActPage.@Nullable Meanwhile meanwhile) {
        return pages.show(
                person,
                status,
                "forum/act",
                () -> {
                    PostInDiscussion found = discussions.post(person, Ids.parse(id));
                    return new ActPage(
                            act,
                            communities.byId(person, found.discussion().communityId()),
                            found.discussion(),
                            found.post(),
                            found.discussion().may().moderate()
                                    ? moderation.asSeen(person, found.post().id()).text()
                                    : "",
                            meanwhile,
                            filled);
                });
    }
}
