package rounds.web.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;

import org.jspecify.annotations.Nullable;

import rounds.community.Communities;
import rounds.community.Conversation;
import rounds.community.Conversations;
import rounds.community.Refusals;
import rounds.forum.Discussion;
import rounds.forum.Discussions;
import rounds.forum.NewNote;
import rounds.forum.Note;
import rounds.forum.Notes;
import rounds.forum.Posted;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.web.Signboard;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/// Private notes. Their words are posts like all others, below `/discussions/{id}/posts`.
@Controller("/api/v1")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class NotesApi {
    private final Notes notes;
    private final Conversations conversations;
    private final Refusals refusals;
    private final Communities communities;
    private final Discussions discussions;
    private final Signboard site;

    NotesApi(
            Notes notes,
            Conversations conversations,
            Refusals refusals,
            Communities communities,
            Discussions discussions,
            Signboard site) {
        this.notes = notes;
        this.conversations = conversations;
        this.refusals = refusals;
        this.communities = communities;
        this.discussions = discussions;
        this.site = site;
    }

    /// Yours, the latest words first.
    @Get("/notes")
    HttpResponse<Listed<NoteJson>> mine(
            @Nullable @QueryValue String after,
            @Nullable @QueryValue Integer limit,
            HttpRequest<?> request,
            Viewer viewer) {
        var page = notes.mine(viewer.signedIn(), after, Listed.limit(limit));
        return Listed.answer(
                Listed.of(page, note -> NoteJson.of(note, site.baseUrl())), request, site, "after");
    }

    /// Writes a note to people with whom you share a community.
    @Post("/notes")
    HttpResponse<NoteJson> write(
            @Body Words body,
            @Nullable @Header("Idempotency-Key") String idempotencyKey,
            Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        body.sent().ask(() -> true);
        Posted posted = notes.write(person, body.note(), idempotencyKey);
        return HttpResponse.created(
                one(person, posted.discussionId()),
                URI.create("/api/v1/discussions/" + Ids.text(posted.discussionId())));
    }

    /// Takes somebody in, who then reads all from the start.
    @Put("/notes/{id}/people/{handle}")
    NoteJson add(String id, String handle, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long discussion = Ids.parse(id);
        one(person, discussion);
        conversations.add(person, discussions.discussion(person, discussion).communityId(), handle);
        return one(person, discussion);
    }

    /// Leaves a note.
    @Delete("/notes/{id}")
    HttpResponse<?> leave(String id, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        Discussion note = discussions.discussion(person, Ids.parse(id));
        conversations.leave(person, note.communityId(), List.of());
        return HttpResponse.noContent();
    }

    /// Takes no more notes from that person.
    @Put("/refusals/{handle}")
    HttpResponse<?> refuse(String handle, Viewer viewer) {
        refusals.refuse(viewer.signedIn(), handle);
        return HttpResponse.noContent();
    }

    @Delete("/refusals/{handle}")
    HttpResponse<?> accept(String handle, Viewer viewer) {
        refusals.accept(viewer.signedIn(), handle);
        return HttpResponse.noContent();
    }

    private NoteJson one(Viewer.SignedIn person, long id) {
        Discussion note = discussions.discussion(person, id);
        Conversation conversation = communities.byId(person, note.communityId()).conversation();
        if (conversation == null) {
            throw ProblemException.notFound();
        }
        return new NoteJson(
                Ids.text(id),
                site.baseUrl() + note.path(),
                note.title(),
                note.language(),
                conversation.others().stream().map(Conversation.Party::handle).toList(),
                note.posts(),
                note.lastAt(),
                null);
    }

    /// @param to handles
    /// @param title absent: the first words stand for it
    /// @param language absent: as the words sound
    /// @param identified says that what could tell who a patient is was looked at, and tells
    ///   nothing
    @Serdeable
    record Words(
            @Nullable List<String> to,
            @Nullable String title,
            @Nullable String body,
            @Nullable String language,
            @Nullable WrittenJson draft,
            @Nullable String identified) {

        Sent sent() {
            return Sent.saying(identified)
                    .with("title", title)
                    .with("body", body)
                    .with("language", language);
        }

        NewNote note() {
            return new NewNote(
                    to == null ? List.of() : to,
                    title == null ? "" : title,
                    body == null ? "" : body,
                    language,
                    WrittenJson.of(draft));
        }
    }

    /// @param id of its discussion
    /// @param with the handles of the others
    /// @param waits whether the last words are somebody else's; only in lists
    @Serdeable
    record NoteJson(
            String id,
            String url,
            String title,
            String language,
            List<String> with,
            int posts,
            Instant lastAt,
            @Nullable Boolean waits) {

        static NoteJson of(Note note, String baseUrl) {
            return new NoteJson(
                    Ids.text(note.id()),
                    baseUrl + note.path(),
                    note.title(),
                    note.language(),
                    note.others().stream().map(Conversation.Party::handle).toList(),
                    note.posts(),
                    note.lastAt(),
                    note.fresh());
        }
    }
}
