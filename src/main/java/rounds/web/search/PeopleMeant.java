package rounds.web.search;

import jakarta.inject.Singleton;

import rounds.community.Colleague;
import rounds.community.Colleagues;
import rounds.community.PeopleAsked;
import rounds.community.Told;
import rounds.kernel.Viewer;
import rounds.search.Nearly;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whom somebody may have meant where nobody is found: words that come near are taken from what
/// those say of themselves with whom she shares a community, and from nobody else.
@Singleton
class PeopleMeant {
    /// So many people are looked at for one word.
    private static final int MAYBE = 300;

    /// In more words than these the wrong one is not looked for.
    private static final int MOST_WORDS = 6;

    private final Colleagues colleagues;

    PeopleMeant(Colleagues colleagues) {
        this.colleagues = colleagues;
    }

    /// @param respelt the words that were taken for others
    record Instead(PeopleAsked asked, Map<String, String> respelt) {}

    /// The same with words that come near; empty where that finds nobody either.
    Optional<Instead> instead(Viewer.SignedIn viewer, PeopleAsked asked) {
        var respelt = new LinkedHashMap<String, String>();
        PeopleAsked other = asked.with(near(viewer, asked.words(), respelt));
        for (Told told : Told.values()) {
            other = other.with(told, near(viewer, asked.of(told), respelt));
        }
        return respelt.isEmpty() || colleagues.count(viewer, other) == 0
                ? Optional.empty()
                : Optional.of(new Instead(other, respelt));
    }

    private String near(Viewer.SignedIn viewer, String words, Map<String, String> respelt) {
        String[] all = words.split(" ", -1);
        if (words.isEmpty() || all.length > MOST_WORDS) {
            return words;
        }
        return Stream.of(all)
                .map(word -> {
                    String nearest = nearest(viewer, word);
                    if (!nearest.equals(word)) {
                        respelt.put(word, nearest);
                    }
                    return nearest;
                })
                .collect(Collectors.joining(" "));
    }

    private String nearest(Viewer.SignedIn viewer, String word) {
        Nearly meant = Nearly.to(word);
        if (!meant.forgives() || !colleagues.first(viewer, PeopleAsked.words(word), 1).isEmpty()) {
            return word;
        }
        // The second letter may be the wrong one; the first seldom is.
        return nearest(viewer, word, meant, meant.sure())
                .or(() -> nearest(viewer, word, meant, word.substring(0, 1)))
                .orElse(word);
    }

    private Optional<String> nearest(
            Viewer.SignedIn viewer, String word, Nearly meant, String begun) {
        return colleagues.first(viewer, PeopleAsked.words(begun), MAYBE).stream()
                .flatMap(PeopleMeant::words)
                .filter(meant::fits)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .min(
                        Comparator.comparing((Map.Entry<String, Long> one) ->
                                        Math.abs(one.getKey().length() - word.length()))
                                .thenComparing(one -> -one.getValue())
                                .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey);
    }

    private static Stream<String> words(Colleague one) {
        return Stream.concat(
                        Stream.of(one.name(), one.profession(), one.organisation(), one.place()),
                        Stream.concat(one.expertise().stream(), one.emr().stream()))
                .flatMap(said -> Stream.of(said.split("[^\\p{L}\\p{M}\\p{N}]+")))
                .filter(word -> !word.isEmpty());
    }

    /// What can be left out, so that somebody is found.
    ///
    /// @param left a word, or what was asked of one field
    /// @param people who are found without it
    record Loosened(String left, PeopleAsked asked, int people) {}

    List<Loosened> loosened(Viewer.SignedIn viewer, PeopleAsked asked) {
        var looser = new LinkedHashMap<String, PeopleAsked>();
        String[] all = asked.words().split(" ");
        if (all.length > 1 && all.length <= MOST_WORDS) {
            for (int n = 0; n < all.length; n++) {
                var others = new ArrayList<>(List.of(all));
                others.remove(n);
                looser.putIfAbsent(all[n], asked.with(String.join(" ", others)));
            }
        } else if (!asked.words().isEmpty()) {
            looser.put(asked.words(), asked.with(""));
        }
        for (Told told : Told.values()) {
            if (!asked.of(told).isEmpty()) {
                looser.putIfAbsent(asked.of(told), asked.with(told, ""));
            }
        }
        return looser.entrySet().stream()
                .map(one ->
                        new Loosened(
                                one.getKey(),
                                one.getValue(),
                                colleagues.count(viewer, one.getValue())))
                .filter(one -> one.people() > 0)
                .toList();
    }
}
