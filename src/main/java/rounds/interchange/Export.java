package rounds.interchange;

import io.micronaut.json.JsonMapper;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import rounds.kernel.ProblemException;
import rounds.platform.database.Transactions;
import rounds.platform.files.FileStore;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/// Gives everything of the site, or of one community, out in the form that [Import] takes in:
/// people, communities, memberships, glossaries, discussions, posts, case stories, what is said
/// about them, the pictures in them, libraries and focus topics. Made for who keeps the site: it
/// sees every row.
///
/// It reads in short steps beside the running site. What is written meanwhile may be in it or not;
/// nothing refers to something that is not in it.
@Singleton
public class Export {
    private static final Logger LOG = LoggerFactory.getLogger(Export.class);
    private static final int STEP = 500;

    /// A story may be as long as some hundred posts.
    private static final int STORIES = 50;

    private static final Instant BEGINNING = Instant.parse("0001-01-01T00:00:00Z");

    private final ExportRepository rows;
    private final MarkExportRepository marks;
    private final SearchRepository searches;
    private final TermRepository terms;
    private final LibraryExport libraries;
    private final TopicExport topics;
    private final FileStore files;
    private final Transactions transactions;
    private final JsonMapper json;

    Export(
            ExportRepository rows,
            MarkExportRepository marks,
            SearchRepository searches,
            TermRepository terms,
            LibraryExport libraries,
            TopicExport topics,
            FileStore files,
            Transactions transactions,
            JsonMapper json) {
        this.rows = rows;
        this.marks = marks;
        this.searches = searches;
        this.terms = terms;
        this.libraries = libraries;
        this.topics = topics;
        this.files = files;
        this.transactions = transactions;
        this.json = json;
    }

    /// @param community its slug; null: the whole site
    /// @param addresses whether people's e-mail addresses, and who is an administrator, are told
    /// @param own whether what is people's own is told: notes between them, what they follow, have
    ///   saved and read; of the whole site only
    public record Options(@Nullable String community, boolean addresses, boolean own) {
        public Options {
            if (own && community != null) {
                throw new IllegalArgumentException("What is people's own is of no one community");
            }
        }

        public Options(@Nullable String community, boolean addresses) {
            this(community, addresses, false);
        }
    }

    /// Writes it all.
    ///
    /// @throws ProblemException not found, when there is no such community
    public Tally run(OutputStream out, Options options, Watcher watcher) throws IOException {
        return new Job(new ExportLines(out, watcher, transactions, json), options).run();
    }

    private final class Job {
        private final ExportLines out;
        private final Options options;
        private final @Nullable Long community;

        private Job(ExportLines out, Options options) {
            this.out = out;
            this.options = options;
            String slug = options.community();
            this.community =
                    slug == null
                            ? null
                            : transactions
                                    .system(() -> rows.community(slug))
                                    .orElseThrow(ProblemException::notFound);
        }

        private Tally run() throws IOException {
            people();
            communities();
            terms();
            discussions();
            stories();
            rights();
            answers();
            marks();
            images();
            libraries.write(community, out);
            topics.write(community, options.own(), out);
            return out.done();
        }

        private void people() throws IOException {
            out.each(
                    (Exported.@Nullable PersonRow last) ->
                            rows.people(
                                    community, last == null ? ExportLines.FIRST : last.id(), STEP),
                    row -> out.write(row.line(options.addresses())),
                    many -> new Tally(many, 0, 0, 0, 0, 0, 0));
        }

        private void communities() throws IOException {
            out.each(
                    (Exported.@Nullable CommunityRow last) ->
                            rows.communities(
                                    community,
                                    options.own(),
                                    last == null ? ExportLines.FIRST : last.id(),
                                    STEP),
                    row -> {
                        out.write(row.line());
                        memberships(row.id());
                    },
                    many -> new Tally(0, many, 0, 0, 0, 0, 0));
        }

        private void memberships(long of) throws IOException {
            out.each(
                    (Exported.@Nullable MembershipRow last) ->
                            rows.memberships(
                                    of, last == null ? ExportLines.FIRST : last.personId(), STEP),
                    row -> out.write(row.line()),
                    many -> new Tally(0, 0, many, 0, 0, 0, 0));
        }

        private void terms() throws IOException {
            out.lines(after -> terms.lines(community, after, STEP));
        }

        private void discussions() throws IOException {
            out.each(
                    (Exported.@Nullable DiscussionRow last) ->
                            rows.discussions(
                                    community,
                                    options.own(),
                                    last == null ? BEGINNING : last.openedAt(),
                                    last == null ? ExportLines.FIRST : last.id(),
                                    STEP),
                    row -> {
                        out.write(row.line());
                        posts(row.id());
                    },
                    many -> new Tally(0, 0, 0, many, 0, 0, 0));
        }

        private void posts(long discussion) throws IOException {
            var last = new AtomicInteger();
            out.each(
                    (Exported.@Nullable PostRow _) -> rows.posts(discussion, last.get(), STEP),
                    row -> out.write(row.line(last.getAndSet(row.number()) + 1)),
                    many -> new Tally(0, 0, 0, 0, many, 0, 0));
        }

        private void stories() throws IOException {
            out.each(
                    (ExportedStory.@Nullable StoryRow last) ->
                            rows.stories(
                                    community,
                                    options.own(),
                                    last == null ? ExportLines.FIRST : last.id(),
                                    STORIES),
                    row -> out.write(row.line()),
                    ExportLines::marks);
        }

        /// Nobody but a story's author and moderators reads by what right it is told.
        private void rights() throws IOException {
            if (options.own()) {
                out.each(
                        (ExportedStory.@Nullable RightRow last) ->
                                rows.rights(
                                        last == null ? ExportLines.FIRST : last.storyId(), STEP),
                        row -> out.write(row.line()),
                        ExportLines::marks);
            }
        }

        private void answers() throws IOException {
            out.each(
                    (ExportedStory.@Nullable AnswerRow last) ->
                            rows.answers(
                                    community,
                                    options.own(),
                                    last == null ? ExportLines.FIRST : last.storyId(),
                                    last == null ? 0 : last.personId(),
                                    last == null ? "" : last.word(),
                                    STEP),
                    row -> out.write(row.line()),
                    ExportLines::marks);
        }

        private void marks() throws IOException {
            for (MarkKind kind : MarkKind.values()) {
                if (kind == MarkKind.SAVED_SEARCH && options.own()) {
                    out.lines(after -> searches.lines(after, STEP));
                } else if (options.own() || !kind.isPrivate()) {
                    out.lines(after -> marks.of(kind, community, options.own(), after, STEP));
                }
            }
        }

        private void images() throws IOException {
            out.each(
                    (Exported.@Nullable ImageRow last) ->
                            rows.images(
                                    community,
                                    options.own(),
                                    last == null ? ExportLines.FIRST : last.id(),
                                    STEP),
                    this::image,
                    _ -> Tally.NOTHING);
        }

        private void image(Exported.ImageRow row) throws IOException {
            try (InputStream in = files.open(row.hash())) {
                out.write(row.line());
                for (byte[] piece = in.readNBytes(Exported.PIECE);
                        piece.length > 0;
                        piece = in.readNBytes(Exported.PIECE)) {
                    out.write(row.data(piece));
                }
                out.tell(1);
            } catch (NoSuchFileException _) {
                // Its address stays in the words, and everything else still goes out.
                LOG.warn("The picture {} has lost its file and is not exported.", row.line().id());
            }
        }
    }
}
