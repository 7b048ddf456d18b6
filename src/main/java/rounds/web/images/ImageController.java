package rounds.web.images;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

import rounds.images.ImageFile;
import rounds.images.Images;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Shows images to who may read them. A browser keeps them and asks each time whether it still may
/// show them, so that a hidden one is gone at once.
@Controller("/images/{id}")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
class ImageController {
    /// A width, or the size of the whole as it stands in a text.
    private static final Pattern SIZE = Pattern.compile("(\\d{1,4})(?:x\\d{1,5})?");

    private static final int WIDEST = 9999;

    private final Images images;

    ImageController(Images images) {
        this.images = images;
    }

    @Get
    HttpResponse<?> full(String id, HttpRequest<?> request, Viewer viewer) throws IOException {
        return show(images.file(viewer, Ids.parse(id), WIDEST), request);
    }

    @Get("/{size}")
    HttpResponse<?> sized(String id, String size, HttpRequest<?> request, Viewer viewer)
            throws IOException {
        Matcher width = SIZE.matcher(size);
        if (!width.matches()) {
            throw ProblemException.notFound();
        }
        return show(images.file(viewer, Ids.parse(id), Integer.parseInt(width.group(1))), request);
    }

    private HttpResponse<?> show(ImageFile file, HttpRequest<?> request) throws IOException {
        // What is at an image's address never changes.
        String tag = "\"" + Ids.text(file.imageId()) + "-" + file.width() + "\"";
        boolean known = tag.equals(request.getHeaders().get(HttpHeaders.IF_NONE_MATCH));
        var answer = known ? HttpResponse.notModified() : HttpResponse.ok(images.open(file));
        answer.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header("Content-Security-Policy", "default-src 'none'; sandbox");
        if (!known) {
            answer.contentType(MediaType.of(file.type()))
                    .header(HttpHeaders.CONTENT_DISPOSITION, "inline");
        }
        return answer;
    }
}
