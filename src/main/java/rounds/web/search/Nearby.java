package rounds.web.search;

import rounds.search.Facet;
import rounds.search.SearchRequest.Order;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The addresses of searches that are nearly the same as one, each from its first page.
record Nearby(Question question) {

    /// Where a name is given to it, and it is kept.
    String keeping() {
        return question.kept().path("/searches/new");
    }

    /// The hits as a file.
    ///
    /// @param format `csv` or `ris`
    String file(String format) {
        return question.without(Set.of()).path("/search/hits." + format);
    }

    /// Every word only as it was typed.
    String asTyped() {
        return question.with(Question.LITERAL, List.of(Question.YES)).path();
    }

    /// With reasons where there are none, and the other way round.
    String reasoned() {
        List<String> why = question.why() ? List.of() : List.of(Question.YES);
        return question.with(Question.WHY, why).path();
    }

    String in(Order order) {
        return question.with(Question.ORDER, List.of(Question.code(order))).path();
    }

    /// With this value chosen where it is not, and the other way round.
    String toggled(Facet facet, String value) {
        var values = new ArrayList<>(question.chosen(facet));
        if (!values.removeIf(value::equalsIgnoreCase)) {
            values.add(value);
        }
        return question.with(facet.code(), values).path();
    }

    /// Where one person, or one community, is meant by a name that several have.
    ///
    /// @param handle its own alone
    String called(Facet facet, String name, String handle) {
        if (question.chosen(facet).stream().anyMatch(name::equalsIgnoreCase)) {
            return question.with(facet.code(), List.of(handle)).path();
        }
        String operators = facet == Facet.COMMUNITY ? "in|dans" : "by|par";
        String asked =
                Pattern.compile(
                                "\\b(" + operators + "):\"?@?" + Pattern.quote(name) + "\"?",
                                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                        .matcher(question.words())
                        .replaceAll("$1:" + Matcher.quoteReplacement(handle));
        return question.with(Question.WORDS, List.of(asked)).path();
    }

    /// @param field a day, or where to look
    String without(String field) {
        return question.without(Set.of(field)).path();
    }

    /// Without anything that narrows it.
    String widest() {
        Set<String> narrowing =
                Arrays.stream(Facet.values()).map(Facet::code).collect(Collectors.toSet());
        narrowing.addAll(List.of(Question.FROM, Question.TO, Question.WITHIN));
        return question.without(narrowing).path();
    }

    /// Only in one discussion or document, whose id follows.
    String inside() {
        String anywhere = without(Question.WITHIN);
        return anywhere + (anywhere.contains("?") ? "&" : "?") + Question.WITHIN + "=";
    }

    /// The same from its beginning.
    String first() {
        return question.without(Set.of()).path();
    }

    /// The page after this one.
    ///
    /// @param cursor where it begins
    String next(String cursor) {
        var turned = new ArrayList<>(question.cursors());
        turned.add(cursor);
        return turnedTo(turned);
    }

    /// The page before this one, which is not the first.
    String previous() {
        return turnedTo(question.cursors().subList(0, question.page() - 2));
    }

    /// Whoever turns a page goes on in the list.
    private String turnedTo(List<String> cursors) {
        return question.with(Question.CURSOR, cursors).path() + "#h-found";
    }
}
