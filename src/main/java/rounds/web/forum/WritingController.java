package rounds.web.forum;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
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
import io.micronaut.serde.annotation.Serdeable;

import org.jspecify.annotations.Nullable;

import rounds.forum.Arrangement;
import rounds.forum.Draft;
import rounds.forum.DraftPlace;
import rounds.forum.Drafts;
import rounds.forum.Forum;
import rounds.forum.Keeping;
import rounds.forum.MovedAnswer;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.platform.limits.Limit;
import rounds.platform.limits.Limits;
import rounds.platform.mail.Wording;
import rounds.web.page.Form;
import rounds.web.page.Page;
import rounds.web.page.Pages;
import rounds.web.search.SearchAllowance;
import rounds.web.search.Similar;

import java.util.List;
import java.util.Map;

/// What the page asks for by itself while somebody writes.
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class WritingController {
    private final Forum forum;
    private final Drafts drafts;
    private final Arrangement arrangement;
    private final Similar similar;
    private final SearchAllowance allowance;
    private final Limits limits;
    private final Wording wording;
    private final Pages pages;

    WritingController(
            Forum forum,
            Drafts drafts,
            Arrangement arrangement,
            Similar similar,
            SearchAllowance allowance,
            Limits limits,
            Wording wording,
            Pages pages) {
        this.forum = forum;
        this.drafts = drafts;
        this.arrangement = arrangement;
        this.similar = similar;
        this.allowance = allowance;
        this.limits = limits;
        this.wording = wording;
        this.pages = pages;
    }

    /// @param html safe
    /// @param language what the words sound like; empty where they do not tell
    @Serdeable
    record Preview(String html, String language) {}

    /// What these words will look like.
    @Post("/preview")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.ALL)
    HttpResponse<Preview> preview(Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        limits.take(Limit.PREVIEW, String.valueOf(person.personId()));
        String body = form.text("body");
        var shown =
                new Preview(
                        forum.preview(person, body).value(),
                        forum.heard(form.text("title") + "\n" + body, ""));
        return json(HttpResponse.ok(shown));
    }

    /// @param id empty where there is no draft
    /// @param fields what the draft holds, where it is not what was sent
    /// @param moved where the box goes on, if its place moved; absent: here
    @Serdeable
    record Kept(
            String id,
            int revision,
            String savedAt,
            Map<String, String> fields,
            @Nullable Moved moved) {

        static Kept of(Draft draft, Map<String, String> fields) {
            return of(draft, fields, null);
        }

        private static Kept of(Draft draft, Map<String, String> fields, @Nullable Moved moved) {
            return new Kept(
                    Ids.text(draft.id()),
                    draft.revision(),
                    draft.savedAt().toString(),
                    fields,
                    moved);
        }
    }

    /// @param answers id of the post that is answered; empty: the whole discussion, or an edit
    /// @param action where it is sent to; of an edit, the page on which it goes on
    /// @param path where that stands
    /// @param says the sentence that tells it, before the title
    @Serdeable
    record Moved(
            String place, String answers, String action, String path, String title, String says) {

        private static Moved to(MovedAnswer now, String says) {
            DraftPlace.Answer place = now.place();
            return new Moved(
                    place.text(),
                    place.post() == null ? "" : Ids.text(place.post()),
                    "/d/" + Ids.text(place.discussion()) + "/posts",
                    now.path(),
                    now.title(),
                    says);
        }
    }

    private static Moved edit(DraftPlace place) {
        String path =
                switch (place) {
                    case DraftPlace.OfPost(long post) -> "/p/" + Ids.text(post) + "/edit";
                    case DraftPlace.OfDiscussion(long discussion) ->
                            "/d/" + Ids.text(discussion) + "/edit";
                    default -> throw new IllegalArgumentException(place.text());
                };
        return new Moved(place.text(), "", path, path, "", "");
    }

    /// Saves what has been typed so far: 200 when it is kept, 409 with the other version when
    /// another device was quicker.
    @Post("/drafts")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.ALL)
    HttpResponse<Kept> keep(Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        Keeping kept =
                drafts.keep(person, Typed.place(form), Typed.words(form), Typed.revision(form));
        return switch (kept) {
            case Keeping.Saved(Draft draft) -> json(HttpResponse.ok(Kept.of(draft, Map.of())));
            case Keeping.Meanwhile(Draft draft) ->
                    json(
                            HttpResponse.<Kept>status(HttpStatus.CONFLICT)
                                    .body(Kept.of(draft, Typed.fields(draft))));
        };
    }

    /// What she has begun in this place, for a window that was open while another went on: 204
    /// where there is nothing, or nothing any more. Where the place moved, it is told to where,
    /// with what she has begun there.
    ///
    /// @param language in which that is told
    @Get("/drafts/at")
    @Produces(MediaType.ALL)
    HttpResponse<Kept> at(
            @QueryValue(defaultValue = "") String place,
            @QueryValue(defaultValue = "en") String language,
            Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        DraftPlace asked = DraftPlace.parse(place);
        return drafts.at(person, asked)
                .map(draft -> Kept.of(draft, Typed.fields(draft)))
                .or(() ->
                        asked instanceof DraftPlace.Answer answer
                                ? arrangement
                                        .moved(person, answer)
                                        .map(now -> kept(person, now, language))
                                : arrangement
                                        .edited(person, asked)
                                        .map(now -> kept(person, now, edit(now))))
                .map(kept -> json(HttpResponse.ok(kept)))
                .orElseGet(HttpResponse::noContent);
    }

    private Kept kept(Viewer.SignedIn person, MovedAnswer now, String language) {
        return kept(
                person,
                now.place(),
                Moved.to(now, wording.text(language, "compose.draft.moved", List.of())));
    }

    private Kept kept(Viewer.SignedIn person, DraftPlace place, Moved moved) {
        return drafts.at(person, place)
                .map(draft -> Kept.of(draft, Typed.fields(draft), moved))
                .orElseGet(() -> new Kept("", 0, "", Map.of(), moved));
    }

    private static <T> HttpResponse<T> json(MutableHttpResponse<T> response) {
        return response.contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    /// Discussions like the one whose title is being typed; a part of a page.
    @Get("/similar")
    @Produces(MediaType.TEXT_HTML)
    Page similar(
            @QueryValue(defaultValue = "") String title, HttpRequest<?> request, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        allowance.take(person, request);
        var found = new SimilarPage(similar.to(person, title));
        return pages.show(person, "forum/_similar", () -> found);
    }
}
