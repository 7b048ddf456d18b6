package rounds.web.search;

import org.jspecify.annotations.Nullable;

import rounds.community.Mine;
import rounds.forum.Kind;
import rounds.kernel.Problem;
import rounds.library.ResourceKind;
import rounds.search.SearchResults;

import java.util.Arrays;
import java.util.List;

/// What a search found.
///
/// @param results absent where the question could not be taken
/// @param problems why it could not
/// @param others communities that the reader is not in, to narrow by
public record ResultsPage(
        Question question,
        @Nullable SearchResults results,
        List<Problem.Field> problems,
        List<Mine> others) {

    public @Nullable String next() {
        return results == null || results.next() == null ? null : question.at(results.next());
    }

    public List<String> kinds() {
        return Arrays.stream(Kind.values()).map(Kind::code).toList();
    }

    public List<String> resourceKinds() {
        return ResourceKind.codes();
    }
}
