package rounds.web.api;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;

import org.jspecify.annotations.Nullable;

import rounds.images.Image;
import rounds.images.Images;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.web.Signboard;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

/// Images to be shown in posts.
@Controller("/api/v1/images")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class ImagesApi {
    private final Images images;
    private final Signboard site;

    ImagesApi(Images images, Signboard site) {
        this.images = images;
        this.site = site;
    }

    /// @param markdown what shows it in a post of the same person
    /// @param width of its largest size, in pixels
    @Serdeable
    record ImageJson(String id, String url, String markdown, int width, int height) {}

    /// Takes an image in; the body is the file.
    ///
    /// @param alt what it shows, for those who do not see it; `-` for decoration
    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<ImageJson> add(
            @Nullable @Body InputStream body, @Nullable @QueryValue String alt, Viewer viewer)
            throws IOException {
        Viewer.SignedIn person = viewer.signedIn();
        if (alt == null || alt.isBlank()) {
            throw ProblemException.invalid("alt", "images.words.missing");
        }
        Image image = images.add(person, body == null ? InputStream.nullInputStream() : body);
        String words = alt.strip().equals("-") ? "" : alt;
        URI address = URI.create(site.baseUrl() + "/images/" + Ids.text(image.id()));
        return HttpResponse.created(
                new ImageJson(
                        Ids.text(image.id()),
                        address.toString(),
                        image.markdown(words),
                        image.width(),
                        image.height()),
                address);
    }

    /// Throws one's own image away, wherever it stands.
    @Delete("/{id}")
    HttpResponse<?> throwAway(String id, Viewer viewer) {
        images.throwAway(viewer.signedIn(), Ids.parse(id));
        return HttpResponse.noContent();
    }
}
