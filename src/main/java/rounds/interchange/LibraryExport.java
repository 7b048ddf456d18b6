package rounds.interchange;

import io.micronaut.json.JsonMapper;
import io.micronaut.serde.annotation.Serdeable;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import rounds.platform.database.Transactions;
import rounds.platform.files.FileStore;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;

/// Gives libraries out: each resource with its versions behind it and the bytes of each file behind
/// its version; then the collections, and what people used.
@Singleton
class LibraryExport {
    private static final Logger LOG = LoggerFactory.getLogger(LibraryExport.class);
    private static final int STEP = 200;

    /// A text may be long.
    private static final int VERSIONS = 20;

    private final LibraryExportRepository rows;
    private final FileStore files;
    private final Transactions transactions;
    private final JsonMapper json;

    LibraryExport(
            LibraryExportRepository rows,
            FileStore files,
            Transactions transactions,
            JsonMapper json) {
        this.rows = rows;
        this.files = files;
        this.transactions = transactions;
        this.json = json;
    }

    /// Where lines go.
    interface Lines {
        void write(byte[] line) throws IOException;

        /// @param more of what they stand for
        void tell(int more);
    }

    /// @param data in Base64, a piece of at most [Exported#PIECE] bytes
    @Serdeable
    record VersionData(String type, String resource, int number, String data) {}

    /// @param community null: of the site
    void write(@Nullable Long community, Lines out) throws IOException {
        long last = Long.MIN_VALUE;
        for (var step = resources(community, last);
                !step.isEmpty();
                step = resources(community, last)) {
            for (LibraryExportRepository.ResourceLine row : step) {
                resource(row, out);
            }
            last = step.getLast().key();
        }
        collections(community, out);
        practices(community, out);
    }

    private List<LibraryExportRepository.ResourceLine> resources(
            @Nullable Long community, long after) {
        return transactions.system(() -> rows.resources(community, after, STEP));
    }

    private void resource(LibraryExportRepository.ResourceLine row, Lines out) throws IOException {
        if (isLost(row.file())) {
            LOG.warn("The resource {} has lost its file and is not exported.", row.id());
            return;
        }
        out.write(bytes(row.line()));
        int told = 1;
        int last = 0;
        for (var step = versions(row.key(), last);
                !step.isEmpty();
                step = versions(row.key(), last)) {
            for (LibraryExportRepository.VersionLine version : step) {
                version(row, version, out);
                told++;
            }
            last = step.getLast().number();
        }
        out.tell(told);
    }

    private boolean isLost(@Nullable String file) {
        return file != null && !Files.exists(files.path(file));
    }

    private List<LibraryExportRepository.VersionLine> versions(long resource, int after) {
        return transactions.system(() -> rows.versions(resource, after, VERSIONS));
    }

    private void version(
            LibraryExportRepository.ResourceLine resource,
            LibraryExportRepository.VersionLine row,
            Lines out)
            throws IOException {
        if (isLost(row.file())) {
            LOG.warn(
                    "Version {} of the resource {} has lost its file and is not exported.",
                    row.number(),
                    resource.id());
            return;
        }
        out.write(bytes(row.line()));
        if (row.file() != null) {
            try (InputStream in = files.open(row.file())) {
                for (byte[] piece = in.readNBytes(Exported.PIECE);
                        piece.length > 0;
                        piece = in.readNBytes(Exported.PIECE)) {
                    String data = Base64.getEncoder().encodeToString(piece);
                    out.write(
                            json.writeValueAsBytes(
                                    new VersionData(
                                            "versionData", resource.id(), row.number(), data)));
                }
            }
        }
    }

    private void collections(@Nullable Long community, Lines out) throws IOException {
        var last = new LibraryExportRepository.CollectionLine(0, -1, Long.MIN_VALUE, "");
        for (var step = collections(community, last);
                !step.isEmpty();
                step = collections(community, last)) {
            for (LibraryExportRepository.CollectionLine row : step) {
                out.write(bytes(row.line()));
            }
            out.tell(step.size());
            last = step.getLast();
        }
    }

    private List<LibraryExportRepository.CollectionLine> collections(
            @Nullable Long community, LibraryExportRepository.CollectionLine last) {
        return transactions.system(
                () -> rows.collections(community, last.level(), last.place(), last.key(), STEP));
    }

    private void practices(@Nullable Long community, Lines out) throws IOException {
        long last = Long.MIN_VALUE;
        for (var step = practices(community, last);
                !step.isEmpty();
                step = practices(community, last)) {
            for (MarkExportRepository.MarkLine row : step) {
                out.write(bytes(row.line()));
            }
            out.tell(step.size());
            last = step.getLast().key();
        }
    }

    private List<MarkExportRepository.MarkLine> practices(@Nullable Long community, long after) {
        return transactions.system(() -> rows.practices(community, after, STEP));
    }

    private static byte[] bytes(String line) {
        return line.getBytes(StandardCharsets.UTF_8);
    }
}
