package rounds.web.api;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;

import org.jspecify.annotations.Nullable;

import rounds.community.Capability;
import rounds.community.Communities;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.library.CheckedFile;
import rounds.library.FileCheck;
import rounds.library.FileFinding;
import rounds.library.HeldFile;
import rounds.library.Library;
import rounds.library.Version;
import rounds.platform.database.Ids;
import rounds.web.Signboard;

import java.time.Instant;
import java.util.List;

/// What could tell who a patient is in the files of a library: read it, say why it may stay.
/// Another file in its place is a new version.
@Controller("/api/v1")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class FileChecksApi {
    private final FileCheck check;
    private final Library library;
    private final Communities communities;
    private final Signboard site;

    FileChecksApi(FileCheck check, Library library, Communities communities, Signboard site) {
        this.check = check;
        this.library = library;
        this.communities = communities;
        this.site = site;
    }

    /// @param version its id
    @Get("/resources/{id}/versions/{version}/findings")
    CheckJson read(String id, String version, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        return CheckJson.of(
                check.of(person, Ids.parse(id), number(person, Ids.parse(id), Ids.parse(version))));
    }

    /// @param version its id
    @Post("/resources/{id}/versions/{version}/findings")
    CheckJson confirm(String id, String version, @Body Answer body, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long resource = Ids.parse(id);
        long checked = Ids.parse(version);
        List<String> which = body.findings;
        check.confirm(
                person,
                resource,
                checked,
                which == null ? null : which.stream().map(Ids::parse).toList(),
                body.reason == null ? "" : body.reason);
        return CheckJson.of(check.of(person, resource, number(person, resource, checked)));
    }

    private int number(Viewer.SignedIn viewer, long resource, long version) {
        return library.page(viewer, resource, null).versions().stream()
                .filter(one -> one.id() == version)
                .mapToInt(Version::number)
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    /// The files in a community that wait for an answer, the longest waiting first.
    @Get("/communities/{slug}/resources/held")
    Listed<HeldJson> held(String slug, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        List<HeldFile> held =
                check.held(person, communities.bySlug(person, slug, Capability.HANDLE_REPORTS));
        return new Listed<>(
                held.stream().map(one -> HeldJson.of(one, site.baseUrl())).toList(),
                null,
                (long) held.size());
    }

    /// @param findings ids; absent: all of them
    /// @param reason why they may stay
    @Serdeable
    record Answer(@Nullable List<String> findings, @Nullable String reason) {}

    /// @param version id
    /// @param state of the version
    /// @param looked `none`, `waiting`, `asks`, `refused` or `clear`
    /// @param open how many findings are still asked about
    @Serdeable
    record CheckJson(
            String version,
            int number,
            String state,
            String looked,
            int open,
            List<FindingJson> findings) {

        static CheckJson of(CheckedFile checked) {
            Version version = checked.version();
            return new CheckJson(
                    Ids.text(version.id()),
                    version.number(),
                    version.state().code(),
                    version.looked().code(),
                    checked.open(),
                    checked.findings().stream().map(FindingJson::of).toList());
        }
    }

    /// @param kind of identifier; `unseen`: no text could be taken of it
    /// @param certain whether it cannot be confirmed
    /// @param reason why it may stay; absent: it is still asked about
    @Serdeable
    record FindingJson(
            String id,
            String kind,
            String passage,
            String before,
            String after,
            List<Integer> pages,
            int times,
            boolean certain,
            @Nullable String reason,
            @Nullable Instant confirmedAt) {

        static FindingJson of(FileFinding finding) {
            return new FindingJson(
                    Ids.text(finding.id()),
                    finding.kind(),
                    finding.passage(),
                    finding.saidBefore(),
                    finding.saidAfter(),
                    finding.places(),
                    finding.times(),
                    finding.certain(),
                    finding.isOpen() ? null : finding.reason(),
                    finding.confirmedAt());
        }
    }

    /// @param held whether others do not read it
    /// @param by the handle of who made it
    @Serdeable
    record HeldJson(
            String resource,
            int number,
            String title,
            String url,
            String looked,
            boolean held,
            String by,
            Instant at,
            int open) {

        static HeldJson of(HeldFile file, String baseUrl) {
            return new HeldJson(
                    Ids.text(file.resourceId()),
                    file.number(),
                    file.title(),
                    baseUrl + file.path(),
                    file.looked().code(),
                    file.held(),
                    file.by().handle(),
                    file.at(),
                    file.open());
        }
    }
}
