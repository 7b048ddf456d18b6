package rounds.web.api;

import io.micronaut.http.HttpHeaders;
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

import rounds.community.Capability;
import rounds.community.Communities;
import rounds.community.Community;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.library.Curating;
import rounds.library.Deciding;
import rounds.library.InPractice;
import rounds.library.Library;
import rounds.library.LibraryDesk;
import rounds.library.Renewing;
import rounds.library.Resource;
import rounds.library.ResourceReport;
import rounds.library.Version;
import rounds.library.Withheld;
import rounds.platform.database.Ids;
import rounds.platform.database.Slice;
import rounds.web.Signboard;

import java.time.Instant;
import java.time.LocalDate;

/// Keeping a library true: report, let in, hide, curate, decide about versions; and say that
/// something was used.
@Controller("/api/v1")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class CurationApi {
    private final Library library;
    private final Deciding deciding;
    private final Curating curating;
    private final Renewing renewing;
    private final InPractice practice;
    private final LibraryDesk desk;
    private final Communities communities;
    private final Signboard site;

    CurationApi(
            Library library,
            Deciding deciding,
            Curating curating,
            Renewing renewing,
            InPractice practice,
            LibraryDesk desk,
            Communities communities,
            Signboard site) {
        this.library = library;
        this.deciding = deciding;
        this.curating = curating;
        this.renewing = renewing;
        this.practice = practice;
        this.desk = desk;
        this.communities = communities;
        this.site = site;
    }

    /// Tells the moderators of a resource; once a person.
    @Post("/resources/{id}/reports")
    HttpResponse<Complaint.Taken> report(String id, @Body Complaint body, Viewer viewer) {
        boolean hidden =
                deciding.report(viewer.signedIn(), Ids.parse(id), body.why(), body.words());
        return HttpResponse.created(new Complaint.Taken(hidden));
    }

    /// Decides about a resource. What is let in or shown again is what was read: there `If-Match`
    /// must name its revision.
    ///
    /// @param act `ask` is its owner's: to have it looked at once more
    @Post("/resources/{id}/{act:hide|restore|keep|admit|decline|reopen|ask}")
    HttpResponse<?> decide(
            String id,
            String act,
            @Body Decision body,
            @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch,
            Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long resource = Ids.parse(id);
        String reason = text(body.reason);
        switch (act) {
            case "hide" -> deciding.hide(person, resource, reason);
            case "restore" ->
                    deciding.restore(person, resource, seen(person, resource, ifMatch), reason);
            case "keep" -> deciding.keep(person, resource, reason);
            case "admit" ->
                    deciding.admit(person, resource, seen(person, resource, ifMatch), reason);
            case "decline" -> deciding.decline(person, resource, reason);
            case "reopen" -> deciding.reopen(person, resource);
            default -> deciding.ask(person, resource, seen(person, resource, ifMatch), reason);
        }
        return HttpResponse.noContent();
    }

    /// The revision that was read. It must be said: what nobody has looked at is not let in.
    private int seen(Viewer.SignedIn viewer, long id, @Nullable String ifMatch) {
        int current = library.resource(viewer, id).revision();
        return Revision.held(ifMatch == null || ifMatch.equals("*") ? "" : ifMatch, current);
    }

    /// Says whether a community stands for it, when it is due to be looked at again, and what has
    /// taken its place. What is absent is so no more.
    @Put("/resources/{id}/curation")
    ResourceJson curate(
            String id,
            @Body Stand body,
            @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch,
            Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long resource = Ids.parse(id);
        curating.curate(
                person,
                resource,
                Revision.held(ifMatch, library.resource(person, resource).revision()),
                Boolean.TRUE.equals(body.official),
                body.reviewOn,
                body.supersededBy == null ? null : (Long) Ids.parse(body.supersededBy));
        return ResourceJson.of(library.resource(person, resource), site.baseUrl());
    }

    /// Says that the viewer has used it.
    @Put("/resources/{id}/practice")
    HttpResponse<?> used(String id, @Body Used body, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        Resource used = library.resource(person, Ids.parse(id));
        Sent.saying(body.identified)
                .with("note", body.note)
                .ask(() -> communities.byId(person, used.communityId()).asksIdentifiers());
        practice.say(person, used.id(), text(body.note));
        return HttpResponse.noContent();
    }

    @Delete("/resources/{id}/practice")
    HttpResponse<?> usedNoMore(String id, Viewer viewer) {
        practice.takeBack(viewer.signedIn(), Ids.parse(id));
        return HttpResponse.noContent();
    }

    /// Decides about a version that waits, or withdraws what one proposed.
    ///
    /// @param version its id
    @Post("/resources/{id}/versions/{version}/{act:take|decline|reopen|withdraw}")
    HttpResponse<?> decideVersion(
            String id, String version, String act, @Body Verdict body, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long resource = Ids.parse(id);
        long proposed = Ids.parse(version);
        switch (act) {
            case "take" -> renewing.take(person, resource, proposed, compared(body));
            case "decline" -> renewing.decline(person, resource, proposed, text(body.reason));
            case "reopen" -> renewing.reopen(person, resource, proposed);
            default -> renewing.withdraw(person, resource, number(person, resource, proposed));
        }
        return HttpResponse.noContent();
    }

    private static int compared(Verdict body) {
        if (body.current == null) {
            throw ProblemException.invalid("current", "api.missing");
        }
        return body.current;
    }

    private int number(Viewer.SignedIn viewer, long resource, long version) {
        return library.page(viewer, resource, null).versions().stream()
                .filter(one -> one.id() == version)
                .mapToInt(Version::number)
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    /// What was reported and not yet decided, the oldest first.
    @Get("/communities/{slug}/resources/reports")
    HttpResponse<Listed<ReportJson>> reports(
            String slug,
            @Nullable @QueryValue String after,
            @Nullable @QueryValue Integer limit,
            HttpRequest<?> request,
            Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        Community community = communities.bySlug(person, slug, Capability.SEE_REPORTS);
        Slice<ResourceReport> found = desk.reports(person, community, after, Listed.limit(limit));
        return Listed.answer(
                Listed.of(found, report -> ReportJson.of(report, site.baseUrl())),
                request,
                site,
                "after");
    }

    /// What waits to be let in or to be shown again, the oldest first; or what is hidden, the
    /// newest first.
    @Get("/communities/{slug}/resources/{state:queue|hidden}")
    HttpResponse<Listed<WithheldJson>> withheld(
            String slug,
            String state,
            @Nullable @QueryValue String after,
            @Nullable @QueryValue Integer limit,
            HttpRequest<?> request,
            Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        Community community = communities.bySlug(person, slug, Capability.HANDLE_REPORTS);
        int most = Listed.limit(limit);
        Slice<Withheld> found =
                state.equals("queue")
                        ? desk.queue(person, community, after, most)
                        : desk.hidden(person, community, after, most);
        return Listed.answer(
                Listed.of(found, row -> WithheldJson.of(row, site.baseUrl())),
                request,
                site,
                "after");
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /// @param reason in her own words, for the log and for whom it touches
    @Serdeable
    record Decision(@Nullable String reason) {}

    /// @param supersededBy id of a resource of the same community
    @Serdeable
    record Stand(
            @Nullable Boolean official,
            @Nullable LocalDate reviewOn,
            @Nullable String supersededBy) {}

    /// @param note how it went
    /// @param identified says that what could tell who a patient is was looked at, and tells
    ///   nothing
    @Serdeable
    record Used(@Nullable String note, @Nullable String identified) {}

    /// @param current number of the version that it was compared with
    /// @param reason of declining
    @Serdeable
    record Verdict(@Nullable Integer current, @Nullable String reason) {}

    /// @param asked what its owner says has changed, where it is to be looked at once more
    @Serdeable
    record WithheldJson(String state, @Nullable String asked, ResourceJson resource) {

        static WithheldJson of(Withheld row, String baseUrl) {
            return new WithheldJson(
                    row.state().code(),
                    row.asked() == null ? null : row.asked().words(),
                    ResourceJson.of(row.resource(), baseUrl));
        }
    }

    /// @param own whether the viewer shared it: nobody decides about her own, nor learns who
    ///   reported it and in which words
    /// @param reporter handle
    @Serdeable
    record ReportJson(
            String id,
            String reason,
            @Nullable String note,
            Instant at,
            @Nullable String reporter,
            @Nullable String reporterName,
            boolean own,
            ResourceJson resource) {

        static ReportJson of(ResourceReport report, String baseUrl) {
            return new ReportJson(
                    Ids.text(report.id()),
                    report.reason().code(),
                    report.own() ? null : report.note(),
                    report.madeAt(),
                    report.own() ? null : report.reporter().handle(),
                    report.own() ? null : report.reporter().name(),
                    report.own(),
                    ResourceJson.of(report.resource(), baseUrl));
        }
    }
}
