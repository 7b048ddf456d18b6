package rounds.web.library;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.types.files.StreamedFile;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.library.Library;
import rounds.library.ResourceFile;
import rounds.platform.database.Ids;
import rounds.platform.documents.DocumentType;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Answers with the file of a version, or with a part of it. A browser keeps it and asks each time
/// whether it still may show it, so that a hidden one is gone at once. Nothing in it runs: it is
/// shown without rights, or taken along.
@Singleton
public class Files {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,15})-(\\d{0,15})");

    private final Library library;

    Files(Library library) {
        this.library = library;
    }

    /// First and last byte.
    private record Range(long from, long to) {}

    /// @param taken along, and not shown
    /// @throws ProblemException conflict, for what is to be taken along before it was looked
    ///   through
    public HttpResponse<?> answer(ResourceFile file, boolean taken, HttpRequest<?> request)
            throws IOException {
        if (taken && file.isUnread()) {
            throw new ProblemException(new Problem.Conflict("library.file.unread"));
        }
        // What is at the address of a version never changes.
        String tag = "\"" + Ids.text(file.id()) + "\"";
        if (tag.equals(request.getHeaders().get(HttpHeaders.IF_NONE_MATCH))) {
            return kept(HttpResponse.notModified(), tag);
        }
        String asked = request.getHeaders().get(HttpHeaders.RANGE);
        if (asked == null) {
            return described(
                    HttpResponse.ok(sent(library.open(file), file, file.bytes())),
                    file,
                    taken,
                    tag);
        }
        Range range = range(asked, file.bytes());
        if (range == null) {
            return kept(HttpResponse.status(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE), tag)
                    .header(HttpHeaders.CONTENT_RANGE, "bytes */" + file.bytes());
        }
        long length = range.to - range.from + 1;
        return described(
                        HttpResponse.status(HttpStatus.PARTIAL_CONTENT)
                                .body(
                                        sent(
                                                part(library.open(file), range.from, length),
                                                file,
                                                length)),
                        file,
                        taken,
                        tag)
                .header(
                        HttpHeaders.CONTENT_RANGE,
                        "bytes " + range.from + "-" + range.to + "/" + file.bytes());
    }

    /// With its length, without which no reader of PDF asks for parts, and no download tells how
    /// far it is.
    private static StreamedFile sent(InputStream bytes, ResourceFile file, long length) {
        return new StreamedFile(
                bytes, MediaType.of(DocumentType.of(file.type()).mediaType()), 0, length);
    }

    private static InputStream part(InputStream whole, long from, long length) throws IOException {
        whole.skipNBytes(from);
        return new Limited(whole, length);
    }

    private static MutableHttpResponse<?> described(
            MutableHttpResponse<?> answer, ResourceFile file, boolean taken, String tag) {
        DocumentType type = DocumentType.of(file.type());
        boolean shown = !taken && (type == DocumentType.PDF || type.isPicture());
        return kept(answer, tag)
                .contentType(MediaType.of(type.mediaType()))
                .header(HttpHeaders.ACCEPT_RANGES, "bytes")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        (shown ? "inline" : "attachment") + named(file.name()));
    }

    private static MutableHttpResponse<?> kept(MutableHttpResponse<?> answer, String tag) {
        return answer.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header("Content-Security-Policy", "default-src 'none'; sandbox");
    }

    /// One range (RFC 9110, 14.1.2); of several, or of none that we know, nothing.
    private static @Nullable Range range(String asked, long bytes) {
        Matcher found = RANGE.matcher(asked.strip());
        if (!found.matches() || (found.group(1).isEmpty() && found.group(2).isEmpty())) {
            return null;
        }
        if (found.group(1).isEmpty()) {
            long last = Math.min(bytes, Long.parseLong(found.group(2)));
            return last == 0 ? null : new Range(bytes - last, bytes - 1);
        }
        long from = Long.parseLong(found.group(1));
        long to =
                found.group(2).isEmpty()
                        ? bytes - 1
                        : Math.min(bytes - 1, Long.parseLong(found.group(2)));
        return from > to ? null : new Range(from, to);
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
