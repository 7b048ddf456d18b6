package rounds.web.notes;

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

import rounds.community.Acquaintance;
import rounds.community.Communities;
import rounds.community.Conversation;
import rounds.community.Conversations;
import rounds.forum.Discussion;
import rounds.forum.Discussions;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.Page;
import rounds.web.page.Pages;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Who is in a conversation: take somebody in, leave.
@Controller("/notes/{id}")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class PeopleController {
    private final Conversations conversations;
    private final Communities communities;
    private final Discussions discussions;
    private final Pages pages;

    PeopleController(
            Conversations conversations,
            Communities communities,
            Discussions discussions,
            Pages pages) {
        this.conversations = conversations;
        this.communities = communities;
        this.discussions = discussions;
        this.pages = pages;
    }

    @Get("/people")
    Page people(String id, @QueryValue(defaultValue = "") String q, Viewer viewer) {
        return show(viewer.signedIn(), HttpStatus.OK, id, q, null);
    }

    @Post("/people")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object add(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        try {
            Discussion note = note(person, id);
            conversations.add(person, note.communityId(), form.line("to"));
            return pages.goTo(note.path(), "notes.added");
        } catch (ProblemException refused) {
            Filled filled = Filled.refused(form, refused);
            return show(person, HttpStatus.UNPROCESSABLE_ENTITY, id, form.line("q"), filled);
        }
    }

    @Get("/leave")
    Page asked(String id, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        return pages.show(
                person,
                "notes/leave",
                () -> {
                    Discussion note = note(person, id);
                    return new LeavePage(note, conversation(person, note));
                });
    }

    @Post("/leave")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> leave(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        conversations.leave(person, note(person, id).communityId(), form.all("refuse"));
        return pages.goTo("/notes", "notes.left");
    }

    private Page show(
            Viewer.SignedIn person,
            HttpStatus status,
            String id,
            String words,
            @Nullable Filled refused) {
        return pages.show(
                person,
                status,
                "notes/people",
                () -> {
                    Discussion note = note(person, id);
                    Conversation conversation = conversation(person, note);
                    Set<String> there =
                            conversation.others().stream()
                                    .map(Conversation.Party::handle)
                                    .collect(Collectors.toSet());
                    List<Acquaintance> found =
                            conversations.acquaintances(person, words).stream()
                                    .filter(somebody -> !there.contains(somebody.handle()))
                                    .toList();
                    return new PeoplePage(note, conversation, words, found, refused);
                });
    }

    private Discussion note(Viewer.SignedIn person, String id) {
        Discussion found = discussions.discussion(person, Ids.parse(id));
        conversation(person, found);
        return found;
    }

    /// A discussion of a community is no note: there is nothing here.
    private Conversation conversation(Viewer.SignedIn person, Discussion note) {
        Conversation conversation = communities.byId(person, note.communityId()).conversation();
        if (conversation == null) {
            throw ProblemException.notFound();
        }
        return conversation;
    }
}
