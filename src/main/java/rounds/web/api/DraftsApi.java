package rounds.web.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;

import org.jspecify.annotations.Nullable;

import rounds.forum.Draft;
import rounds.forum.DraftPlace;
import rounds.forum.DraftSummary;
import rounds.forum.DraftWords;
import rounds.forum.Drafts;
import rounds.forum.Keeping;
import rounds.forum.PollWords;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/// One's own drafts, as the pages keep them: what is begun here goes on there.
@Controller("/api/v1/drafts")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class DraftsApi {
    private final Drafts drafts;

    DraftsApi(Drafts drafts) {
        this.drafts = drafts;
    }

    /// All of them, the one written in last first; of each its first words.
    @Get
    Listed<Begun> list(Viewer viewer) {
        List<Begun> begun = drafts.mine(viewer.signedIn()).stream().map(Begun::of).toList();
        return new Listed<>(begun, null, (long) begun.size());
    }

    @Get("/{id}")
    HttpResponse<DraftJson> one(String id, Viewer viewer) {
        return answer(HttpResponse.ok(), drafts.draft(viewer.signedIn(), Ids.parse(id)));
    }

    /// Begins a draft.
    @Post
    HttpResponse<DraftJson> begin(@Body Words body, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        if (body.place() == null) {
            throw ProblemException.invalid("place", "api.missing");
        }
        Draft draft = kept(drafts.keep(person, DraftPlace.parse(body.place()), body.words(), 0));
        return answer(
                HttpResponse.created(URI.create("/api/v1/drafts/" + Ids.text(draft.id()))), draft);
    }

    /// Goes on with a draft: all of it is replaced. `If-Match` names the revision it goes on from,
    /// and must: a draft overwrites nothing unseen.
    @Put("/{id}")
    HttpResponse<DraftJson> goOn(
            String id,
            @Body Words body,
            @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch,
            Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        Draft before = drafts.draft(person, Ids.parse(id));
        int revision = Revision.of(ifMatch == null ? "" : ifMatch, before.revision());
        return answer(
                HttpResponse.ok(),
                kept(drafts.keep(person, before.place(), body.words(), revision)));
    }

    @Delete("/{id}")
    HttpResponse<?> throwAway(String id, Viewer viewer) {
        drafts.throwAway(viewer.signedIn(), Ids.parse(id));
        return HttpResponse.noContent();
    }

    private static Draft kept(Keeping keeping) {
        return switch (keeping) {
            case Keeping.Saved(Draft draft) -> draft;
            case Keeping.Meanwhile _ ->
                    throw new ProblemException(new Problem.Conflict("drafts.meanwhile"));
        };
    }

    private static HttpResponse<DraftJson> answer(MutableHttpResponse<?> response, Draft draft) {
        return response.header(HttpHeaders.ETAG, Revision.tag(draft.revision()))
                .body(DraftJson.of(draft));
    }

    /// @param place where it will stand; only to begin one
    /// @param to of a private note, the handles of those it goes to, separated by commas
    /// @param note a line that goes along with it: what changed, or why that is better
    @Serdeable
    record Words(
            @Nullable String place,
            @Nullable String kind,
            @Nullable String title,
            @Nullable String tags,
            @Nullable String body,
            @Nullable String language,
            @Nullable Integer madeFrom,
            @Nullable Integer seen,
            @Nullable PollTyped poll,
            @Nullable String to,
            @Nullable String note) {

        DraftWords words() {
            return new DraftWords(
                    given(kind),
                    given(title),
                    given(tags),
                    given(body),
                    given(language),
                    madeFrom,
                    seen,
                    poll == null ? PollWords.NONE : poll.words(),
                    given(to),
                    given(note));
        }

        private static String given(@Nullable String text) {
            return text == null ? "" : text;
        }
    }

    /// A poll as it was typed so far.
    ///
    /// @param options one a line
    /// @param ends a date and time where the person lives, or an instant
    @Serdeable
    record PollTyped(
            @Nullable String question,
            @Nullable String options,
            @Nullable String kind,
            @Nullable String most,
            @Nullable String ballots,
            @Nullable String results,
            @Nullable String ends) {

        PollWords words() {
            return new PollWords(
                    Words.given(question),
                    Words.given(options),
                    Words.given(kind),
                    Words.given(most),
                    Words.given(ballots),
                    Words.given(results),
                    Words.given(ends));
        }

        static PollTyped of(PollWords poll) {
            return new PollTyped(
                    poll.question(),
                    poll.options(),
                    poll.kind(),
                    poll.most(),
                    poll.ballots(),
                    poll.results(),
                    poll.ends());
        }
    }

    @Serdeable
    record DraftJson(
            String id,
            String place,
            String kind,
            String title,
            String tags,
            String body,
            String language,
            @Nullable Integer madeFrom,
            @Nullable Integer seen,
            @Nullable PollTyped poll,
            String to,
            String note,
            int revision,
            Instant savedAt) {

        static DraftJson of(Draft draft) {
            DraftWords words = draft.words();
            return new DraftJson(
                    Ids.text(draft.id()),
                    draft.place().text(),
                    words.kind(),
                    words.title(),
                    words.tags(),
                    words.body(),
                    words.language(),
                    words.madeFrom(),
                    words.seen(),
                    words.poll().isEmpty() ? null : PollTyped.of(words.poll()),
                    words.to(),
                    words.note(),
                    draft.revision(),
                    draft.savedAt());
        }
    }

    /// @param opening its first words
    /// @param community absent where she may no longer read it
    @Serdeable
    record Begun(
            String id,
            String place,
            String title,
            String opening,
            @Nullable String community,
            @Nullable String discussionTitle,
            int revision,
            Instant savedAt) {

        static Begun of(DraftSummary draft) {
            return new Begun(
                    Ids.text(draft.id()),
                    draft.place(),
                    draft.title(),
                    draft.opening(),
                    draft.communitySlug(),
                    draft.discussionTitle(),
                    draft.revision(),
                    draft.savedAt());
        }
    }
}
