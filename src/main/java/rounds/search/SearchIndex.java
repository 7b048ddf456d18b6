package rounds.search;

import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;

import rounds.kernel.ContentRef;
import rounds.kernel.Indexable;
import rounds.kernel.Position;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// One generation of the index, open for writing. What is written becomes findable by [#refresh]
/// and durable by [#commit], always together with how far it goes. One thread writes at a time.
final class SearchIndex implements Closeable {
    private static final int BUFFER_MB = 32;
    private static final int MOST_UNCOMMITTED = 5_000;
    private static final long REFRESH_EVERY = Duration.ofMillis(500).toNanos();
    private static final long COMMIT_EVERY = Duration.ofSeconds(1).toNanos();

    /// Opens a folder as a directory of Lucene.
    @FunctionalInterface
    interface Opener {
        Directory open(Path folder) throws IOException;
    }

    private final Path folder;
    private final Directory directory;
    private final IndexWriter writer;
    private final ReaderManager readers;
    private Standing standing;
    private Standing committed;
    private volatile Position findable;
    private int uncommitted;
    private long refreshedAt = System.nanoTime();
    private long committedAt = System.nanoTime();

    private SearchIndex(Path folder, Directory directory, IndexWriter writer, Standing standing)
            throws IOException {
        this.folder = folder;
        this.directory = directory;
        this.writer = writer;
        this.standing = standing;
        this.committed = standing;
        this.findable = standing.position();
        this.readers = new ReaderManager(writer);
    }

    static SearchIndex create(Path folder, Opener opener, Standing standing) throws IOException {
        return opened(folder, opener.open(folder), OpenMode.CREATE, standing);
    }

    /// Opens what was committed last, after looking at every byte of it.
    ///
    /// @throws DamagedIndexException when it is not whole, or of another schema
    static SearchIndex open(Path folder, Opener opener) throws IOException {
        Directory directory = opener.open(folder);
        return opened(folder, directory, OpenMode.APPEND, verified(directory));
    }

    private static SearchIndex opened(
            Path folder, Directory directory, OpenMode mode, Standing standing) throws IOException {
        IndexWriter writer = null;
        try {
            writer = new IndexWriter(directory, config(mode));
            return new SearchIndex(folder, directory, writer, standing);
        } catch (IOException | RuntimeException e) {
            IOUtils.closeWhileHandlingException(writer, directory);
            throw e;
        }
    }

    private static IndexWriterConfig config(OpenMode mode) {
        // Each part of a text brings its own words; of this one is only asked how far apart they
        // stand.
        return new IndexWriterConfig(Language.OTHER.analyzer())
                .setOpenMode(mode)
                .setSimilarity(IndexSchema.SIMILARITY)
                .setRAMBufferSizeMB(BUFFER_MB)
                .setCommitOnClose(false);
    }

    private static Standing verified(Directory directory) throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
            return Standing.of(reader.getIndexCommit().getUserData());
        } catch (IOException | RuntimeException e) {
            // Damage can look like anything: a length below zero, an offset beyond the end.
            IOUtils.closeWhileHandlingException(directory);
            throw new DamagedIndexException(e);
        }
    }

    Path folder() {
        return folder;
    }

    Standing standing() {
        return standing;
    }

    /// Everything up to here can be found.
    Position findable() {
        return findable;
    }

    void update(List<Indexable> contents) throws IOException {
        for (Indexable content : contents) {
            writer.updateDocument(
                    IndexSchema.key(content.content()), IndexSchema.document(content));
        }
        uncommitted += contents.size();
    }

    void delete(List<ContentRef> contents) throws IOException {
        for (ContentRef content : contents) {
            writer.deleteDocuments(IndexSchema.key(content));
        }
        uncommitted += contents.size();
    }

    void reached(Standing reached) {
        standing = reached;
    }

    void refresh() throws IOException {
        readers.maybeRefreshBlocking();
        findable = standing.position();
        refreshedAt = System.nanoTime();
    }

    /// In the middle of much work, not after each piece of it: many small segments cost more than
    /// they are worth.
    void refreshNowAndThen() throws IOException {
        if (System.nanoTime() - refreshedAt >= REFRESH_EVERY) {
            refresh();
        }
    }

    void commitWhenDue() throws IOException {
        boolean changed = uncommitted > 0 || !standing.equals(committed);
        boolean due = System.nanoTime() - committedAt >= COMMIT_EVERY;
        if (changed && (due || uncommitted >= MOST_UNCOMMITTED)) {
            commit();
        }
    }

    void commit() throws IOException {
        writer.setLiveCommitData(standing.commitData().entrySet());
        writer.commit();
        committed = standing;
        committedAt = System.nanoTime();
        uncommitted = 0;
    }

    /// To be given back by [#release].
    DirectoryReader acquire() throws IOException {
        return readers.acquire();
    }

    void release(DirectoryReader reader) throws IOException {
        readers.release(reader);
    }

    /// Writes no more and forgets what was not committed; what was found last stays findable.
    void halt() {
        IOUtils.closeWhileHandlingException(writer::rollback);
    }

    /// Forgets what was not committed; whoever closes in peace commits first.
    @Override
    public void close() throws IOException {
        IOUtils.close(readers, writer::rollback, directory);
    }
}
