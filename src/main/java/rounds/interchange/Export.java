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
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

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
        return new Job(out, options, watcher).run();
    }

    private final class Job implements LibraryExport.Lines {
        private final OutputStream out;
        private final Options options;
        private final Watcher watcher;
        private final @Nullable Long community;
        private Tally done = Tally.NOTHING;
        private long written;

        private Job(OutputStream out, Options options, Watcher watcher) {
            this.out = out;
            this.options = options;
            this.watcher = watcher;
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
            libraries.write(community, this);
            topics.write(community, options.own(), this);
            return done;
        }

        private void people() throws IOException {
            long last = Long.MIN_VALUE;
            for (List<Exported.PersonRow> step = people(last);
                    !step.isEmpty();
                    step = people(last)) {
                for (Exported.PersonRow row : step) {
                    write(row.line(options.addresses()));
                }
                last = step.getLast().id();
                tell(new Tally(step.size(), 0, 0, 0, 0, 0, 0));
            }
        }

        private List<Exported.PersonRow> people(long after) {
            return read(() -> rows.people(community, after, STEP));
        }

        private void communities() throws IOException {
            long last = Long.MIN_VALUE;
            for (List<Exported.CommunityRow> step = communities(last);
                    !step.isEmpty();
                    step = communities(last)) {
                for (Exported.CommunityRow row : step) {
                    write(row.line());
                    memberships(row.id());
                }
                last = step.getLast().id();
                tell(new Tally(0, step.size(), 0, 0, 0, 0, 0));
            }
        }

        private List<Exported.CommunityRow> communities(long after) {
            return read(() -> rows.communities(community, options.own(), after, STEP));
        }

        private void memberships(long of) throws IOException {
            long last = Long.MIN_VALUE;
            for (List<Exported.MembershipRow> step = memberships(of, last);
                    !step.isEmpty();
                    step = memberships(of, last)) {
                for (Exported.MembershipRow row : step) {
                    write(row.line());
                }
                last = step.getLast().personId();
                tell(new Tally(0, 0, step.size(), 0, 0, 0, 0));
            }
        }

        private List<Exported.MembershipRow> memberships(long of, long after) {
            return read(() -> rows.memberships(of, after, STEP));
        }

        private void terms() throws IOException {
            long last = Long.MIN_VALUE;
            for (List<MarkExportRepository.MarkLine> step = terms(last);
                    !step.isEmpty();
                    step = terms(last)) {
                for (MarkExportRepository.MarkLine row : step) {
                    write(row.line().getBytes(StandardCharsets.UTF_8));
                }
                last = step.getLast().key();
                tell(new Tally(0, 0, 0, 0, 0, 0, 0, step.size()));
            }
        }

        private List<MarkExportRepository.MarkLine> terms(long after) {
            return read(() -> terms.lines(community, after, STEP));
        }

        private void discussions() throws IOException {
            Instant time = BEGINNING;
            long last = Long.MIN_VALUE;
            for (List<Exported.DiscussionRow> step = discussions(time, last);
                    !step.isEmpty();
                    step = discussions(time, last)) {
                for (Exported.DiscussionRow row : step) {
                    write(row.line());
                    posts(row.id());
                }
                time = step.getLast().openedAt();
                last = step.getLast().id();
                tell(new Tally(0, 0, 0, step.size(), 0, 0, 0));
            }
        }

        private List<Exported.DiscussionRow> discussions(Instant time, long after) {
            return read(() -> rows.discussions(community, options.own(), time, after, STEP));
        }

        private void posts(long discussion) throws IOException {
            int last = 0;
            for (List<Exported.PostRow> step = posts(discussion, last);
                    !step.isEmpty();
                    step = posts(discussion, last)) {
                for (Exported.PostRow row : step) {
                    write(row.line(last + 1));
                    last = row.number();
                }
                tell(new Tally(0, 0, 0, 0, step.size(), 0, 0));
            }
        }

        private List<Exported.PostRow> posts(long discussion, int after) {
            return read(() -> rows.posts(discussion, after, STEP));
        }

        private void stories() throws IOException {
            long last = Long.MIN_VALUE;
            for (List<ExportedStory.StoryRow> step = stories(last);
                    !step.isEmpty();
                    step = stories(last)) {
                for (ExportedStory.StoryRow row : step) {
                    write(row.line());
                }
                last = step.getLast().id();
                tell(new Tally(0, 0, 0, 0, 0, 0, 0, step.size()));
            }
        }

        private List<ExportedStory.StoryRow> stories(long after) {
            return read(() -> rows.stories(community, options.own(), after, STORIES));
        }

        /// Nobody but a story's author and moderators reads by what right it is told.
        private void rights() throws IOException {
            if (!options.own()) {
                return;
            }
            long last = Long.MIN_VALUE;
            for (List<ExportedStory.RightRow> step = rights(last);
                    !step.isEmpty();
                    step = rights(last)) {
                for (ExportedStory.RightRow row : step) {
                    write(row.line());
                }
                last = step.getLast().storyId();
                tell(new Tally(0, 0, 0, 0, 0, 0, 0, step.size()));
            }
        }

        private List<ExportedStory.RightRow> rights(long after) {
            return read(() -> rows.rights(after, STEP));
        }

        private void answers() throws IOException {
            List<ExportedStory.AnswerRow> step =
                    read(() -> rows.answers(community, options.own(), Long.MIN_VALUE, 0, "", STEP));
            while (!step.isEmpty()) {
                for (ExportedStory.AnswerRow row : step) {
                    write(row.line());
                }
                tell(new Tally(0, 0, 0, 0, 0, 0, 0, step.size()));
                ExportedStory.AnswerRow last = step.getLast();
                step =
                        read(() ->
                                rows.answers(
                                        community,
                                        options.own(),
                                        last.storyId(),
                                        last.personId(),
                                        last.word(),
                                        STEP));
            }
        }

        private void marks() throws IOException {
            for (MarkKind kind : MarkKind.values()) {
                if (options.own() || !kind.isPrivate()) {
                    marks(kind);
                }
            }
        }

        private void marks(MarkKind kind) throws IOException {
            long last = Long.MIN_VALUE;
            for (List<MarkExportRepository.MarkLine> step = marks(kind, last);
                    !step.isEmpty();
                    step = marks(kind, last)) {
                for (MarkExportRepository.MarkLine row : step) {
                    write(row.line().getBytes(StandardCharsets.UTF_8));
                }
                last = step.getLast().key();
                tell(new Tally(0, 0, 0, 0, 0, 0, 0, step.size()));
            }
        }

        private List<MarkExportRepository.MarkLine> marks(MarkKind kind, long after) {
            return read(() ->
                    kind == MarkKind.SAVED_SEARCH
                            ? searches.lines(after, STEP)
                            : marks.of(kind, community, options.own(), after, STEP));
        }

        private void images() throws IOException {
            long last = Long.MIN_VALUE;
            for (List<Exported.ImageRow> step = images(last);
                    !step.isEmpty();
                    step = images(last)) {
                for (Exported.ImageRow row : step) {
                    image(row);
                }
                last = step.getLast().id();
            }
        }

        private List<Exported.ImageRow> images(long after) {
            return read(() -> rows.images(community, options.own(), after, STEP));
        }

        private void image(Exported.ImageRow row) throws IOException {
            try (InputStream in = files.open(row.hash())) {
                write(row.line());
                for (byte[] piece = in.readNBytes(Exported.PIECE);
                        piece.length > 0;
                        piece = in.readNBytes(Exported.PIECE)) {
                    write(row.data(piece));
                }
                tell(new Tally(0, 0, 0, 0, 0, 0, 0, 1));
            } catch (NoSuchFileException _) {
                // Its address stays in the words, and everything else still goes out.
                LOG.warn("The picture {} has lost its file and is not exported.", row.line().id());
            }
        }

        private <T> T read(Supplier<T> work) {
            return transactions.system(work);
        }

        private void write(Object line) throws IOException {
            write(json.writeValueAsBytes(line));
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            out.write(bytes);
            out.write('\n');
            written += bytes.length + 1;
        }

        @Override
        public void tell(int more) {
            tell(new Tally(0, 0, 0, 0, 0, 0, 0, more));
        }

        private void tell(Tally step) {
            done = done.plus(step);
            watcher.at(written, done);
        }
    }
}
