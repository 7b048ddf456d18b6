package rounds.search;

import rounds.kernel.ProblemException;

import java.util.Set;

/// What hits can be narrowed to, as the features say that own content.
///
/// @param kinds of all features, each of which narrows to its own
/// @param types as they are shown
record Narrower(Set<String> kinds, Set<String> types) {

    /// @throws ProblemException invalid on `kind` or `type`, for what there is none of
    void check(SearchRequest request) {
        if (request.kind() != null && !kinds.contains(IndexSchema.lower(request.kind()))) {
            throw ProblemException.invalid("kind", "search.kind.unknown");
        }
        if (request.type() != null && !types.contains(IndexSchema.lower(request.type()))) {
            throw ProblemException.invalid("type", "search.type");
        }
    }
}
