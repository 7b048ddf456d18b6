package rounds.web.api;

import io.micronaut.serde.annotation.Serdeable;

import org.jspecify.annotations.Nullable;

import rounds.library.Details;
import rounds.library.Resource;
import rounds.library.ResourceSummary;
import rounds.library.Version;
import rounds.library.VersionState;
import rounds.platform.database.Ids;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// A resource of a library; lists leave out what only `details` tells.
///
/// @param community the slug of its community
/// @param description Markdown
/// @param sharedBy the handle of who shared it
/// @param version the number of the version that is read
/// @param readers how many people have opened it
/// @param revision what an edit names in `If-Match`
@Serdeable
record ResourceJson(
        String id,
        String url,
        String community,
        String kind,
        String title,
        String language,
        List<String> tags,
        String sharedBy,
        String sharedByName,
        Instant changedAt,
        boolean official,
        @Nullable LocalDate reviewOn,
        int readers,
        @Nullable String description,
        @Nullable List<String> keywords,
        @Nullable List<String> authors,
        @Nullable String source,
        @Nullable String licence,
        @Nullable String journal,
        @Nullable Integer year,
        @Nullable String doi,
        @Nullable String pmid,
        @Nullable String abstractText,
        @Nullable String state,
        @Nullable Integer version,
        @Nullable Integer downloads,
        @Nullable String supersededBy,
        @Nullable Integer revision,
        @Nullable String sourceId) {

    static ResourceJson of(Resource resource, String baseUrl) {
        Details details = resource.details();
        Resource.Successor successor = resource.successor();
        return new ResourceJson(
                Ids.text(resource.id()),
                baseUrl + resource.path(),
                resource.communitySlug(),
                details.kind().code(),
                details.title(),
                details.language(),
                details.tags(),
                resource.sharedBy().handle(),
                resource.sharedBy().name(),
                resource.changedAt(),
                resource.official(),
                resource.reviewOn(),
                resource.readers(),
                details.description(),
                details.keywords(),
                details.authors(),
                details.source(),
                details.licence().code(),
                details.journal(),
                details.year(),
                details.doi(),
                details.pmid(),
                details.outline(),
                resource.state().code(),
                resource.current(),
                resource.downloads(),
                successor == null ? null : baseUrl + successor.path(),
                resource.revision(),
                resource.sourceId());
    }

    static ResourceJson of(ResourceSummary row, String baseUrl) {
        return new ResourceJson(
                Ids.text(row.id()),
                baseUrl + row.path(),
                row.communitySlug(),
                row.kind(),
                row.title(),
                row.language(),
                row.tags(),
                row.sharedBy().handle(),
                row.sharedBy().name(),
                row.changedAt(),
                row.official(),
                row.reviewOn(),
                row.readers(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /// @param id by which it is decided about: a proposed one may get another number
    /// @param state `proposed`, `held`, `current`, `earlier` or `declined`
    /// @param form `file`, `link` or `text`
    /// @param type of a file: `pdf`, `docx` …
    /// @param link where a link leads
    /// @param text how far its text has been read for search
    /// @param pages how many it has, as far as it has been read
    /// @param looked what came of looking for patients in its file: `none`, `waiting`, `asks`,
    ///   `refused` or `clear`
    @Serdeable
    record VersionJson(
            String id,
            int number,
            String state,
            String form,
            @Nullable String file,
            @Nullable String fileName,
            @Nullable String type,
            @Nullable Long bytes,
            @Nullable String link,
            String note,
            String madeBy,
            Instant madeAt,
            String text,
            int pages,
            String looked) {

        static VersionJson of(Version version, String resourceId, String baseUrl) {
            Version.File file = version.file();
            boolean current = version.state() == VersionState.CURRENT;
            return new VersionJson(
                    Ids.text(version.id()),
                    version.number(),
                    version.state().code(),
                    version.form().code(),
                    file == null
                            ? null
                            : baseUrl
                                    + "/api/v1/resources/"
                                    + resourceId
                                    + "/file"
                                    + (current ? "" : "?version=" + version.number()),
                    file == null ? null : file.name(),
                    file == null ? null : file.type().code(),
                    file == null ? null : file.bytes(),
                    version.url(),
                    version.note(),
                    version.madeBy().handle(),
                    version.madeAt(),
                    version.text().code(),
                    version.pages(),
                    version.looked().code());
        }
    }

    /// @param number of the page, slide, sheet or part
    @Serdeable
    record PageJson(int number, @Nullable String heading, String text) {}
}
