package rounds.web.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;

import org.jspecify.annotations.Nullable;

import rounds.forum.Answering;
import rounds.forum.Asking;
import rounds.forum.Discussions;
import rounds.forum.DraftPlace;
import rounds.forum.Help;
import rounds.forum.Pointers;
import rounds.forum.Progress;
import rounds.forum.Reaction;
import rounds.forum.Said;
import rounds.forum.Saying;
import rounds.forum.Tried;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.web.Signboard;

import java.time.Instant;
import java.util.List;

/// What people say about posts: reactions, what helped, how far a challenge has come.
@Controller("/api/v1")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class AnswersApi {
    private final Answering answering;
    private final Asking asking;
    private final Discussions discussions;
    private final Pointers pointers;
    private final Signboard site;

    AnswersApi(
            Answering answering,
            Asking asking,
            Discussions discussions,
            Pointers pointers,
            Signboard site) {
        this.answering = answering;
        this.asking = asking;
        this.discussions = discussions;
        this.pointers = pointers;
        this.site = site;
    }

    /// Posts of other discussions that lead to this one, the newest first.
    @Get("/posts/{id}/mentions")
    HttpResponse<Listed<ReferrerJson>> mentions(
            String id,
            @Nullable @QueryValue String after,
            @Nullable @QueryValue Integer limit,
            HttpRequest<?> request,
            Viewer viewer) {
        var page = pointers.to(viewer, Ids.parse(id), after, Listed.limit(limit));
        return Listed.answer(
                Listed.of(page, one -> ReferrerJson.of(one, site.baseUrl())),
                request,
                site,
                "after");
    }

    /// Who said what about a post, the latest first.
    @Get("/posts/{id}/reactions")
    HttpResponse<Listed<ReactionJson>> said(
            String id,
            @Nullable @QueryValue String after,
            @Nullable @QueryValue Integer limit,
            HttpRequest<?> request,
            Viewer viewer) {
        var page = answering.said(viewer, Ids.parse(id), after, Listed.limit(limit));
        return Listed.answer(Listed.of(page, ReactionJson::of), request, site, "after");
    }

    /// Says it; said again, it is still said once.
    @Put("/posts/{id}/reactions/{reaction}")
    HttpResponse<?> say(String id, String reaction, @Nullable @Body Words body, Viewer viewer) {
        Words words = body == null ? new Words(null, null, null, null, null) : body;
        Viewer.SignedIn person = viewer.signedIn();
        long post = Ids.parse(id);
        Saying saying = words.saying(Reaction.of(reaction));
        words.sent().ask(() -> asking.in(person, new DraftPlace.OfPost(post).text()));
        answering.say(person, post, saying);
        return HttpResponse.noContent();
    }

    @Delete("/posts/{id}/reactions/{reaction}")
    HttpResponse<?> takeBack(String id, String reaction, Viewer viewer) {
        answering.takeBack(viewer.signedIn(), Ids.parse(id), Reaction.of(reaction));
        return HttpResponse.noContent();
    }

    /// What helped, in the order in which it was marked.
    @Get("/discussions/{id}/helped")
    Listed<HelpJson> helped(String id, Viewer viewer) {
        List<Help> helped = answering.helped(viewer, discussions.discussion(viewer, Ids.parse(id)));
        return new Listed<>(helped.stream().map(HelpJson::of).toList(), null, null);
    }

    @Put("/posts/{id}/helped")
    HttpResponse<?> mark(String id, @Body Marked body, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long post = Ids.parse(id);
        Sent.saying(body.identified())
                .with("why", body.why())
                .ask(() -> asking.in(person, new DraftPlace.OfPost(post).text()));
        answering.markHelped(
                person,
                post,
                body.passage() == null ? "" : body.passage(),
                body.why() == null ? "" : body.why());
        return HttpResponse.noContent();
    }

    @Delete("/posts/{id}/helped")
    HttpResponse<?> unmark(String id, Viewer viewer) {
        answering.unmarkHelped(viewer.signedIn(), Ids.parse(id));
        return HttpResponse.noContent();
    }

    /// Says how far a challenge has come.
    @Put("/discussions/{id}/progress")
    HttpResponse<?> progress(String id, @Body Step body, Viewer viewer) {
        answering.progress(
                viewer.signedIn(),
                Ids.parse(id),
                Progress.of(body.progress() == null ? "" : body.progress()));
        return HttpResponse.noContent();
    }

    /// @param outcome `worked`, `partly` or `not`: owed by `tried`
    /// @param note where it was tried; only of `tried`
    /// @param place an organisation; only of `same`
    /// @param community the slug of one of the person's communities; only of `same`
    /// @param identified says that what could tell who a patient is was looked at, and tells
    ///   nothing
    @Serdeable
    record Words(
            @Nullable String outcome,
            @Nullable String note,
            @Nullable String place,
            @Nullable String community,
            @Nullable String identified) {

        Sent sent() {
            return Sent.saying(identified).with("note", note);
        }

        Saying saying(Reaction reaction) {
            return new Saying(
                    reaction,
                    outcome == null ? null : Tried.of(outcome),
                    note == null ? "" : note,
                    place == null ? "" : place,
                    community);
        }
    }

    @Serdeable
    record Marked(@Nullable String passage, @Nullable String why, @Nullable String identified) {}

    @Serdeable
    record Step(@Nullable String progress) {}

    @Serdeable
    record ReactionJson(
            String person,
            String personName,
            String reaction,
            @Nullable String outcome,
            String note,
            String place,
            @Nullable String community,
            Instant at) {

        static ReactionJson of(Said said) {
            return new ReactionJson(
                    said.by().handle(),
                    said.by().name(),
                    said.reaction().code(),
                    said.outcome() == null ? null : said.outcome().code(),
                    said.note(),
                    said.place(),
                    said.communitySlug(),
                    said.at());
        }
    }

    @Serdeable
    record HelpJson(
            String postId,
            int number,
            String author,
            String authorName,
            String passage,
            String why,
            String markedBy,
            Instant at) {

        static HelpJson of(Help help) {
            return new HelpJson(
                    Ids.text(help.postId()),
                    help.number(),
                    help.author().handle(),
                    help.author().name(),
                    help.passage(),
                    help.why(),
                    help.markedBy().handle(),
                    help.markedAt());
        }
    }
}
