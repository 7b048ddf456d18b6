package rounds.web.search;

import jakarta.inject.Singleton;

import rounds.community.Colleague;
import rounds.community.Colleagues;
import rounds.community.Directory;
import rounds.community.Mine;
import rounds.kernel.Excerpt;
import rounds.kernel.Viewer;
import rounds.platform.database.Transactions;
import rounds.search.HalfTyped;
import rounds.search.Nearly;
import rounds.search.RecentSearch;
import rounds.search.RecentSearches;
import rounds.search.Search;
import rounds.search.SearchHit;
import rounds.search.SearchRequest;
import rounds.search.SearchRequest.Extra;
import rounds.search.SearchResults;
import rounds.search.Typing;
import rounds.search.Understood.Match;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What is offered while somebody types into the search: all of it read through the wall at this
/// moment. Behind an operator its values are; where nothing begins as it was typed, what the search
/// itself finds first; and where nothing holds all of it, one error is forgiven.
@Singleton
public class Suggestions {
    /// Longer than that it is a question, and no beginning of a name.
    static final int LONGEST = 100;

    private static final int SHORTEST = 2;
    private static final int PEOPLE = 3;
    private static final int COMMUNITIES = 2;
    private static final int RECENT = 2;
    private static final int RECENT_ALONE = 6;

    private static final int FOUND = 4;

    /// So many are looked at whom a mistyped name may mean.
    private static final int MAYBE = 300;

    /// Several words, or an operator: one word that begins no title is still being typed.
    private static final Pattern SEVERAL = Pattern.compile("[\\s\\p{Z}:]");

    private final Typing typing;
    private final Search search;
    private final Completions completions;
    private final Colleagues colleagues;
    private final Directory directory;
    private final RecentSearches recent;
    private final Transactions transactions;

    Suggestions(
            Typing typing,
            Search search,
            Completions completions,
            Colleagues colleagues,
            Directory directory,
            RecentSearches recent,
            Transactions transactions) {
        this.typing = typing;
        this.search = search;
        this.completions = completions;
        this.colleagues = colleagues;
        this.directory = directory;
        this.recent = recent;
        this.transactions = transactions;
    }

    /// @param values of the operator at the end of what was typed
    /// @param recent her own searches, the latest first
    /// @param titles of discussions, resources, case stories and focus topics
    /// @param found by all that was typed, where no title begins so
    /// @param people with whom she shares a community
    public record Offered(
            List<Completions.Completion> values,
            List<RecentSearch> recent,
            List<Excerpt> titles,
            List<Excerpt> found,
            List<Excerpt> terms,
            List<Colleague> people,
            List<Mine> communities,
            List<String> tags) {

        static Offered recent(List<RecentSearch> recent) {
            return new Offered(
                    List.of(), recent, List.of(), List.of(), List.of(), List.of(), List.of(),
                    List.of());
        }

        static Offered values(List<Completions.Completion> values) {
            return new Offered(
                    values, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                    List.of());
        }

        private Offered found(List<Excerpt> hits) {
            return new Offered(values, recent, titles, hits, terms, people, communities, tags);
        }

        private boolean isNothing() {
            return titles.isEmpty()
                    && terms.isEmpty()
                    && people.isEmpty()
                    && communities.isEmpty()
                    && tags.isEmpty();
        }
    }

    /// @param typed empty: only what she searched for lately
    public Offered to(Viewer viewer, String typed) {
        String asked = typed.strip();
        if (asked.length() < SHORTEST || asked.length() > LONGEST) {
            return alone(viewer, asked);
        }
        Optional<HalfTyped> half = HalfTyped.of(typed);
        return half.isPresent()
                ? Offered.values(completions.of(viewer, half.get()))
                : named(viewer, asked);
    }

    private Offered alone(Viewer viewer, String asked) {
        return Offered.recent(
                asked.length() > LONGEST ? List.of() : recent(viewer, asked, RECENT_ALONE));
    }

    private Offered named(Viewer viewer, String asked) {
        Offered exactly = transactions.read(viewer, () -> exactly(viewer, asked));
        if (!exactly.isNothing()) {
            return exactly;
        }
        SearchResults all = SEVERAL.matcher(asked).find() ? glance(viewer, asked) : null;
        if (all != null && all.understood().match() != Match.BEST && !all.hits().isEmpty()) {
            return exactly.found(excerpts(all));
        }
        Nearly nearly = Nearly.to(asked);
        Offered close =
                nearly.forgives()
                        ? transactions.read(viewer, () -> nearly(viewer, asked, nearly))
                        : exactly;
        return close.isNothing() && all != null ? close.found(excerpts(all)) : close;
    }

    private SearchResults glance(Viewer viewer, String asked) {
        return search.glance(
                viewer, SearchRequest.of(asked).with(Set.of(Extra.GROUPS)).limit(FOUND));
    }

    private static List<Excerpt> excerpts(SearchResults results) {
        return results.hits().stream().map(SearchHit::excerpt).toList();
    }

    private Offered exactly(Viewer viewer, String asked) {
        Typing.Offered found = typing.exactly(viewer, asked);
        return new Offered(
                List.of(),
                recent(viewer, asked, RECENT),
                found.titles(),
                List.of(),
                found.terms(),
                named(viewer, asked, PEOPLE),
                directory.called(viewer, asked, COMMUNITIES),
                found.tags());
    }

    private Offered nearly(Viewer viewer, String asked, Nearly nearly) {
        Typing.Offered found = typing.nearly(viewer, asked);
        return new Offered(
                List.of(),
                recent(viewer, asked, RECENT),
                found.titles(),
                List.of(),
                found.terms(),
                named(viewer, nearly.sure(), MAYBE).stream()
                        .filter(one -> nearly.fits(one.name() + " " + one.handle()))
                        .limit(PEOPLE)
                        .toList(),
                directory.called(viewer, nearly.sure(), MAYBE).stream()
                        .filter(one -> nearly.fits(one.name()))
                        .limit(COMMUNITIES)
                        .toList(),
                found.tags());
    }

    private List<RecentSearch> recent(Viewer viewer, String asked, int limit) {
        return viewer instanceof Viewer.SignedIn person
                ? recent.like(person, asked, limit)
                : List.of();
    }

    private List<Colleague> named(Viewer viewer, String words, int limit) {
        return viewer instanceof Viewer.SignedIn person && hasWord(words)
                ? colleagues.named(person, words.replaceFirst("^@", ""), limit)
                : List.of();
    }

    private static boolean hasWord(String words) {
        return words.chars().anyMatch(Character::isLetterOrDigit);
    }
}
