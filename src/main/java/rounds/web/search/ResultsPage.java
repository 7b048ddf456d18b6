package rounds.web.search;

import org.jspecify.annotations.Nullable;

import rounds.cases.Outcome;
import rounds.community.Acquaintance;
import rounds.community.Mine;
import rounds.forum.Kind;
import rounds.kernel.Problem;
import rounds.library.ResourceKind;
import rounds.search.SearchResults;
import rounds.search.Unclear;
import rounds.start.Begun;

import java.util.Arrays;
import java.util.List;

/// What a search found.
///
/// @param results absent where the question could not be taken
/// @param problems why it could not
/// @param people whom the words may mean, of those with whom the reader shares a community
/// @param others communities that the reader is not in, to narrow by
/// @param begun those of the hits with which newcomers of a community begin
public record ResultsPage(
        Question question,
        @Nullable SearchResults results,
        List<Problem.Field> problems,
        List<Acquaintance> people,
        List<Mine> others,
        List<Begun> begun) {

    public @Nullable String next() {
        return results == null || results.next() == null ? null : question.at(results.next());
    }

    /// One of several people who are called so.
    public record Choice(String name, String handle, String path) {}

    /// Several people who are called as it was typed.
    public record Several(String typed, List<Choice> choices) {}

    public List<Several> several() {
        return results == null
                ? List.of()
                : results.understood().unclear().stream()
                        .filter(unclear -> !unclear.among().isEmpty())
                        .map(unclear ->
                                new Several(
                                        unclear.typed(),
                                        unclear.among().stream()
                                                .map(one ->
                                                        new Choice(
                                                                one.name(),
                                                                one.handle(),
                                                                question.by(
                                                                        unclear.typed(),
                                                                        one.handle())))
                                                .toList()))
                        .toList();
    }

    /// What was not understood and nothing can be chosen for.
    public List<Unclear> unclear() {
        return results == null
                ? List.of()
                : results.understood().unclear().stream()
                        .filter(unclear -> unclear.among().isEmpty())
                        .toList();
    }

    public List<String> kinds() {
        return Arrays.stream(Kind.values()).map(Kind::code).toList();
    }

    /// How case stories can be told apart; where they ended well they share the word with
    /// discussions.
    public List<String> outcomes() {
        return Outcome.codes().stream().filter(code -> !kinds().contains(code)).toList();
    }

    /// What can be looked for alone.
    public List<String> types() {
        return List.of("discussion", "post", "resource", "case_story", "topic", "term");
    }

    public List<String> resourceKinds() {
        return ResourceKind.codes();
    }
}
