package rounds.library;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.ProblemException;
import rounds.kernel.What;
import rounds.platform.Moment;
import rounds.platform.changes.Changes;
import rounds.platform.database.Ids;
import rounds.platform.database.Transactions;
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
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// The library as the system fills it: with resources that have been somewhere before, and come
/// with their dates, their versions and their readers.
@Singleton
public class LibraryStock {
    private final StockRepository rows;
    private final Versions versions;
    private final Documents documents;
    private final FileStore files;
    private final Markdown markdown;
    private final Changes changes;
    private final Transactions transactions;
    private final Moment moment;

    LibraryStock(
            StockRepository rows,
            Versions versions,
            Documents documents,
            FileStore files,
            Markdown markdown,
            Changes changes,
            Transactions transactions,
            Moment moment) {
        this.rows = rows;
        this.versions = versions;
        this.documents = documents;
        this.files = files;
        this.markdown = markdown;
        this.changes = changes;
        this.transactions = transactions;
        this.moment = moment;
    }

    /// Where a resource comes from, and what has become of it.
    ///
    /// @param sourceId by which it is known when it comes once more
    /// @param readers at most as many members of its community have opened it
    public record Past(
            String sourceId,
            long communityId,
            long sharedBy,
            Instant sharedAt,
            boolean official,
            @Nullable LocalDate reviewOn,
            int readers) {}

    /// One version of it.
    ///
    /// @param note why it was put in the place of the one before
    /// @param waits whether a curator has not decided about it yet
    public record Made(long by, Instant at, Material material, String note, boolean waits) {}

    /// Keeps a file of which a version is to be made.
    ///
    /// @throws IOException also for what the library does not take
    public Material.File keep(long personId, String name, InputStream from) throws IOException {
        try (Incoming incoming = files.begin()) {
            if (!incoming.fill(from, Uploads.MOST_BYTES)) {
                throw new IOException(name + " is too large.");
            }
            DocumentType type = documents.inspect(incoming.path(), name);
            Stored stored = incoming.keep();
            long id = Ids.next();
            transactions.system(() ->
                    rows.keep(
                            id,
                            personId,
                            name,
                            stored.bytes(),
                            stored.hash(),
                            type.code(),
                            moment.now()));
            return new Material.File(id);
        } catch (RefusedDocument refused) {
            throw new IOException(name + " is not taken: " + refused.refusal().code(), refused);
        }
    }

    public boolean has(String sourceId) {
        return transactions.system(() -> rows.has(sourceId));
    }

    /// Brings a resource in, all of it or nothing.
    ///
    /// @param made in the order of their numbers; the first one does not wait
    /// @return false when it is here already
    /// @throws ProblemException invalid, with every field that cannot be taken
    public boolean bring(Past past, Details entered, List<Made> made) {
        Details details = entered.checked();
        Html description = markdown.render(details.description());
        List<Versions.Ready> ready =
                made.stream().map(one -> versions.ready(one.material, one.note)).toList();
        return transactions.system(() -> {
            long id = Ids.next();
            if (add(id, past, details, description) == 0) {
                return false;
            }
            for (int number = 1; number <= made.size(); number++) {
                put(id, number, made.get(number - 1), ready.get(number - 1));
            }
            requireOne(rows.choose(id));
            requireOne(rows.settle(id));
            rows.open(id, past.readers);
            rows.count(id);
            changes.appendAll(List.of(new ContentRef(ContentType.RESOURCE, id)), What.CREATED);
            return true;
        });
    }

    /// A collection that has been somewhere before.
    ///
    /// @param sourceId by which it is known when it comes once more
    /// @param parent the source id of the collection in which it lies; absent: in none
    /// @param holds the source ids of resources, in their order
    public record Collected(
            String sourceId,
            long communityId,
            @Nullable String parent,
            Instant at,
            List<String> holds) {}

    /// That somebody used a resource that is here.
    ///
    /// @param note at most [InPractice#LONGEST_NOTE] characters
    public void used(String sourceId, long personId, Instant at, String note) {
        transactions.runAsSystem(() -> {
            if (rows.use(sourceId, personId, at, note) == 1) {
                rows.countUse(sourceId);
            }
        });
    }

    /// That one resource was made from another; both are here.
    public void adapted(String sourceId, String originalId, String changes) {
        transactions.runAsSystem(() -> rows.adapt(sourceId, originalId, changes));
    }

    /// Brings a collection in, behind the others; its resources are here before.
    ///
    /// @return false when it is here already
    public boolean collect(Collected past, CollectionWords entered) {
        CollectionWords words = entered.checked();
        Html html = markdown.render(words.description());
        return transactions.system(() -> {
            long id = Ids.next();
            int come =
                    rows.collect(
                            id,
                            past.sourceId,
                            past.communityId,
                            past.parent,
                            words.title(),
                            words.description(),
                            html.value(),
                            html.version(),
                            words.language(),
                            past.at);
            if (come == 1) {
                rows.fill(id, past.holds.toArray(String[]::new), Places.APART);
            }
            return come == 1;
        });
    }

    private int add(long id, Past past, Details details, Html description) {
        return rows.add(
                id,
                past.sourceId,
                past.communityId,
                past.sharedBy,
                past.sharedAt,
                past.official,
                past.reviewOn,
                details.kind().code(),
                details.title(),
                details.description(),
                description.value(),
                description.version(),
                details.language(),
                details.tags().toArray(String[]::new),
                details.keywords().toArray(String[]::new),
                details.authors().toArray(String[]::new),
                details.source(),
                details.licence().code(),
                details.year());
    }

    private void put(long resourceId, int number, Made made, Versions.Ready ready) {
        switch (ready.material()) {
            case Material.File file -> {
                requireOne(
                        rows.putFile(
                                Ids.next(),
                                resourceId,
                                number,
                                made.waits,
                                file.uploadId(),
                                ready.note(),
                                made.by,
                                made.at));
                rows.drop(file.uploadId());
            }
            case Material.Link link ->
                    requireOne(
                            rows.putLink(
                                    Ids.next(),
                                    resourceId,
                                    number,
                                    made.waits,
                                    link.url(),
                                    ready.note(),
                                    made.by,
                                    made.at));
            case Material.Text text -> {
                Html html = markdown.render(text.body());
                requireOne(
                        rows.putText(
                                Ids.next(),
                                resourceId,
                                number,
                                made.waits,
                                text.body(),
                                html.value(),
                                html.version(),
                                ready.note(),
                                made.by,
                                made.at));
            }
        }
    }

    private static void requireOne(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("The version of a resource has not come.");
        }
    }
}
