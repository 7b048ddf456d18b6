package rounds.library;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ProblemException;
import rounds.platform.documents.DocumentType;
import rounds.platform.documents.Documents;
import rounds.platform.documents.RefusedDocument;
import rounds.platform.files.FileStore;
import rounds.platform.files.Incoming;
import rounds.platform.files.Stored;
import rounds.platform.markdown.Html;
import rounds.platform.markdown.Markdown;
import rounds.platform.order.Places;

import java.io.IOException;

/// What the library asks of what comes in from elsewhere with its past: the same as of what people
/// share here. Who takes it in stores it.
@Singleton
public class LibraryIntake {
    /// Of one file.
    public static final long MOST_BYTES = Uploads.MOST_BYTES;

    /// How far apart what stands in a collection is put, so that something fits between.
    public static final long APART = Places.APART;

    private final Versions versions;
    private final Documents documents;
    private final FileStore files;
    private final Markdown markdown;

    LibraryIntake(Versions versions, Documents documents, FileStore files, Markdown markdown) {
        this.versions = versions;
        this.documents = documents;
        this.files = files;
        this.markdown = markdown;
    }

    /// @throws ProblemException invalid, with every field that cannot be taken
    public Details checked(Details details) {
        return details.checked();
    }

    /// @throws ProblemException invalid, with every field that cannot be taken
    public CollectionWords checked(CollectionWords words) {
        return words.checked();
    }

    /// As it is shown.
    public Html html(String description) {
        return markdown.show(description, "n");
    }

    /// A link or a text, as a version has it.
    ///
    /// @param url of a link
    /// @param html of a text
    public record Laid(
            VersionForm form, @Nullable String url, @Nullable String body, @Nullable Html html) {}

    /// @throws ProblemException invalid on `url` or `body`
    public Laid laid(Material material) {
        Versions.Ready ready = versions.ready(material, "");
        return switch (ready.material()) {
            case Material.Link link -> new Laid(VersionForm.LINK, link.url(), null, null);
            case Material.Text text -> new Laid(VersionForm.TEXT, null, text.body(), ready.html());
            case Material.File _ -> throw new IllegalArgumentException("A file is kept.");
        };
    }

    /// Begins a file.
    public Incoming begin() throws IOException {
        return files.begin();
    }

    /// A file as a version has it.
    public record Kept(String hash, DocumentType type, long bytes) {}

    /// Keeps a whole file; the row that names it comes after this.
    ///
    /// @throws ProblemException invalid on `file`, for what the library does not take
    public Kept keep(Incoming file, String name) throws IOException {
        try {
            DocumentType type = documents.inspect(file.path(), name);
            Stored stored = file.keep();
            return new Kept(stored.hash(), type, stored.bytes());
        } catch (RefusedDocument refused) {
            throw ProblemException.invalid("file", "library.file." + refused.refusal().code());
        }
    }
}
