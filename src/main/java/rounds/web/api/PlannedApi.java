package rounds.web.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
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
import rounds.forum.Kind;
import rounds.forum.NewDiscussion;
import rounds.forum.Planned;
import rounds.forum.Planning;
import rounds.forum.Posted;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.web.Signboard;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/// Discussions that are to be opened later.
@Controller("/api/v1")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class PlannedApi {
    private final Planning planning;
    private final Communities communities;
    private final Signboard site;

    PlannedApi(Planning planning, Communities communities, Signboard site) {
        this.planning = planning;
        this.communities = communities;
        this.site = site;
    }

    /// What is planned in a community: for moderators all of it, else one's own.
    @Get("/communities/{slug}/planned")
    HttpResponse<Listed<PlannedJson>> list(
            String slug,
            @Nullable @QueryValue String after,
            @Nullable @QueryValue Integer limit,
            HttpRequest<?> request,
            Viewer viewer) {
        var page = planning.in(viewer.signedIn(), slug, after, Listed.limit(limit));
        return Listed.answer(Listed.of(page, PlannedJson::of), request, site, "after");
    }

    @Post("/communities/{slug}/planned")
    HttpResponse<PlannedJson> plan(String slug, @Body Plan body, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        NewDiscussion entered = body.discussion();
        body.sent().ask(() -> communities.bySlug(person, slug).asksIdentifiers());
        Planned planned = planning.plan(person, slug, entered, body.publishAt());
        return HttpResponse.created(
                PlannedJson.of(planned), URI.create("/api/v1/planned/" + Ids.text(planned.id())));
    }

    @Get("/planned/{id}")
    PlannedJson one(String id, Viewer viewer) {
        return PlannedJson.of(planning.planned(viewer.signedIn(), Ids.parse(id)));
    }

    /// Another time.
    @Put("/planned/{id}")
    PlannedJson putOff(String id, @Body Time body, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long plan = Ids.parse(id);
        planning.putOff(person, plan, planning.planned(person, plan).revision(), body.publishAt());
        return one(id, viewer);
    }

    /// Opens it now.
    @Post("/planned/{id}/publication")
    Opened publish(String id, Viewer viewer) {
        Posted posted = planning.publish(viewer.signedIn(), Ids.parse(id));
        return new Opened(Ids.text(posted.discussionId()), site.baseUrl() + posted.path());
    }

    /// Makes it a draft of its author's again.
    @Delete("/planned/{id}")
    HttpResponse<?> withdraw(String id, Viewer viewer) {
        planning.withdraw(viewer.signedIn(), Ids.parse(id));
        return HttpResponse.noContent();
    }

    @Serdeable
    record Time(@Nullable Instant publishAt) {}

    @Serdeable
    record Opened(String discussionId, String url) {}

    /// @param language absent: as the words sound
    @Serdeable
    record Plan(
            @Nullable String kind,
            @Nullable String title,
            @Nullable String body,
            @Nullable List<String> tags,
            @Nullable String language,
            @Nullable PollAsked poll,
            @Nullable Instant publishAt,
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
                    null,
                    poll == null ? null : poll.poll());
        }
    }

    /// @param problem why it could not be published: `rights`, `words`, `account` or `fault`
    @Serdeable
    record PlannedJson(
            String id,
            String community,
            String author,
            String kind,
            String title,
            List<String> tags,
            String body,
            @Nullable String language,
            Instant publishAt,
            @Nullable String problem,
            int revision) {

        static PlannedJson of(Planned planned) {
            return new PlannedJson(
                    Ids.text(planned.id()),
                    planned.communitySlug(),
                    planned.author().handle(),
                    planned.kind().code(),
                    planned.title(),
                    planned.tags(),
                    planned.body(),
                    planned.language(),
                    planned.publishAt(),
                    planned.problem(),
                    planned.revision());
        }
    }
}
