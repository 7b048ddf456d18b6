package rounds.web.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;

import org.jspecify.annotations.Nullable;

import rounds.forum.Arrangement;
import rounds.forum.Asking;
import rounds.forum.Content;
import rounds.forum.Discussions;
import rounds.forum.DraftPlace;
import rounds.forum.Edits;
import rounds.forum.Forum;
import rounds.forum.MovedAnswer;
import rounds.forum.NewPost;
import rounds.forum.Place;
import rounds.forum.PostEdit;
import rounds.forum.PostInDiscussion;
import rounds.forum.Posted;
import rounds.forum.View;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.web.Signboard;

import java.net.URI;
import java.util.Arrays;

/// Posts: read those of a discussion, answer.
@Controller("/api/v1")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class PostsApi {
    private final Forum forum;
    private final Edits edits;
    private final Arrangement arrangement;
    private final Asking asking;
    private final Discussions discussions;
    private final Signboard site;

    PostsApi(
            Forum forum,
            Edits edits,
            Arrangement arrangement,
            Asking asking,
            Discussions discussions,
            Signboard site) {
        this.arrangement = arrangement;
        this.asking = asking;
        this.forum = forum;
        this.edits = edits;
        this.discussions = discussions;
        this.site = site;
    }

    /// The posts of a discussion.
    ///
    /// @param view `tree` (each answer below what it answers) or `time`
    @Get("/discussions/{id}/posts")
    HttpResponse<Listed<PostJson>> list(
            String id,
            @Nullable @QueryValue String view,
            @Nullable @QueryValue String after,
            @Nullable @QueryValue Integer limit,
            HttpRequest<?> request,
            Viewer viewer) {
        var page =
                discussions.page(
                        viewer,
                        Ids.parse(id),
                        view(view),
                        Place.of(null, after, null),
                        Listed.limit(limit),
                        Content.SOURCE);
        var posts =
                page.posts().stream()
                        .map(post -> PostJson.of(page.discussion(), post, site.baseUrl()))
                        .toList();
        return Listed.answer(
                new Listed<>(posts, page.next(), (long) page.discussion().posts()),
                request,
                site,
                "after");
    }

    private static View view(@Nullable String asked) {
        if (asked != null && Arrays.stream(View.values()).noneMatch(v -> v.code().equals(asked))) {
            throw ProblemException.invalid("view", "api.view");
        }
        return View.of(asked);
    }

    /// Answers in a discussion.
    @Post("/discussions/{id}/posts")
    HttpResponse<PostJson> reply(
            String id,
            @Body Words body,
            @Nullable @Header("Idempotency-Key") String idempotencyKey,
            Viewer viewer) {
        Viewer.SignedIn author = viewer.signedIn();
        long discussion = Ids.parse(id);
        NewPost entered = body.post();
        var place = new DraftPlace.Answer(discussion, entered.answers());
        Posted posted;
        try {
            body.sent().ask(() -> asking.in(author, place.text()));
            posted = forum.reply(author, discussion, entered, idempotencyKey);
        } catch (ProblemException refused) {
            throw moved(author, place, refused);
        }
        var post =
                posted.post() != null
                        ? posted.post()
                        : discussions.post(viewer, posted.postId()).post();
        return HttpResponse.created(
                        PostJson.of(posted, post, site.baseUrl()),
                        URI.create("/api/v1/posts/" + Ids.text(posted.postId())))
                .header(HttpHeaders.ETAG, Revision.tag(post.revision()));
    }

    /// What is answered came into another discussion: the program is told which, and sends it
    /// there.
    private ProblemException moved(
            Viewer.SignedIn author, DraftPlace.Answer place, ProblemException refused) {
        if (!(refused.problem() instanceof Problem.NotFound
                || refused.problem() instanceof Problem.Conflict)) {
            return refused;
        }
        return arrangement
                .moved(author, place)
                .map(MovedAnswer::place)
                .map(now ->
                        new ProblemException(
                                new Problem.Conflict(
                                        "What you answer stands in another discussion now: send this to /api/v1/discussions/"
                                                + Ids.text(now.discussion())
                                                + "/posts"
                                                + (now.post() == null
                                                        ? "."
                                                        : ", with the parent "
                                                                + Ids.text(now.post())
                                                                + "."))))
                .orElse(refused);
    }

    @Get("/posts/{id}")
    HttpResponse<PostJson> one(String id, Viewer viewer) {
        PostInDiscussion found = discussions.post(viewer, Ids.parse(id));
        return HttpResponse.ok(PostJson.of(found.discussion(), found.post(), site.baseUrl()))
                .header(HttpHeaders.ETAG, Revision.tag(found.post().revision()));
    }

    /// Writes a post anew; its author may. `If-Match` names the revision it was made from.
    @Patch("/posts/{id}")
    HttpResponse<PostJson> edit(
            String id,
            @Body Edited body,
            @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch,
            Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long post = Ids.parse(id);
        int revision = Revision.held(ifMatch, discussions.post(person, post).post().revision());
        PostEdit edit = body.edit(revision);
        body.sent().ask(() -> asking.in(person, new DraftPlace.OfPost(post).text()));
        edits.edit(person, post, edit);
        return one(id, viewer);
    }

    /// Takes a post away. A moderator owes a reason for what another wrote.
    @Delete("/posts/{id}")
    HttpResponse<?> delete(String id, @Nullable @QueryValue String reason, Viewer viewer) {
        edits.delete(viewer.signedIn(), Ids.parse(id), reason);
        return HttpResponse.noContent();
    }

    @Serdeable
    record Edited(
            @Nullable String body,
            @Nullable String language,
            @Nullable WrittenJson draft,
            @Nullable String identified) {

        Sent sent() {
            return Sent.saying(identified).with("body", body).with("language", language);
        }

        PostEdit edit(int revision) {
            return new PostEdit(
                    revision, body == null ? "" : body, language, WrittenJson.of(draft));
        }
    }

    /// @param parent the post it answers; absent: the opening one
    /// @param language absent: as the words sound
    /// @param seen the newest number its author had before her: where others have answered since,
    ///   the answer is refused as a conflict
    /// @param identified says that what could tell who a patient is was looked at, and tells
    ///   nothing
    @Serdeable
    record Words(
            @Nullable String body,
            @Nullable String parent,
            @Nullable String language,
            @Nullable Integer seen,
            @Nullable WrittenJson draft,
            @Nullable String identified) {

        Sent sent() {
            return Sent.saying(identified).with("body", body).with("language", language);
        }

        NewPost post() {
            return new NewPost(
                    body == null ? "" : body,
                    parent == null ? null : (Long) Ids.parse(parent),
                    language,
                    seen,
                    WrittenJson.of(draft));
        }
    }
}
