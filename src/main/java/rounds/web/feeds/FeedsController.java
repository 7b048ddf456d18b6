package rounds.web.feeds;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

import org.jspecify.annotations.Nullable;

import rounds.identity.FeedKeys;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.web.Signboard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;

/// Serves feeds. Nobody is signed in here, whatever cookies come along: a plain address shows what
/// everybody reads, and one with a key what its person reads. Everything else has one answer, the
/// same whether a feed is private, gone or never was.
@Controller("/feeds")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
class FeedsController {
    private static final String ATOM = "application/atom+xml;charset=utf-8";

    private final Feeds feeds;
    private final FeedKeys keys;
    private final Signboard site;

    FeedsController(Feeds feeds, FeedKeys keys, Signboard site) {
        this.feeds = feeds;
        this.keys = keys;
        this.site = site;
    }

    @Get("/{+path}")
    HttpResponse<byte[]> feed(String path, HttpRequest<?> request) {
        try {
            var address = FeedAddress.parse(path);
            Feed feed = feeds.of(reader(address), address);
            byte[] atom = AtomWriter.write(site, feed, request.getUri().getRawPath());
            return answer(request, atom, feed.updated(), address.key() != null);
        } catch (ProblemException _) {
            return HttpResponse.<byte[]>notFound()
                    .contentType(MediaType.TEXT_PLAIN_TYPE)
                    .body("There is no such feed.\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    private Viewer reader(FeedAddress address) {
        return address.key() == null
                ? Viewer.VISITOR
                : keys.reader(address.key()).orElseThrow(ProblemException::notFound);
    }

    // Asked of what the reader reads now: "not modified" says nothing that the feed would not.
    private static HttpResponse<byte[]> answer(
            HttpRequest<?> request, byte[] atom, Instant updated, boolean keyed) {
        String tag = "\"" + hash(atom) + "\"";
        String modified =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(updated.atOffset(ZoneOffset.UTC));
        MutableHttpResponse<byte[]> response =
                isKnown(request, tag, modified)
                        ? HttpResponse.notModified()
                        : HttpResponse.ok(atom).header(HttpHeaders.CONTENT_TYPE, ATOM);
        if (keyed) {
            response.header("X-Robots-Tag", "noindex");
        }
        // A public feed may be kept as long as it is asked for anew: what was narrowed is gone at
        // once. One with a key is kept by nobody.
        return response.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.LAST_MODIFIED, modified)
                .header(
                        HttpHeaders.CACHE_CONTROL,
                        keyed ? "private, no-store" : "private, no-cache");
    }

    /// A time counts only where it is exactly ours: what became shorter may be older than before.
    private static boolean isKnown(HttpRequest<?> request, String tag, String modified) {
        @Nullable String tags = request.getHeaders().get(HttpHeaders.IF_NONE_MATCH);
        if (tags != null) {
            return Arrays.stream(tags.split(","))
                    .map(one -> one.strip().replaceFirst("^W/", ""))
                    .anyMatch(one -> one.equals(tag) || one.equals("*"));
        }
        return modified.equals(request.getHeaders().get(HttpHeaders.IF_MODIFIED_SINCE));
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
