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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Finds content. What is found, how much and in which order depends only on what the viewer may
/// read.
@Singleton
public class Search {
    /// So long a person's search waits for what she wrote herself a moment ago.
    private static final Duration PATIENCE = Duration.ofMillis(500);

    /// Of more people than these one is told by another word of her name.
    private static final int MOST_CALLED = 20;

    /// Of more people than these a word of their names tells nothing.
    private static final int MOST_CALLED_SO = 100;

    /// In a question of more words than these nobody is called by her name.
    private static final int MOST_NAMES = 6;

    /// The newest so many discussions that hold something unseen are looked through.
    private static final int MOST_UNREAD = 1_000;

    private final LiveIndex index;
    private final Audiences audiences;
    private final Contents contents;
    private final Transactions transactions;
    private final Changes changes;
    private final AudienceSlices slices = new AudienceSlices();
    private final Counting counting;
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
        Asked.Narrowing typed = read.narrowing();
        Set<String> slugs = names(read, request, Facet.COMMUNITY);
        Set<String> called = names(read, request, Facet.AUTHOR);
        var known =
                new Narrowings.Known(
                        audiences.communities(slugs),
                        people(called),
                        authors(request),
                        contents.merged(
                                names(read, request, Facet.TAG).stream()
                                        .map(IndexSchema::tag)
                                        .toList()),
                        request.within() == null ? List.of() : contents.within(request.within()),
                        names(read, request, Facet.IS).contains(Trait.UNREAD.code())
                                ? contents.unread(MOST_UNREAD)
                                : List.of());
        Asked asked = read.with(unclear(typed, request, slugs, handles(viewer, called), known));
        Meanings meanings = meanings(asked, request);
        LiveIndex.Reading<SearchResults> reading =
                reader -> {
                    var searcher = new ViewerSearcher(reader, audience, slices);
                    var narrowings = new Narrowings(searcher, known);
                    narrowings.add(typed);
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

    /// Whose names may be told of. Visitors are not told which people there are.
    private static Set<String> handles(Viewer viewer, Set<String> asked) {
        return viewer instanceof Viewer.SignedIn ? asked : Set.of();
    }

    private Meanings meanings(Asked asked, SearchRequest request) {
        if (request.wants(Extra.AS_TYPED)) {
            return Meanings.NONE;
        }
        List<String> words = List.copyOf(asked.words().keySet());
        List<Called> people =
                words.size() > MOST_NAMES
                        ? List.of()
                        : audiences.called(
                                words.stream().map(Meanings::folded).toList(), MOST_CALLED_SO);
        return Meanings.of(contents.meant(Meanings.spellings(words)), people);
    }

    private Map<Facet, Set<Long>> authors(SearchRequest request) {
        var authors = new EnumMap<Facet, Set<Long>>(Facet.class);
        for (Facet facet : Facet.OF_AUTHORS) {
            if (!request.chosen(facet).isEmpty()) {
                authors.put(facet, audiences.who(facet, request.chosen(facet)));
            }
        }
        return authors;
    }

    /// A handle is one person's; anything else may be a part of the names of several.
    private Map<String, List<Called>> people(Set<String> names) {
        var people = new HashMap<String, List<Called>>();
        audiences
                .people(names)
                .forEach((handle, id) -> people.put(handle, List.of(new Called(id, handle, ""))));
        for (String name : names) {
            people.computeIfAbsent(name, part -> audiences.called(part, MOST_CALLED));
        }
        return people;
    }

    /// What nothing can be found by: whoever and whatever the viewer does not know of, and days in
    /// the wrong order; and a name that several have, or a part of several names.
    private List<Unclear> unclear(
            Asked.Narrowing typed,
            SearchRequest request,
            Set<String> slugs,
            Set<String> handles,
            Narrowings.Known known) {
        var unclear = new ArrayList<Unclear>();
        for (String slug : slugs) {
            List<Called> called = known.communities().getOrDefault(slug, List.of());
            if (called.isEmpty()) {
                unclear.add(new Unclear(slug, "community", nearest(slug)));
            } else if (called.size() > 1) {
                unclear.add(new Unclear(slug, "communities", called));
            }
        }
        for (String handle : handles) {
            List<Called> called = known.people().getOrDefault(handle, List.of());
            if (called.isEmpty()) {
                unclear.add(new Unclear(handle, "person"));
            } else if (called.size() > 1) {
                unclear.add(new Unclear(handle, "people", called));
            }
        }
        if (isReversed(typed.after(), typed.before())) {
            unclear.add(new Unclear(typed.after() + " – " + typed.before(), "reversed"));
        }
        if (isReversed(request.from(), request.to())) {
            unclear.add(new Unclear(request.from() + " – " + request.to(), "reversed"));
        }
        return unclear;
    }

    private List<Called> nearest(String community) {
        return audiences.communityNames().nearest(community).stream().toList();
    }

    private static boolean isReversed(@Nullable LocalDate first, @Nullable LocalDate last) {
        return first != null && last != null && first.isAfter(last);
    }

    private SearchResults page(Question question, @Nullable Place place, SearchRequest request)
            throws IOException {
        boolean whole = index.isWhole();
        var page = new ResultPage(question, contents::readable, place).collect(request.limit());
        redacted.increment(page.gone());
        return page.results(request.extras(), whole);
    }

    private static Set<String> names(Asked asked, SearchRequest request, Facet facet) {
        var names = new LinkedHashSet<>(asked.named(facet));
        request.chosen(facet).stream().map(IndexSchema::lower).forEach(names::add);
        return names;
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
