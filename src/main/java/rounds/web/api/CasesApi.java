package rounds.web.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;

import org.jspecify.annotations.Nullable;

import rounds.cases.Authority;
import rounds.cases.CaseFilter;
import rounds.cases.CaseLists;
import rounds.cases.CaseState;
import rounds.cases.CaseStory;
import rounds.cases.Cases;
import rounds.cases.Facts;
import rounds.cases.Ground;
import rounds.cases.Outcome;
import rounds.cases.Part;
import rounds.cases.Publishing;
import rounds.cases.Saving;
import rounds.cases.Setting;
import rounds.community.Capability;
import rounds.community.Communities;
import rounds.community.Community;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.platform.database.Transactions;
import rounds.platform.entry.Entry;
import rounds.web.Signboard;

import java.net.URI;
import java.util.List;

/// Case stories: find them, write one, read it.
@Controller("/api/v1")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class CasesApi {
    private final Cases cases;
    private final Publishing publishing;
    private final CaseLists lists;
    private final Communities communities;
    private final Transactions transactions;
    private final Signboard site;

    CasesApi(
            Cases cases,
            Publishing publishing,
            CaseLists lists,
            Communities communities,
            Transactions transactions,
            Signboard site) {
        this.cases = cases;
        this.publishing = publishing;
        this.lists = lists;
        this.communities = communities;
        this.transactions = transactions;
        this.site = site;
    }

    /// The published ones, the newest first.
    ///
    /// @param condition all of these together
    @Get("/communities/{slug}/cases")
    HttpResponse<Listed<CaseJson>> list(
            String slug,
            @Nullable @QueryValue List<String> condition,
            @Nullable @QueryValue String setting,
            @Nullable @QueryValue String outcome,
            @Nullable @QueryValue String tag,
            @Nullable @QueryValue String after,
            @Nullable @QueryValue Integer limit,
            HttpRequest<?> request,
            Viewer viewer) {
        var filter =
                new CaseFilter(
                        condition == null ? List.of() : condition,
                        setting == null ? null : Setting.of(setting),
                        outcome == null ? null : Outcome.of(outcome),
                        tag == null ? null : Entry.tag(tag));
        var page =
                transactions.read(
                        viewer,
                        () -> {
                            Community community = communities.bySlug(viewer, slug, Capability.READ);
                            return lists.in(
                                    viewer, community.id(), filter, after, Listed.limit(limit));
                        });
        return Listed.answer(
                Listed.of(page, row -> CaseJson.of(row, site.baseUrl())), request, site, "after");
    }

    /// Begins a draft.
    @Post("/communities/{slug}/cases")
    HttpResponse<CaseJson> start(
            String slug,
            @Body CaseWords body,
            @Nullable @Header("Idempotency-Key") String idempotencyKey,
            Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        CaseStory draft =
                cases.start(person, slug, body.title() == null ? "" : body.title(), idempotencyKey);
        // Sent twice it has said its facts already.
        Facts facts = body.facts(draft.facts());
        CaseStory begun =
                facts.equals(draft.facts()) || draft.revision() > 0
                        ? draft
                        : cases.describe(person, draft.id(), facts, draft.revision());
        return tagged(
                HttpResponse.created(
                        CaseJson.of(begun, site.baseUrl()),
                        URI.create("/api/v1/cases/" + Ids.text(begun.id()))),
                begun);
    }

    /// The viewer's own, the one written in last first.
    @Get("/cases")
    Listed<CaseJson> own(Viewer viewer) {
        List<CaseJson> own =
                lists.own(viewer.signedIn()).stream()
                        .map(row -> CaseJson.of(row, site.baseUrl()))
                        .toList();
        return new Listed<>(own, null, (long) own.size());
    }

    @Get("/cases/{id}")
    HttpResponse<CaseJson> read(String id, Viewer viewer) {
        return answer(cases.story(viewer, Ids.parse(id)));
    }

    /// What is absent stays. `If-Match` names the revision it was made from.
    @Patch("/cases/{id}")
    HttpResponse<CaseJson> edit(
            String id,
            @Body CaseWords body,
            @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch,
            Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        CaseStory now = cases.story(person, Ids.parse(id));
        int revision = Revision.held(ifMatch, now.revision());
        Facts facts = body.facts(now.facts());
        if (now.state() == CaseState.VISIBLE) {
            return answer(
                    publishing.edit(
                            person,
                            now.id(),
                            facts,
                            body.parts(now.sections()),
                            body.confirming(),
                            revision));
        }
        if (body.parts() != null) {
            throw ProblemException.invalid("parts", "cases.api.parts");
        }
        return answer(cases.describe(person, now.id(), facts, revision));
    }

    /// Throws a draft away.
    @Delete("/cases/{id}")
    HttpResponse<?> throwAway(String id, Viewer viewer) {
        cases.throwAway(viewer.signedIn(), Ids.parse(id));
        return HttpResponse.noContent();
    }

    /// Saves a part of a draft. `If-Match` names the revision that it goes on from, and must: a
    /// draft overwrites nothing unseen; `"0"` begins the part.
    @Put("/cases/{id}/parts/{part}")
    HttpResponse<CaseJson.PartJson> save(
            String id,
            String part,
            @Body PartWords body,
            @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch,
            Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        String words = body.body() == null ? "" : body.body();
        return switch (cases.save(
                person,
                Ids.parse(id),
                Part.of(part),
                words,
                Revision.of(ifMatch == null ? "" : ifMatch, 0))) {
            case Saving.Saved(int revision) ->
                    HttpResponse.ok(new CaseJson.PartJson(part, words, revision))
                            .header(HttpHeaders.ETAG, Revision.tag(revision));
            case Saving.Meanwhile _ ->
                    throw new ProblemException(new Problem.Conflict("cases.part-meanwhile"));
        };
    }

    /// @param body Markdown
    @Serdeable
    record PartWords(@Nullable String body) {}

    /// By what right it is told: for its author and moderators.
    @Get("/cases/{id}/authority")
    CaseJson.AuthorityJson authority(String id, Viewer viewer) {
        return cases.authority(viewer.signedIn(), Ids.parse(id))
                .map(CaseJson.AuthorityJson::of)
                .orElseThrow(ProblemException::notFound);
    }

    @Put("/cases/{id}/authority")
    HttpResponse<?> authorise(String id, @Body CaseJson.AuthorityJson body, Viewer viewer) {
        cases.authorise(
                viewer.signedIn(),
                Ids.parse(id),
                new Authority(
                        Ground.of(body.ground() == null ? "" : body.ground()),
                        body.ofWhom() == null ? "" : body.ofWhom(),
                        body.on(),
                        body.reference() == null ? "" : body.reference()));
        return HttpResponse.noContent();
    }

    private MutableHttpResponse<CaseJson> answer(CaseStory story) {
        return tagged(HttpResponse.ok(CaseJson.of(story, site.baseUrl())), story);
    }

    private static <T> MutableHttpResponse<T> tagged(
            MutableHttpResponse<T> response, CaseStory story) {
        return response.header(HttpHeaders.ETAG, Revision.tag(story.revision()));
    }
}
