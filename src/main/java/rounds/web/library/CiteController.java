package rounds.web.library;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Viewer;
import rounds.library.Library;
import rounds.library.citation.Citations;
import rounds.library.citation.Format;
import rounds.library.citation.Reference;
import rounds.web.Signboard;
import rounds.web.page.Address;

import java.nio.charset.StandardCharsets;

/// References to resources, for reference managers.
@Controller("/r/{id}/cite.{format:bib|ris|json}")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
class CiteController {
    private final Library library;
    private final Citations citations;
    private final Signboard site;

    CiteController(Library library, Citations citations, Signboard site) {
        this.library = library;
        this.citations = citations;
        this.site = site;
    }

    /// @param version to be cited; null: the one that is read
    @Get
    HttpResponse<byte[]> cite(
            String id, String format, @Nullable @QueryValue Integer version, Viewer viewer) {
        long resource = new Address("/r/", id).id();
        var reference = Reference.of(library.page(viewer, resource, version), site.baseUrl());
        Format wanted = Format.ending(format);
        return HttpResponse.ok(citations.write(reference, wanted).getBytes(StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_TYPE, wanted.mediaType() + ";charset=utf-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + reference.key() + "." + format + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    }
}
