package rounds.web.images;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;

import org.jspecify.annotations.Nullable;

import rounds.images.Image;
import rounds.images.Images;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.FormWithFile;
import rounds.web.page.Pages;
import rounds.web.security.Csrf;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/// Takes images in: as the body of a request from the box in which somebody writes, and by a form
/// of its own where no script runs.
@Controller("/images")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class UploadController {
    private final Images images;
    private final Csrf csrf;
    private final Pages pages;

    UploadController(Images images, Csrf csrf, Pages pages) {
        this.images = images;
        this.csrf = csrf;
        this.pages = pages;
    }

    /// @param address as it is written in a text
    @Serdeable
    record Added(String address) {}

    @Post
    @Consumes(MediaType.ALL)
    @Produces(MediaType.ALL)
    HttpResponse<Added> add(
            @Nullable @Body InputStream body,
            @Nullable @Header("X-Csrf-Token") String token,
            HttpRequest<?> request,
            Viewer viewer)
            throws IOException {
        check(token, request);
        Image image = images.add(viewer.signedIn(), given(body));
        return HttpResponse.created(new Added(image.address()))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    @Get("/new")
    @Produces(MediaType.TEXT_HTML)
    Object choose(Viewer viewer) {
        return show(viewer.signedIn(), HttpStatus.OK, Filled.with(Map.of()), null);
    }

    @Post("/new")
    @Consumes(MediaType.ALL)
    @Produces(MediaType.TEXT_HTML)
    Object send(@Nullable @Body InputStream body, HttpRequest<?> request, Viewer viewer)
            throws IOException {
        try (FormWithFile sent = FormWithFile.read(request, given(body), Images.MOST_BYTES)) {
            check(sent.form().optional("csrf"), request);
            Viewer.SignedIn person = viewer.signedIn();
            try {
                String words = words(sent.form());
                Image image = images.add(person, sent.file());
                return show(person, HttpStatus.OK, Filled.with(Map.of()), image.markdown(words));
            } catch (ProblemException refused) {
                return show(
                        person,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        Filled.refused(sent.form(), refused),
                        null);
            }
        }
    }

    private static String words(Form form) {
        String words = form.line("words");
        if (words.isEmpty() && !form.flag("decoration")) {
            throw ProblemException.invalid("words", "images.words.missing");
        }
        // No detector sees a face: whoever sends it answers for that.
        if (!form.flag("looked")) {
            throw ProblemException.invalid("looked", "images.looked.missing");
        }
        return form.flag("decoration") ? "" : words;
    }

    private void check(@Nullable String token, HttpRequest<?> request) {
        if (!csrf.valid(token, csrf.subject(request))) {
            throw new ProblemException(new Problem.Forbidden("form.stale"));
        }
    }

    private static InputStream given(@Nullable InputStream body) {
        return body == null ? InputStream.nullInputStream() : body;
    }

    private Object show(
            Viewer.SignedIn person, HttpStatus status, Filled filled, @Nullable String markdown) {
        return pages.show(person, status, "images/new", () -> new UploadPage(filled, markdown));
    }
}
