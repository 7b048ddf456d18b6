package rounds.library;

import rounds.platform.phi.Kind;
import rounds.platform.phi.Passage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Looks for patients in the text of one file, page by page; what reads the same is kept once.
final class Looking {
    /// Of what no text can be taken, as [#unseen] says it.
    static final String UNSEEN = "unseen";

    /// More nobody looks through; the last of them stands for what is left.
    static final int MOST = 2_000;

    /// Of a passage that stands on many pages so many are told.
    private static final int MOST_PAGES = 10;

    private static final int AROUND = 100;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}'’-]+");

    private final boolean asks;
    private final List<Set<String>> credited;
    private final Map<List<String>, Found> found = new LinkedHashMap<>();
    private boolean certain;

    /// @param asks whether likely passages are asked about, and not only the numbers of health
    ///   cards refused
    /// @param credited names of its authors: where a document names them in full, they are no
    ///   patients
    Looking(boolean asks, List<String> credited) {
        this.asks = asks;
        this.credited = credited.stream().map(Looking::words).toList();
    }

    /// A passage, and how often it stands there.
    static final class Found {
        private final String kind;
        private final Passage passage;
        private final List<Integer> pages = new ArrayList<>();
        private int times;

        private Found(String kind, Passage passage) {
            this.kind = kind;
            this.passage = passage;
        }

        private void on(int page) {
            times++;
            if (pages.size() < MOST_PAGES && !pages.contains(page)) {
                pages.add(page);
            }
        }

        String kind() {
            return kind;
        }

        String text() {
            return passage.text();
        }

        String before() {
            String before = passage.before();
            return before.substring(Math.max(0, before.length() - AROUND));
        }

        String after() {
            String after = passage.after();
            return after.substring(0, Math.min(AROUND, after.length()));
        }

        boolean certain() {
            return passage.certain();
        }

        /// The numbers of its first pages, separated by commas.
        String pages() {
            return String.join(",", pages.stream().map(String::valueOf).toList());
        }

        int times() {
            return times;
        }
    }

    void look(int page, String heading, String text) {
        String whole = heading.isEmpty() ? text : heading + "\n" + text;
        for (Passage passage : Passage.in(whole, "en")) {
            if (passage.certain() || (asks && !isCredited(passage))) {
                certain |= passage.certain();
                keep(passage.kind().code(), passage).on(page);
            }
        }
    }

    private boolean isCredited(Passage passage) {
        Set<String> name = words(passage.text());
        return passage.kind() == Kind.NAME
                && name.size() > 1
                && credited.stream().anyMatch(one -> one.containsAll(name));
    }

    private static Set<String> words(String name) {
        return BETWEEN_WORDS
                .splitAsStream(name.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Found keep(String kind, Passage passage) {
        List<String> key = List.of(kind, passage.text());
        Found known = found.get(key);
        if (known != null) {
            return known;
        }
        var first = new Found(kind, passage.bare());
        // What nobody may confirm is never left out.
        if (found.size() < MOST || passage.certain()) {
            found.put(key, first);
        }
        return first;
    }

    /// Something has no text that could be looked at: only who knows it can say whether a patient
    /// is to be seen there.
    void unseen() {
        if (asks) {
            var nothing = new Passage(Kind.NAME, "", 0, "", "", false, List.of());
            keep(UNSEEN, nothing).on(1);
        }
    }

    /// The certain ones first.
    List<Found> found() {
        var all = new ArrayList<>(found.values());
        all.sort((one, other) -> Boolean.compare(other.certain(), one.certain()));
        return all;
    }

    Looked result() {
        return certain ? Looked.REFUSED : found.isEmpty() ? Looked.CLEAR : Looked.ASKS;
    }
}
