package rounds.search;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ContentRef;
import rounds.kernel.Excerpt;
import rounds.kernel.Viewer;
import rounds.platform.changes.Changes;
import rounds.platform.database.Transactions;
import rounds.search.SearchRequest.Extra;
import rounds.search.Understood.Match;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/// Finds content. What is found, how much and in which order depends only on what the viewer may
/// read.
@Singleton
public class Search {
    /// So long a person's search waits for what she wrote herself a moment ago.
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final LiveIndex index;
    private final Audiences audiences;
    private final Contents contents;
    private final Transactions transactions;
    private final Changes changes;
    private final AudienceSlices slices = new AudienceSlices();
    private final Counting counting;
    private final Naming naming;
    private final SearchGate gate = new SearchGate();
    private final Counter redacted;

    Search(
            LiveIndex index,
            Audiences audiences,
            Contents contents,
            Transactions transactions,
            Changes changes,
            MeterRegistry meters) {
        this.index = index;
        this.audiences = audiences;
        this.contents = contents;
        this.transactions = transactions;
        this.changes = changes;
        this.counting = new Counting(audiences);
        this.naming = new Naming(audiences, contents);
        this.redacted = meters.counter("search.redacted");
    }

    /// One page of what the viewer may read of what was asked.
    ///
    /// @throws rounds.kernel.ProblemException when the cursor is not one of this question's
    public SearchResults find(Viewer viewer, SearchRequest request) {
        String cursor = request.cursor();
        Place place = cursor == null ? null : Place.parse(cursor);
        contents.narrower().check(request);
        Asked asked = QueryReader.read(request.q(), contents.narrower());
        changes.lastWriteOf(viewer.personId())
                .ifPresent(position -> index.await(position, PATIENCE));
        return gate.pass(() ->
                transactions.read(
                        viewer,
                        () ->
                                asViewer(
                                        viewer,
                                        request,
                                        asked,
                                        place,
                                        null,
                                        reading ->
                                                index.readPage(
                                                        viewer.personId(), request, reading))));
    }

    /// The first of what [#find] would find, for whoever still types: the next key asks anew, so
    /// that she waits for nothing that she wrote a moment ago.
    public SearchResults glance(Viewer viewer, SearchRequest request) {
        Asked asked = QueryReader.read(request.q(), contents.narrower());
        return gate.pass(() ->
                transactions.read(
                        viewer, () -> asViewer(viewer, request, asked, null, null, index::read)));
    }

    /// What is new of what was asked, the newest first; of what can no longer be asked, nothing.
    /// Nobody's own words are news to her.
    SearchResults news(Viewer viewer, SearchRequest request, News news) {
        SearchRequest newest = request.in(SearchRequest.Order.NEWEST).after(null);
        Asked asked = QueryReader.read(request.q(), contents.narrower());
        if (!contents.narrower().knows(request)) {
            return unanswered(asked, index.isWhole());
        }
        Place place = news.begin(asked);
        // Nobody goes on to the next page of news: no index is kept for it.
        return transactions.read(
                viewer, () -> asViewer(viewer, newest, asked, place, news, index::read));
    }

    /// What a discussion, a document, a story or a topic to look in is called; empty for whoever
    /// may not know.
    public Optional<String> title(Viewer viewer, long id) {
        return transactions.read(viewer, () -> contents.title(id));
    }

    /// Discussions and resources whose titles begin a word with the last of these, and hold the
    /// others; the newest first.
    ///
    /// @param typed half of a title, as somebody types it
    public List<Excerpt> titled(Viewer viewer, String typed, int limit) {
        List<String> words = Words.of(typed);
        if (!TitleQuery.isEnough(words)) {
            return List.of();
        }
        changes.lastWriteOf(viewer.personId())
                .ifPresent(position -> index.await(position, PATIENCE));
        return transactions.read(
                viewer,
                () -> {
                    List<ContentRef> found =
                            ask(
                                    viewer,
                                    searcher ->
                                            searcher
                                                    .find(
                                                            TitleQuery.of(words),
                                                            Question.NEWEST,
                                                            null,
                                                            limit)
                                                    .hits()
                                                    .stream()
                                                    .map(ViewerSearcher.Hit::content)
                                                    .toList());
                    if (found == null) {
                        return List.of();
                    }
                    Map<ContentRef, Excerpt> rows = contents.readable(found);
                    return found.stream().map(rows::get).filter(Objects::nonNull).toList();
                });
    }

    /// Asks the index inside the viewer's transaction, as it stands; null before there is one.
    <T> @Nullable T ask(Viewer viewer, Asking<T> asking) {
        ViewerAudience audience = audiences.of(viewer);
        return index.read(reader -> asking.of(new ViewerSearcher(reader, audience, slices)))
                .orElse(null);
    }

    /// What is asked of the index as one viewer.
    @FunctionalInterface
    interface Asking<T> {
        T of(ViewerSearcher searcher) throws IOException;
    }

    private SearchResults asViewer(
            Viewer viewer,
            SearchRequest request,
            Asked read,
            @Nullable Place place,
            @Nullable News news,
            Function<LiveIndex.Reading<SearchResults>, Optional<SearchResults>> reads) {
        ViewerAudience audience = audiences.of(viewer);
        Narrowings.Known known = naming.known(read, request);
        Asked asked = read.with(naming.unclear(viewer, read, request, known));
        Meanings meanings = naming.meanings(asked, request);
        LiveIndex.Reading<SearchResults> reading =
                reader -> {
                    var searcher = new ViewerSearcher(reader, audience, slices);
                    var narrowings = new Narrowings(searcher, known);
                    narrowings.add(asked.narrowing());
                    narrowings.add(request);
                    if (news != null) {
                        narrowings.add(news, viewer.personId());
                    }
                    var question =
                            new Question(searcher, asked, request, narrowings, meanings, place);
                    SearchResults page = page(question, place, request);
                    return request.wants(Extra.COUNTS)
                            ? page.with(counting.of(question, reader))
                            : page;
                };
        return reads.apply(reading).orElseGet(() -> unanswered(asked, false));
    }

    private SearchResults page(Question question, @Nullable Place place, SearchRequest request)
            throws IOException {
        boolean whole = index.isWhole();
        var page = new ResultPage(question, contents::readable, place).collect(request.limit());
        redacted.increment(page.gone());
        return page.results(request.extras(), whole);
    }

    private static SearchResults unanswered(Asked asked, boolean whole) {
        List<String> words = List.copyOf(asked.words().keySet());
        return new SearchResults(
                List.of(),
                0,
                0,
                Map.of(),
                null,
                Question.understood(asked, words, List.of(), List.of(), List.of(), Match.ALL),
                whole);
    }
}
