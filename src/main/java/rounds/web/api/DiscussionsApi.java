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

import rounds.community.Capability;
import rounds.community.Communities;
import rounds.community.Community;
import rounds.forum.Arrangement;
import rounds.forum.Asking;
import rounds.forum.Discussion;
import rounds.forum.DiscussionEdit;
import rounds.forum.Discussions;
import rounds.forum.DraftPlace;
import rounds.forum.Edits;
import rounds.forum.Filter;
import rounds.forum.Forum;
import rounds.forum.Kind;
import rounds.forum.NewDiscussion;
import rounds.forum.Posted;
import rounds.forum.Progress;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.platform.database.Transactions;
import rounds.web.Signboard;

import java.net.URI;
import java.util.List;

/// Discussions: list those of a community, open one, read it.
@Controller("/api/v1")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class DiscussionsApi {
    private final Forum forum;
    private final Edits edits;
    private final Discussions discussions;
    private final Arrangement arrangement;
    private final Asking asking;
    private final Communities communities;
    private final Transactions transactions;
    private final Signboard site;

    DiscussionsApi(
            Forum forum,
            Edits edits,
            Discussions discussions,
            Arrangement arrangement,
            Asking asking,
            Communities communities,
            Transactions transactions,
            Signboard site) {
        this.forum = forum;
        this.edits = edits;
        this.discussions = discussions;
        this.arrangement = arrangement;
        this.asking = asking;
        this.communities = communities;
        this.transactions = transactions;
        this.site = site;
    }

    /// A community's discussions: the pinned ones, then the latest.
    @Get("/communities/{slug}/discussions")
    HttpResponse<Listed<DiscussionJson>> list(
            String slug,
            @Nullable @QueryValue String kind,
            @Nullable @QueryValue String tag,
            @Nullable @QueryValue String progress,
            @Nullable @QueryValue String after,
            @Nullable @QueryValue Integer limit,
            HttpRequest<?> request,
            Viewer viewer) {
        var filter =
                new Filter(
                        kind == null ? null : Kind.of(kind),
                        tag,
                        progress == null ? null : Progress.of(progress));
        var page =
                transactions.read(
                        viewer,
                        () -> {
                            Community community = communities.bySlug(viewer, slug, Capability.READ);
                            return discussions.inCommunity(
                                    viewer, community.id(), filter, after, Listed.limit(limit));
                        });
        return Listed.answer(
                Listed.of(page, row -> DiscussionJson.of(row, site.baseUrl())),
                request,
                site,
                "after");
    }

    /// Opens a discussion.
    @Post("/communities/{slug}/discussions")
    HttpResponse<DiscussionJson> open(
            String slug,
            @Body OpeningWords body,
            @Nullable @Header("Idempotency-Key") String idempotencyKey,
            Viewer viewer) {
        Viewer.SignedIn author = viewer.signedIn();
        NewDiscussion entered = body.discussion();
        body.sent().ask(() -> communities.bySlug(author, slug).asksIdentifiers());
        Posted posted = forum.open(author, slug, entered, idempotencyKey);
        Discussion opened = discussions.discussion(viewer, posted.discussionId());
        return HttpResponse.created(
                        DiscussionJson.of(opened, site.baseUrl()),
                        URI.create("/api/v1/discussions/" + Ids.text(opened.id())))
                .header(HttpHeaders.ETAG, Revision.tag(opened.revision()));
    }

    @Get("/discussions/{id}")
    HttpResponse<?> read(String id, Viewer viewer) {
        try {
            return one(id, viewer);
        } catch (ProblemException refused) {
            if (refused.problem() instanceof Problem.NotFound) {
                return arrangement
                        .moved(viewer, Ids.parse(id), null)
                        .map(place -> "/api/v1/discussions/" + Ids.text(place.discussionId()))
                        .map(place -> HttpResponse.redirect(URI.create(place)))
                        .orElseThrow(() -> refused);
            }
            throw refused;
        }
    }

    private HttpResponse<DiscussionJson> one(String id, Viewer viewer) {
        Discussion discussion = discussions.discussion(viewer, Ids.parse(id));
        return HttpResponse.ok(DiscussionJson.of(discussion, site.baseUrl()))
                .header(HttpHeaders.ETAG, Revision.tag(discussion.revision()));
    }

    /// Changes title, kind, opening words or tags; what is absent stays. `If-Match` names the
    /// revision it was made from.
    @Patch("/discussions/{id}")
    HttpResponse<DiscussionJson> edit(
            String id,
            @Body Edited body,
            @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch,
            Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long discussion = Ids.parse(id);
        int revision =
                Revision.held(ifMatch, discussions.discussion(person, discussion).revision());
        DiscussionEdit edit = body.edit(revision);
        body.sent().ask(() -> asking.in(person, new DraftPlace.OfDiscussion(discussion).text()));
        edits.edit(person, discussion, edit);
        return one(id, viewer);
    }

    /// Takes a discussion away. A moderator owes a reason for what another wrote.
    @Delete("/discussions/{id}")
    HttpResponse<?> delete(String id, @Nullable @QueryValue String reason, Viewer viewer) {
        edits.deleteDiscussion(viewer.signedIn(), Ids.parse(id), reason);
        return HttpResponse.noContent();
    }

    @Serdeable
    record Edited(
            @Nullable String kind,
            @Nullable String title,
            @Nullable String body,
            @Nullable List<String> tags,
            @Nullable String language,
            @Nullable WrittenJson draft,
            @Nullable String identified) {

        Sent sent() {
            return Sent.saying(identified)
                    .with("title", title)
                    .with("body", body)
                    .with("tags", tags)
                    .with("language", language);
        }

        DiscussionEdit edit(int revision) {
            return new DiscussionEdit(
                    revision,
                    kind == null ? null : Kind.of(kind),
                    title,
                    body,
                    tags,
                    language,
                    WrittenJson.of(draft));
        }
    }

    /// @param kind `challenge`, `success`, `question`, `request`, `discussion` or `announcement`
    /// @param language absent: as the words sound
    /// @param identified says that what could tell who a patient is was looked at, and tells
    ///   nothing
    @Serdeable
    record OpeningWords(
            @Nullable String kind,
            @Nullable String title,
            @Nullable String body,
            @Nullable List<String> tags,
            @Nullable String language,
            @Nullable WrittenJson draft,
            @Nullable PollAsked poll,
            @Nullable String identified) {

        Sent sent() {
            return Sent.saying(identified)
                    .with("title", title)
                    .with("body", body)
                    .with("tags", tags)
                    .with("language", language)
                    .with(poll);
        }

        NewDiscussion discussion() {
            if (kind == null) {
                throw ProblemException.invalid("kind", "api.missing");
            }
            return new NewDiscussion(
                    Kind.of(kind),
                    title == null ? "" : title,
                    body == null ? "" : body,
                    tags == null ? List.of() : tags,
                    language,
                    WrittenJson.of(draft),
                    poll == null ? null : poll.poll());
        }
    }
}
