package rounds.library;

import jakarta.inject.Singleton;

import rounds.images.Images;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.Moment;
import rounds.platform.database.Ids;
import rounds.platform.database.Transactions;
import rounds.platform.documents.DocumentType;
import rounds.platform.documents.Documents;
import rounds.platform.documents.RefusedDocument;
import rounds.platform.documents.VirusScan;
import rounds.platform.entry.Entry;
import rounds.platform.entry.Shared;
import rounds.platform.files.FileStore;
import rounds.platform.files.Incoming;
import rounds.platform.files.Partial;
import rounds.platform.files.Stored;
import rounds.platform.limits.Limit;
import rounds.platform.limits.Limits;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/// Files on their way into the library. One is announced, comes in pieces, after a broken
/// connection goes on where it stopped, and is looked at when it is whole. It then waits for its
/// sender to share it.
@Singleton
public class Uploads {
    /// Of one file.
    public static final long MOST_BYTES = 50L << 20;

    private static final long MEGABYTE = 1L << 20;
    private static final int LONGEST_NAME = 200;

    private final UploadRepository rows;
    private final Documents documents;
    private final VirusScan scan;
    private final Images images;
    private final FileStore files;
    private final Limits limits;
    private final Transactions transactions;
    private final Moment moment;

    Uploads(
            UploadRepository rows,
            Documents documents,
            VirusScan scan,
            Images images,
            FileStore files,
            Limits limits,
            Transactions transactions,
            Moment moment) {
        this.rows = rows;
        this.documents = documents;
        this.scan = scan;
        this.images = images;
        this.files = files;
        this.limits = limits;
        this.transactions = transactions;
        this.moment = moment;
    }

    /// Announces a file.
    ///
    /// @param length in bytes
    /// @throws ProblemException invalid on `file`, forbidden for who writes nowhere, too many
    public Upload begin(Viewer.SignedIn sender, String name, long length) {
        limits.take(Limit.UPLOAD, String.valueOf(sender.personId()));
        if (length < 1) {
            throw refused("empty");
        }
        if (length > MOST_BYTES) {
            throw refused("too-large", MOST_BYTES >> 20);
        }
        var upload = new UploadRow(Ids.next(), named(name), length, null, null);
        takeOfToday(sender, length);
        transactions.write(
                sender,
                () -> {
                    if (!rows.writesSomewhere()) {
                        throw new ProblemException(new Problem.Forbidden("library.upload.nowhere"));
                    }
                    return rows.begin(upload.id(), upload.name(), length, moment.now());
                });
        return upload.upload(0);
    }

    private void takeOfToday(Viewer.SignedIn sender, long length) {
        try {
            limits.take(
                    Limit.UPLOADED_MEGABYTES,
                    String.valueOf(sender.personId()),
                    (length + MEGABYTE - 1) / MEGABYTE);
        } catch (ProblemException tooMany) {
            throw refused("today");
        }
    }

    private static String named(String name) {
        String line =
                Entry.line(
                        "file",
                        name.substring(name.replace('\\', '/').lastIndexOf('/') + 1),
                        1_000);
        if (line.isEmpty()) {
            throw refused("name");
        }
        Shared.words("file", line);
        // The ending tells what it is: a long name is cut before it.
        int dot = line.lastIndexOf('.');
        String ending = dot > 0 && line.length() - dot <= 10 ? line.substring(dot) : "";
        int end = Math.min(line.length() - ending.length(), LONGEST_NAME - ending.length());
        return line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, end))) + ending;
    }

    /// How far it has come.
    ///
    /// @throws ProblemException not found, also for anybody but its sender
    public Upload find(Viewer.SignedIn sender, long id) throws IOException {
        UploadRow row = row(sender, id);
        return row.upload(row.isWhole() ? row.length() : files.partial(id).bytes());
    }

    /// Those of these that are here whole.
    public List<Upload> whole(Viewer.SignedIn sender, Collection<Long> ids) {
        return transactions.read(sender, () -> rows.all(ids.toArray(Long[]::new))).stream()
                .filter(UploadRow::isWhole)
                .map(row -> row.upload(row.length()))
                .toList();
    }

    /// What a file that is here whole says about itself.
    ///
    /// @throws ProblemException not found, also for anybody but its sender
    public Said said(Viewer.SignedIn sender, long id) throws IOException {
        limits.take(Limit.PREVIEW, String.valueOf(sender.personId()));
        UploadRow row = row(sender, id);
        if (row.hash() == null || row.type() == null) {
            throw ProblemException.notFound();
        }
        DocumentType type = DocumentType.of(row.type());
        try {
            return Said.of(documents.describe(files.path(row.hash()), type), type, row.name());
        } catch (RefusedDocument unreadable) {
            return Said.of(row.name());
        }
    }

    /// Takes in what follows; the last piece makes it whole.
    ///
    /// @param offset how much was here before
    /// @throws ProblemException not found; conflict, where it goes on elsewhere or another request
    ///   is at it; invalid on `file`, with why it is not taken
    /// @throws IOException when it breaks off: what came is kept
    public Upload append(Viewer.SignedIn sender, long id, long offset, InputStream piece)
            throws IOException {
        UploadRow row = row(sender, id);
        if (row.isWhole()) {
            throw new ProblemException(new Problem.Conflict("library.upload.elsewhere"));
        }
        Partial partial = files.partial(id);
        if (!appended(sender, row, partial, offset, piece)) {
            throw new ProblemException(new Problem.Conflict("library.upload.elsewhere"));
        }
        if (partial.bytes() < row.length()) {
            return row.upload(partial.bytes());
        }
        try {
            return finish(sender, row, partial.path());
        } finally {
            partial.remove();
        }
    }

    /// For what the disk cannot hold nothing is kept either: it would only be fuller.
    private boolean appended(
            Viewer.SignedIn sender, UploadRow row, Partial partial, long offset, InputStream piece)
            throws IOException {
        try {
            return partial.append(offset, piece, row.length());
        } catch (ProblemException full) {
            drop(sender, row.id());
            throw full;
        }
    }

    /// Takes in a whole file at once.
    public Upload take(Viewer.SignedIn sender, String name, InputStream sent) throws IOException {
        try (Incoming incoming = files.begin()) {
            if (!incoming.fill(sent, MOST_BYTES)) {
                throw refused("too-large", MOST_BYTES >> 20);
            }
            Upload begun = begin(sender, name, incoming.bytes());
            return finish(sender, row(sender, begun.id()), incoming.path());
        }
    }

    private Upload finish(Viewer.SignedIn sender, UploadRow row, Path file) throws IOException {
        try {
            DocumentType type = documents.inspect(file, row.name());
            scan.check(file);
            UploadRow whole = kept(row, file, type);
            transactions.write(
                    sender,
                    () -> rows.finish(row.id(), whole.length(), whole.hash(), whole.type()));
            return whole.upload(whole.length());
        } catch (RefusedDocument refused) {
            drop(sender, row.id());
            throw refused(refused.refusal().code());
        } catch (ProblemException refused) {
            drop(sender, row.id());
            throw refused.problem() instanceof Problem.Invalid invalid ? ofFile(invalid) : refused;
        }
    }

    /// Of a picture nothing is kept but the picture; a text is kept in UTF-8.
    private UploadRow kept(UploadRow row, Path file, DocumentType type)
            throws RefusedDocument, IOException {
        if (type.isText()) {
            try (Incoming incoming = files.begin()) {
                documents.writeUtf8(file, incoming);
                return kept(row, incoming, type);
            }
        }
        if (!type.isPicture()) {
            return kept(row, Files.newInputStream(file), type);
        }
        Images.Bare bare = images.bare(file);
        return kept(
                row,
                new ByteArrayInputStream(bare.bytes()),
                bare.type().equals(DocumentType.PNG.mediaType())
                        ? DocumentType.PNG
                        : DocumentType.JPEG);
    }

    private UploadRow kept(UploadRow row, InputStream bytes, DocumentType type) throws IOException {
        try (bytes;
                Incoming incoming = files.begin()) {
            incoming.fill(bytes, Long.MAX_VALUE);
            return kept(row, incoming, type);
        }
    }

    private static UploadRow kept(UploadRow row, Incoming written, DocumentType type)
            throws IOException {
        Stored stored = written.keep();
        return new UploadRow(row.id(), row.name(), stored.bytes(), stored.hash(), type.code());
    }

    private static ProblemException ofFile(Problem.Invalid picture) {
        return new ProblemException(
                new Problem.Invalid(
                        picture.fields().stream()
                                .map(field ->
                                        new Problem.Field("file", field.why(), field.details()))
                                .toList()));
    }

    /// Takes a file back that was not shared yet.
    public void drop(Viewer.SignedIn sender, long id) throws IOException {
        if (transactions.write(sender, () -> rows.remove(id)) == 1) {
            files.partial(id).remove();
        }
    }

    private UploadRow row(Viewer.SignedIn sender, long id) {
        return transactions
                .read(sender, () -> rows.find(id))
                .orElseThrow(ProblemException::notFound);
    }

    private static ProblemException refused(String why, Object... details) {
        return ProblemException.invalid("file", "document.refused." + why, details);
    }
}
