package rounds.library;

import io.micronaut.scheduling.annotation.Scheduled;

import jakarta.inject.Singleton;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.What;
import rounds.platform.Moment;
import rounds.platform.changes.Changes;
import rounds.platform.database.Ids;
import rounds.platform.database.Transactions;
import rounds.platform.documents.DocumentType;
import rounds.platform.documents.Documents;
import rounds.platform.documents.Extracted;
import rounds.platform.documents.PageText;
import rounds.platform.documents.RefusedDocument;
import rounds.platform.files.FileStore;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/// Reads the text of what was shared, so that it is found by what stands inside it. One node reads
/// each version; when that node ends in the middle of it, another begins anew.
@Singleton
class TextReading {
    private static final Logger LOG = LoggerFactory.getLogger("rounds.library");

    /// Longer than any file takes.
    private static final Duration AT_MOST = Duration.ofMinutes(3);

    private static final int MOST_TRIES = 3;

    /// Pages written with one statement.
    private static final int BATCH = 100;

    private final SystemLibraryRepository rows;
    private final Documents documents;
    private final Parts parts;
    private final FileStore files;
    private final FileLooking looking;
    private final Changes changes;
    private final Transactions transactions;
    private final Moment moment;
    private final ReentrantLock turn = new ReentrantLock();

    TextReading(
            SystemLibraryRepository rows,
            Documents documents,
            Parts parts,
            FileStore files,
            FileLooking looking,
            Changes changes,
            Transactions transactions,
            Moment moment) {
        this.rows = rows;
        this.documents = documents;
        this.parts = parts;
        this.files = files;
        this.looking = looking;
        this.changes = changes;
        this.transactions = transactions;
        this.moment = moment;
    }

    @Scheduled(
            initialDelay = "${rounds.reading.every:5s}",
            fixedDelay = "${rounds.reading.every:1s}")
    void readWaiting() {
        // One at a time on each node: reading takes memory.
        if (turn.tryLock()) {
            try {
                while (readOne()) {
                    // The next one.
                }
            } finally {
                turn.unlock();
            }
        }
    }

    /// Begins at once with what waits, beside whatever runs.
    void begin() {
        Thread.ofVirtual().name("reading").start(this::readWaiting);
    }

    /// @return false when none waits
    boolean readOne() {
        List<UnreadRow> next =
                transactions.system(() -> rows.take(moment.now(), moment.now().plus(AT_MOST)));
        next.forEach(this::read);
        return !next.isEmpty();
    }

    private void read(UnreadRow version) {
        Text text = text(version);
        var looked = new Looking(version.asks(), List.of(version.credited()));
        if (version.isFile()) {
            look(version, text, looked);
        }
        transactions.system(() -> {
            rows.forget(version.id());
            for (int from = 0; from < text.pages.size(); from += BATCH) {
                add(version, text.pages.subList(from, Math.min(from + BATCH, text.pages.size())));
            }
            rows.read(version.id(), text.state.code(), text.count);
            if (version.isFile()) {
                looking.settle(version, looked);
            }
            rows.unheard(version.id())
                    .ifPresent(resource ->
                            rows.hear(resource.id(), resource.heard(beginning(text.pages))));
            changes.appendAll(
                    List.of(new ContentRef(ContentType.RESOURCE, version.resourceId())),
                    What.AUDIENCE);
            return version;
        });
    }

    private static void look(UnreadRow version, Text text, Looking looked) {
        text.pages.forEach(page -> looked.look(page.number(), page.heading(), page.text()));
        boolean unseen =
                switch (text.state) {
                    case NO_TEXT, PARTIAL, FAILED, TOO_LONG -> true;
                    case NONE, WAITING, READ, REFUSED -> false;
                };
        if (unseen && !version.vouched() && !version.isShared()) {
            looked.unseen();
        }
    }

    private static String beginning(List<PageText> pages) {
        return pages.stream().limit(3).map(PageText::text).collect(Collectors.joining("\n"));
    }

    private void add(UnreadRow version, List<PageText> pages) {
        rows.addPages(
                version.id(),
                version.resourceId(),
                version.communityId(),
                pages.stream().map(_ -> Ids.next()).toArray(Long[]::new),
                pages.stream().map(PageText::number).toArray(Integer[]::new),
                pages.stream().map(PageText::heading).toArray(String[]::new),
                pages.stream().map(PageText::text).toArray(String[]::new),
                pages.stream().map(PageText::markdown).toArray(String[]::new));
    }

    private record Text(TextState state, int count, List<PageText> pages) {
        static final Text FAILED = new Text(TextState.FAILED, 0, List.of());
    }

    private Text text(UnreadRow version) {
        if (version.body() != null) {
            List<PageText> pages = parts.of(version.body());
            return new Text(TextState.READ, pages.size(), pages);
        }
        // A node that ended over it three times would end over it for ever.
        if (version.tries() > MOST_TRIES) {
            return Text.FAILED;
        }
        try {
            Extracted extracted =
                    documents.extract(
                            files.path(Objects.requireNonNull(version.hash())),
                            DocumentType.of(Objects.requireNonNull(version.type())));
            return new Text(state(extracted), extracted.pageCount(), extracted.pages());
        } catch (RefusedDocument refused) {
            LOG.warn("Resource version {} is not given out.", version.id(), refused);
            return new Text(TextState.REFUSED, 0, List.of());
        } catch (IOException failed) {
            LOG.warn("The text of resource version {} cannot be read.", version.id(), failed);
            return Text.FAILED;
        }
    }

    private static TextState state(Extracted extracted) {
        Extracted.Problem problem = extracted.problem();
        if (problem == null) {
            return TextState.READ;
        }
        return switch (problem) {
            case NO_TEXT -> TextState.NO_TEXT;
            case PARTIAL -> TextState.PARTIAL;
            case FAILED -> TextState.FAILED;
            case TOO_LONG -> TextState.TOO_LONG;
        };
    }
}
