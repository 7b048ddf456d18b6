package rounds.interchange;

import io.micronaut.serde.annotation.Serdeable;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import rounds.platform.files.FileStore;

import java.io.IOException;
import java.io.InputStream;
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

    private static final LibraryExportRepository.CollectionLine BEFORE =
            new LibraryExportRepository.CollectionLine(0, -1, ExportLines.FIRST, "");

    private final LibraryExportRepository rows;
    private final FileStore files;

    LibraryExport(LibraryExportRepository rows, FileStore files) {
        this.rows = rows;
        this.files = files;
    }

    /// @param data in Base64, a piece of at most [Exported#PIECE] bytes
    @Serdeable
    record VersionData(String type, String resource, int number, String data) {}

    /// @param community null: of the site
    void write(@Nullable Long community, ExportLines out) throws IOException {
        out.each(
                (LibraryExportRepository.@Nullable ResourceLine last) ->
                        rows.resources(
                                community, last == null ? ExportLines.FIRST : last.key(), STEP),
                row -> resource(row, out),
                _ -> Tally.NOTHING);
        out.each(
                (LibraryExportRepository.@Nullable CollectionLine last) ->
                        collections(community, last == null ? BEFORE : last),
                row -> out.text(row.line()),
                ExportLines::marks);
        out.lines(after -> rows.practices(community, after, STEP));
    }

    private List<LibraryExportRepository.CollectionLine> collections(
            @Nullable Long community, LibraryExportRepository.CollectionLine last) {
        return rows.collections(community, last.level(), last.place(), last.key(), STEP);
    }

    private void resource(LibraryExportRepository.ResourceLine row, ExportLines out)
            throws IOException {
        if (isLost(row.file())) {
            LOG.warn("The resource {} has lost its file and is not exported.", row.id());
            return;
        }
        out.text(row.line());
        out.tell(1);
        out.each(
                (LibraryExportRepository.@Nullable VersionLine last) ->
                        rows.versions(row.key(), last == null ? 0 : last.number(), VERSIONS),
                version -> version(row, version, out),
                ExportLines::marks);
    }

    private boolean isLost(@Nullable String file) {
        return file != null && !Files.exists(files.path(file));
    }

    private void version(
            LibraryExportRepository.ResourceLine resource,
            LibraryExportRepository.VersionLine row,
            ExportLines out)
            throws IOException {
        if (isLost(row.file())) {
            LOG.warn(
                    "Version {} of the resource {} has lost its file and is not exported.",
                    row.number(),
                    resource.id());
            return;
        }
        out.text(row.line());
        if (row.file() != null) {
            try (InputStream in = files.open(row.file())) {
                for (byte[] piece = in.readNBytes(Exported.PIECE);
                        piece.length > 0;
                        piece = in.readNBytes(Exported.PIECE)) {
                    String data = Base64.getEncoder().encodeToString(piece);
                    out.write(new VersionData("versionData", resource.id(), row.number(), data));
                }
            }
        }
    }
}
