package rounds.search;

import org.apache.lucene.index.DirectoryReader;
import org.jspecify.annotations.Nullable;

import rounds.kernel.Change;
import rounds.kernel.ContentRef;
import rounds.kernel.Meant;
import rounds.kernel.MergedTag;
import rounds.kernel.Position;
import rounds.kernel.What;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/// An index in a real folder over a shelf, with a change log that lies in a list.
final class World implements AutoCloseable {
    final Shelf shelf = new Shelf();
    final AudienceSlices slices = new AudienceSlices();
    final AtomicBoolean pruned = new AtomicBoolean();
    final Counting counting = new Counting(new Audiences(new AsTheyAre()));
    String epoch = "first";
    List<Long> unread = List.of();
    List<Meant> meant = List.of();
    List<Called> called = List.of();
    List<MergedTag> merged = List.of();

    private final Path home;
    private final SearchIndex.Opener opener;
    private final List<Change> log = new ArrayList<>();
    private LiveIndex live = new LiveIndex();
    private IndexKeeper index;
    private Rebuild rebuild;
    private Indexer indexer;

    World(Path home) {
        this(home, SearchParts::open);
    }

    World(Path home, SearchIndex.Opener opener) {
        this.home = home;
        this.opener = opener;
        this.index = opened();
        this.rebuild = new Rebuild(index, log(), contents());
        this.indexer = new Indexer(index, contents(), rebuild);
    }

    private IndexKeeper.Log log() {
        return new IndexKeeper.Log(
                () -> epoch, () -> new Position(log.size() + 1L, 0), _ -> pruned.get());
    }

    private IndexKeeper opened() {
        live = new LiveIndex();
        return new IndexKeeper(home, opener, log(), live);
    }

    private Contents contents() {
        return new Contents(List.of(shelf));
    }

    LiveIndex live() {
        return live;
    }

    IndexKeeper index() {
        return index;
    }

    Path folder() {
        return home.resolve("index").resolve("v" + IndexSchema.VERSION);
    }

    /// Notes that these changed, as a use case does.
    World change(What what, ContentRef... contents) {
        for (ContentRef content : contents) {
            long place = log.size() + 1L;
            log.add(new Change(new Position(place, place), content, what, Instant.EPOCH));
        }
        return this;
    }

    Position newest() {
        return log.getLast().position();
    }

    /// Follows the log to its end, as the follower's thread does.
    World follow() {
        while (!followOnce()) {
            Thread.onSpinWait();
        }
        return this;
    }

    /// One look at the log; true when there is nothing left to do.
    boolean followOnce() {
        Position position = indexer.position();
        List<Change> batch =
                log.stream()
                        .filter(change -> change.position().compareTo(position) > 0)
                        .limit(500)
                        .toList();
        if (!batch.isEmpty()) {
            indexer.handle(batch);
            return false;
        }
        indexer.idle();
        return rebuild.await() && index.following().sweeps().isEmpty();
    }

    /// The same, while the index may not be writable.
    boolean tryToFollow() {
        try {
            return followOnce();
        } catch (IllegalStateException | java.io.UncheckedIOException e) {
            return false;
        }
    }

    void open() {
        indexer.position();
    }

    IndexCheck check() {
        return new IndexCheck(index, contents());
    }

    IndexCheck.Difference difference() {
        return check().compare(Progress.SILENT);
    }

    /// Everything on the shelf, in an index built anew.
    World built() {
        index.open();
        index.wantRebuild();
        return follow();
    }

    /// The process ends in peace, or is killed, and another one starts.
    World restart(boolean killed) {
        if (killed) {
            index.abandon();
        } else {
            index.close();
        }
        index = opened();
        rebuild = new Rebuild(index, log(), contents());
        indexer = new Indexer(index, contents(), rebuild);
        return this;
    }

    /// A visitor's view: community 1 is public.
    ViewerAudience visitor() {
        return visitor;
    }

    private final ViewerAudience visitor =
            ViewerAudience.of(new PublicCommunities(1, List.of(1L)), 0, List.of(), List.of());

    static final Narrower NARROWER =
            new Narrower(
                    Set.of(
                            "challenge",
                            "success",
                            "question",
                            "discussion",
                            "announcement",
                            "guideline",
                            "tool",
                            "story",
                            "topic",
                            "term"),
                    Set.of("discussion", "post", "resource", "case_story", "topic", "term"));

    SearchResults find(ViewerAudience audience, SearchRequest request) {
        Place place = request.cursor() == null ? null : Place.parse(request.cursor());
        Asked asked = QueryReader.read(request.q(), NARROWER);
        return live.readPage(
                        audience.hashCode(),
                        request,
                        reader -> page(reader, audience, request, asked, place))
                .orElseThrow();
    }

    private SearchResults page(
            DirectoryReader reader,
            ViewerAudience audience,
            SearchRequest request,
            Asked asked,
            @Nullable Place place)
            throws IOException {
        var known =
                new Narrowings.Known(
                        Asker.CALLED,
                        Asker.PEOPLE,
                        Map.of(),
                        merged,
                        request.within() == null ? List.of() : List.of(request.within()),
                        unread);
        var searcher = new ViewerSearcher(reader, audience, slices);
        Meanings meanings =
                request.wants(SearchRequest.Extra.AS_TYPED)
                        ? Meanings.NONE
                        : Meanings.of(meant, called);
        var narrowings = new Narrowings(searcher, known);
        narrowings.add(asked.narrowing());
        narrowings.add(request);
        var question = new Question(searcher, asked, request, narrowings, meanings, place);
        SearchResults results =
                new ResultPage(question, contents()::readable, place)
                        .collect(request.limit())
                        .results(request.extras(), live.isWhole());
        return request.wants(SearchRequest.Extra.COUNTS)
                ? results.with(counting.of(question, reader))
                : results;
    }

    SearchResults find(String q) {
        return find(visitor, SearchRequest.of(q));
    }

    /// The ids of the hits, in order.
    List<Long> ids(String q) {
        return ids(find(q));
    }

    static List<Long> ids(SearchResults results) {
        return results.hits().stream().map(hit -> hit.excerpt().content().id()).toList();
    }

    /// All pages of the question.
    List<Long> allIds(ViewerAudience audience, SearchRequest request) {
        var ids = new ArrayList<Long>();
        SearchResults page = find(audience, request);
        ids.addAll(ids(page));
        while (page.next() != null) {
            page = find(audience, request.after(Objects.requireNonNull(page.next())));
            ids.addAll(ids(page));
        }
        return ids;
    }

    @Override
    public void close() {
        index.close();
    }
}
