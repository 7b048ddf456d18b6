package rounds.web.library;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
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
import rounds.library.ResourceFile;
import rounds.platform.database.Ids;
import rounds.platform.documents.DocumentType;
import rounds.web.page.Address;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// The files of resources. A browser keeps one and asks each time whether it still may show it, so
/// that a hidden one is gone at once. Nothing in it runs: it is shown without rights, or taken
/// along.
@Controller("/r/{id}/v/{number}/file")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
class FileController {
    private final Library library;

    FileController(Library library) {
        this.library = library;
    }

    /// @param take anything: to be kept by its reader, and not shown
    @Get
    HttpResponse<?> file(
            String id,
            int number,
            @Nullable @QueryValue String take,
            HttpRequest<?> request,
            Viewer viewer)
            throws IOException {
        long resource = new Address("/r/", id).id();
        ResourceFile file = library.file(viewer, resource, number);
        // What is at the address of a version never changes.
        String tag = "\"" + Ids.text(file.id()) + "\"";
        boolean known = tag.equals(request.getHeaders().get(HttpHeaders.IF_NONE_MATCH));
        if (take != null) {
            library.used(viewer, resource, true);
        }
        var answer = known ? HttpResponse.notModified() : HttpResponse.ok(library.open(file));
        answer.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header("Content-Security-Policy", "default-src 'none'; sandbox");
        if (!known) {
            DocumentType type = DocumentType.of(file.type());
            boolean shown = take == null && (type == DocumentType.PDF || type.isPicture());
            answer.contentType(MediaType.of(type.mediaType()))
                    .header(HttpHeaders.CONTENT_LENGTH, String.valueOf(file.bytes()))
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            (shown ? "inline" : "attachment") + named(file.name()));
        }
        return answer;
    }

    /// RFC 6266, with the letters of RFC 8187.
    private static String named(String name) {
        String plain = name.replaceAll("[^\\x20-\\x7e]", "_").replaceAll("[\"\\\\%]", "_");
        return "; filename=\""
                + plain
                + "\"; filename*=UTF-8''"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
