package rounds.web.library;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Head;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.library.Said;
import rounds.library.Upload;
import rounds.library.Uploads;
import rounds.platform.database.Ids;
import rounds.web.security.Csrf;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/// Takes files in piece by piece, so that a broken connection costs one piece: the core of tus 1.0
/// (tus.io/protocols/resumable-upload), with creation and termination.
@Controller("/uploads")
@Secured(SecurityRule.IS_ANONYMOUS)
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
class UploadsController {
    private static final String RESUMABLE = "Tus-Resumable";
    private static final String PROTOCOL = "1.0.0";
    private static final String OFFSET = "Upload-Offset";
    private static final String LENGTH = "Upload-Length";

    private final Uploads uploads;
    private final Csrf csrf;

    UploadsController(Uploads uploads, Csrf csrf) {
        this.uploads = uploads;
        this.csrf = csrf;
    }

    /// @param metadata pairs of a key and its value in Base64; the file's name is `filename`
    @Post
    HttpResponse<?> begin(
            @Nullable @Header(LENGTH) Long length,
            @Nullable @Header("Upload-Metadata") String metadata,
            @Nullable @Header("X-Csrf-Token") String token,
            HttpRequest<?> request,
            Viewer viewer) {
        check(token, request);
        Upload upload =
                uploads.begin(viewer.signedIn(), name(metadata), length == null ? 0 : length);
        return answer(HttpResponse.created(URI.create("/uploads/" + Ids.text(upload.id()))))
                .header(OFFSET, "0");
    }

    @Head("/{id}")
    HttpResponse<?> look(String id, Viewer viewer) throws IOException {
        Upload upload = uploads.find(viewer.signedIn(), Ids.parse(id));
        return answer(HttpResponse.ok())
                .header(OFFSET, String.valueOf(upload.received()))
                .header(LENGTH, String.valueOf(upload.length()))
                .header("Cache-Control", "no-store");
    }

    @Patch("/{id}")
    HttpResponse<?> append(
            String id,
            @Nullable @Header(OFFSET) Long offset,
            @Nullable @Header("X-Csrf-Token") String token,
            @Nullable @Body InputStream piece,
            HttpRequest<?> request,
            Viewer viewer)
            throws IOException {
        check(token, request);
        if (offset == null) {
            throw new ProblemException(new Problem.Conflict("library.upload.elsewhere"));
        }
        Upload upload =
                uploads.append(
                        viewer.signedIn(),
                        Ids.parse(id),
                        offset,
                        piece == null ? InputStream.nullInputStream() : piece);
        return answer(HttpResponse.noContent()).header(OFFSET, String.valueOf(upload.received()));
    }

    /// What the file says about itself, for the form by which it is shared.
    @Get("/{id}/said")
    @Produces(MediaType.APPLICATION_JSON)
    SaidJson said(String id, Viewer viewer) throws IOException {
        Said said = uploads.said(viewer.signedIn(), Ids.parse(id));
        return new SaidJson(said.title(), said.authors(), said.language(), said.pages());
    }

    @Serdeable
    record SaidJson(String title, List<String> authors, String language, int pages) {}

    @Delete("/{id}")
    HttpResponse<?> drop(
            String id,
            @Nullable @Header("X-Csrf-Token") String token,
            HttpRequest<?> request,
            Viewer viewer)
            throws IOException {
        check(token, request);
        uploads.drop(viewer.signedIn(), Ids.parse(id));
        return answer(HttpResponse.status(HttpStatus.NO_CONTENT));
    }

    private static MutableHttpResponse<?> answer(MutableHttpResponse<?> response) {
        return response.header(RESUMABLE, PROTOCOL);
    }

    private static String name(@Nullable String metadata) {
        if (metadata != null) {
            for (String pair : metadata.split(",", -1)) {
                String[] parts = pair.strip().split(" ", 2);
                if (parts.length == 2 && parts[0].equals("filename")) {
                    return decoded(parts[1]);
                }
            }
        }
        return "";
    }

    private static String decoded(String value) {
        try {
            return new String(Base64.getDecoder().decode(value.strip()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    private void check(@Nullable String token, HttpRequest<?> request) {
        if (!csrf.valid(token, csrf.subject(request))) {
            throw new ProblemException(new Problem.Forbidden("form.stale"));
        }
    }
}
