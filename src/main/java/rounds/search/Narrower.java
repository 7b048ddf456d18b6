package rounds.search;

import rounds.kernel.ProblemException;

import java.util.List;
import java.util.Set;

/// What hits can be narrowed to, as the features say that own content.
///
/// @param kinds of all features, each of which narrows to its own
/// @param types as they are shown
record Narrower(Set<String> kinds, Set<String> types) {

    /// @throws ProblemException invalid on `kind` or `type`, for what there is none of
    void check(SearchRequest request) {
        if (!kinds.containsAll(lower(request.chosen(Facet.KIND)))) {
            throw ProblemException.invalid("kind", "search.kind.unknown");
        }
        if (!types.containsAll(lower(request.chosen(Facet.TYPE)))) {
            throw ProblemException.invalid("type", "search.type");
        }
        if (!Trait.codes().containsAll(lower(request.chosen(Facet.IS)))) {
            throw ProblemException.invalid("is", "search.is");
        }
    }

    /// Whether there is what it asks for.
    boolean knows(SearchRequest request) {
        try {
            check(request);
            return true;
        } catch (ProblemException _) {
            return false;
        }
    }

    private static List<String> lower(List<String> values) {
        return values.stream().map(IndexSchema::lower).toList();
    }
}
