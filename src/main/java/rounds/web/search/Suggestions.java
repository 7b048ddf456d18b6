package rounds.web.search;

import jakarta.inject.Singleton;

import rounds.community.Colleague;
import rounds.community.Colleagues;
import rounds.community.Directory;
import rounds.community.Mine;
import rounds.kernel.Excerpt;
import rounds.kernel.Viewer;
import rounds.platform.database.Transactions;
import rounds.search.Nearly;
import rounds.search.RecentSearch;
import rounds.search.RecentSearches;
import rounds.search.Typing;

import java.util.List;

/// What is offered while somebody types into the search: all of it read through the wall at this
/// moment, in one transaction. Where nothing begins as it was typed, one error is forgiven.
@Singleton
public class Suggestions {
    /// Longer than that it is a question, and no beginning of a name.
    static final int LONGEST = 100;

    private static final int SHORTEST = 2;
    private static final int PEOPLE = 3;
    private static final int COMMUNITIES = 2;
    private static final int RECENT = 2;
    private static final int RECENT_ALONE = 6;

    /// So many are looked at whom a mistyped name may mean.
    private static final int MAYBE = 300;

    private final Typing typing;
    private final Colleagues colleagues;
    private final Directory directory;
    private final RecentSearches recent;
    private final Transactions transactions;

    Suggestions(
            Typing typing,
            Colleagues colleagues,
            Directory directory,
            RecentSearches recent,
            Transactions transactions) {
        this.typing = typing;
        this.colleagues = colleagues;
        this.directory = directory;
        this.recent = recent;
        this.transactions = transactions;
    }

    /// @param recent her own searches, the latest first
    /// @param titles of discussions, resources, case stories and focus topics
    /// @param people with whom she shares a community
    public record Offered(
            List<RecentSearch> recent,
            List<Excerpt> titles,
            List<Excerpt> terms,
            List<Colleague> people,
            List<Mine> communities,
            List<String> tags) {

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
        return transactions.read(
                viewer,
                () -> {
                    if (asked.length() < SHORTEST || asked.length() > LONGEST) {
                        return alone(viewer, asked);
                    }
                    Offered exactly = exactly(viewer, asked);
                    Nearly nearly = Nearly.to(asked);
                    return exactly.isNothing() && nearly.forgives()
                            ? nearly(viewer, asked, nearly)
                            : exactly;
                });
    }

    private Offered alone(Viewer viewer, String asked) {
        return new Offered(
                asked.length() > LONGEST ? List.of() : recent(viewer, asked, RECENT_ALONE),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private Offered exactly(Viewer viewer, String asked) {
        Typing.Offered found = typing.exactly(viewer, asked);
        return new Offered(
                recent(viewer, asked, RECENT),
                found.titles(),
                found.terms(),
                named(viewer, asked, PEOPLE),
                directory.called(viewer, asked, COMMUNITIES),
                found.tags());
    }

    private Offered nearly(Viewer viewer, String asked, Nearly nearly) {
        Typing.Offered found = typing.nearly(viewer, asked);
        return new Offered(
                recent(viewer, asked, RECENT),
                found.titles(),
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
