package rounds.web.api;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.library.Upload;
import rounds.library.Uploads;
import rounds.web.page.FormWithFile;

import java.io.IOException;
import java.io.InputStream;

/// The file of a request.
final class MaterialBody {

    static InputStream given(@Nullable InputStream body) {
        return body == null ? InputStream.nullInputStream() : body;
    }

    /// @throws ProblemException invalid on `file`, where none was sent or it is not taken
    static Upload taken(Uploads uploads, Viewer.SignedIn person, FormWithFile sent)
            throws IOException {
        if (sent.fileName().isEmpty()) {
            throw ProblemException.invalid("file", "library.file.missing");
        }
        return uploads.take(person, sent.fileName(), sent.file());
    }

    private MaterialBody() {}
}
