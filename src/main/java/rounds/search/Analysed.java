package rounds.search;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// A text as the index would hold it: at each position the words that are found there.
///
/// @param positions the words by where they stand, counted from the first
record Analysed(Map<Integer, Set<String>> positions) {

    boolean holds(String form) {
        return positions.values().stream().anyMatch(forms -> forms.contains(form));
    }

    boolean holdsBegun(String beginning) {
        return positions.values().stream()
                .flatMap(Set::stream)
                .anyMatch(form -> form.startsWith(beginning));
    }

    /// Whether these stand there behind each other, with none in between: as the search looks for a
    /// phrase.
    boolean holdsInOrder(List<String> forms) {
        return positions.keySet().stream().anyMatch(from -> holdsFrom(from, forms));
    }

    private boolean holdsFrom(int from, List<String> forms) {
        for (int i = 0; i < forms.size(); i++) {
            if (!positions.getOrDefault(from + i, Set.of()).contains(forms.get(i))) {
                return false;
            }
        }
        return true;
    }
}
