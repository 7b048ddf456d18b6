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

import rounds.forum.Draft;
import rounds.forum.DraftPlace;
import rounds.forum.Drafts;
import rounds.forum.Forum;
import rounds.forum.Keeping;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.platform.limits.Limit;
import rounds.platform.limits.Limits;
import rounds.web.page.Form;
import rounds.web.page.Page;
import rounds.web.page.Pages;
import rounds.web.search.SearchAllowance;
import rounds.web.search.Similar;

import java.util.Map;

/// What the page asks for by itself while somebody writes.
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class WritingController {
    private final Forum forum;
    private final Drafts drafts;
    private final Similar similar;
    private final SearchAllowance allowance;
    private final Limits limits;
    private final Pages pages;

    WritingController(
            Forum forum,
            Drafts drafts,
            Similar similar,
            SearchAllowance allowance,
            Limits limits,
            Pages pages) {
        this.forum = forum;
        this.drafts = drafts;
        this.similar = similar;
        this.allowance = allowance;
        this.limits = limits;
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

    /// @param fields what the draft holds, where it is not what was sent
    @Serdeable
    record Kept(String id, int revision, String savedAt, Map<String, String> fields) {

        static Kept of(Draft draft, Map<String, String> fields) {
            return new Kept(
                    Ids.text(draft.id()), draft.revision(), draft.savedAt().toString(), fields);
        }
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
    /// where there is nothing, or nothing any more.
    @Get("/drafts/at")
    @Produces(MediaType.ALL)
    HttpResponse<Kept> at(@QueryValue(defaultValue = "") String place, Viewer viewer) {
        return drafts.at(viewer.signedIn(), DraftPlace.parse(place))
                .map(draft -> json(HttpResponse.ok(Kept.of(draft, Typed.fields(draft)))))
                .orElseGet(HttpResponse::noContent);
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
