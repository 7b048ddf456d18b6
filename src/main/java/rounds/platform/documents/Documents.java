package rounds.platform.documents;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Looks into files: what they are, whether they are taken, and what is written in them.
@Singleton
public class Documents {
    /// No file of more is looked into.
    public static final long MOST_BYTES = 256L << 20;

    private static final Duration LIMIT = Duration.ofSeconds(60);

    /// Each takes up to 256 MB and a processor.
    private static final int AT_ONCE = 1;

    /// Somebody waits for it before a form.
    private static final Duration BRIEF = Duration.ofSeconds(8);

    private final Child child;
    private final Child brief;
    private final Semaphore places;
    private final Semaphore briefPlaces = new Semaphore(1, true);

    @Inject
    Documents() {
        this(new Child(ClassPath.HERE, List.of(), LIMIT), AT_ONCE);
    }

    Documents(Child child, int atOnce) {
        this.child = child;
        this.brief = new Child(child.classPath(), child.before(), BRIEF);
        this.places = new Semaphore(atOnce, true);
    }

    /// Finds the type by content; a name whose ending says otherwise is a mismatch. What is left
    /// for [#extract] to refuse is what only a parser can see: scripts in a PDF, a password,
    /// damage.
    ///
    /// A text may be written in other letters than UTF-8: [#writeUtf8] makes it one that our media
    /// types are true of.
    ///
    /// @param name as it came with the file; without an ending it says nothing
    /// @throws RefusedDocument for what is not taken, with why
    public DocumentType inspect(Path file, String name) throws RefusedDocument, IOException {
        return Inspection.of(file, name);
    }

    /// Reads what is written in a file that [#inspect] took, in a process of its own, which takes
    /// at most 60 seconds; one document at a time, the others wait here. An interrupted caller ends
    /// it.
    ///
    /// @return what could be read, with the problem where that is not all
    /// @throws RefusedDocument for what only reading shows
    /// @throws InterruptedIOException when the caller was interrupted
    public Extracted extract(Path file, DocumentType type) throws RefusedDocument, IOException {
        if (type.isPicture()) {
            return Extracted.PICTURE;
        }
        try {
            places.acquire();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
        try {
            return child.read(file, type);
        } finally {
            places.release();
        }
    }

    /// What a file that [#inspect] took says about itself, and its first page: within some seconds,
    /// and beside what [#extract] reads. Nothing, where there is no time for it.
    ///
    /// @throws RefusedDocument for what the beginning of reading shows
    public Extracted describe(Path file, DocumentType type) throws RefusedDocument, IOException {
        if (type.isPicture()) {
            return Extracted.PICTURE;
        }
        try {
            if (!briefPlaces.tryAcquire(BRIEF.toSeconds(), TimeUnit.SECONDS)) {
                return Extracted.NOTHING;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
        try {
            return brief.describe(file, type);
        } finally {
            briefPlaces.release();
        }
    }

    /// Writes the same text in UTF-8, without the mark that some programs put in front.
    ///
    /// @param file that was found to be text
    /// @throws RefusedDocument for what is none
    public void writeUtf8(Path file, OutputStream to) throws RefusedDocument, IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            var bytes = new Bytes(channel);
            Charset charset =
                    Letters.of(bytes).orElseThrow(() -> new RefusedDocument(Refusal.TYPE));
            Writer writer = new OutputStreamWriter(to, StandardCharsets.UTF_8);
            Letters.reader(bytes, charset).transferTo(writer);
            writer.flush();
        }
    }
}
