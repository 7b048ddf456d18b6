package rounds.web.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

import org.jspecify.annotations.Nullable;

import rounds.community.Capability;
import rounds.community.Communities;
import rounds.forum.DiscussionSummary;
import rounds.forum.KeepingUp;
import rounds.identity.People;
import rounds.kernel.Viewer;
import rounds.platform.database.Slice;
import rounds.web.Signboard;

/// Lists with which people keep up.
@Controller("/api/v1")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class KeepingUpApi {
    private final KeepingUp keepingUp;
    private final Communities communities;
    private final People people;
    private final Signboard site;

    KeepingUpApi(KeepingUp keepingUp, Communities communities, People people, Signboard site) {
        this.keepingUp = keepingUp;
        this.communities = communities;
        this.people = people;
        this.site = site;
    }

    @Get("/followed")
    HttpResponse<Listed<DiscussionJson>> followed(
            @Nullable @QueryValue String after,
            @Nullable @QueryValue Integer limit,
            HttpRequest<?> request,
            Viewer viewer) {
        return answer(keepingUp.followed(viewer.signedIn(), after, Listed.limit(limit)), request);
    }

    @Get("/unanswered")
    HttpResponse<Listed<DiscussionJson>> unanswered(
            @Nullable @QueryValue String after,
            @Nullable @QueryValue Integer limit,
            HttpRequest<?> request,
            Viewer viewer) {
        return answer(keepingUp.unanswered(viewer, after, Listed.limit(limit)), request);
    }

    @Get("/communities/{slug}/unanswered")
    HttpResponse<Listed<DiscussionJson>> unansweredIn(
            String slug,
            @Nullable @QueryValue String after,
            @Nullable @QueryValue Integer limit,
            HttpRequest<?> request,
            Viewer viewer) {
        long community = communities.bySlug(viewer, slug, Capability.READ).id();
        return answer(keepingUp.unanswered(viewer, community, after, Listed.limit(limit)), request);
    }

    /// What helped with challenges in one's communities, the newest mark first.
    @Get("/helped")
    HttpResponse<Listed<HelpedJson>> helped(
            @Nullable @QueryValue String after,
            @Nullable @QueryValue Integer limit,
            HttpRequest<?> request,
            Viewer viewer) {
        var page = keepingUp.helpedLately(viewer.signedIn(), after, Listed.limit(limit));
        return Listed.answer(
                Listed.of(page, row -> HelpedJson.of(row, site.baseUrl())), request, site, "after");
    }

    @Get("/communities/{slug}/helped")
    HttpResponse<Listed<HelpedJson>> helpedIn(
            String slug,
            @Nullable @QueryValue String after,
            @Nullable @QueryValue Integer limit,
            HttpRequest<?> request,
            Viewer viewer) {
        long community = communities.bySlug(viewer, slug, Capability.READ).id();
        var page = keepingUp.helpedLately(viewer, community, after, Listed.limit(limit));
        return Listed.answer(
                Listed.of(page, row -> HelpedJson.of(row, site.baseUrl())), request, site, "after");
    }

    @Get("/people/{handle}/contributions")
    HttpResponse<Listed<ExcerptJson>> contributions(
            String handle,
            @Nullable @QueryValue String after,
            @Nullable @QueryValue Integer limit,
            HttpRequest<?> request,
            Viewer viewer) {
        long person = people.byHandle(viewer.signedIn(), handle).id();
        var page = keepingUp.writtenBy(viewer, person, after, Listed.limit(limit));
        return Listed.answer(
                Listed.of(page, excerpt -> ExcerptJson.of(excerpt, site.baseUrl())),
                request,
                site,
                "after");
    }

    private HttpResponse<Listed<DiscussionJson>> answer(
            Slice<DiscussionSummary> page, HttpRequest<?> request) {
        return Listed.answer(
                Listed.of(page, row -> DiscussionJson.of(row, site.baseUrl())),
                request,
                site,
                "after");
    }
}
