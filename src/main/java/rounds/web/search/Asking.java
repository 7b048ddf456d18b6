package rounds.web.search;

import rounds.community.Mine;
import rounds.search.Facet;
import rounds.search.SearchRequest.Order;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What a search asks for, in words that are read rather than typed.
///
/// @param communities the names of those that the reader is in, by slug
public record Asking(Question question, Map<String, String> communities) {
    private static final int LONGEST_NAME = 60;

    static Asking of(Question question, List<Mine> communities) {
        return new Asking(
                question,
                communities.stream()
                        .collect(Collectors.toMap(Mine::slug, Mine::name, (one, _) -> one)));
    }

    /// One narrowing.
    ///
    /// @param code of the facet, or `from`, `to` or `within`
    public record Part(String code, FacetName name) {}

    public String words() {
        return question.words();
    }

    public List<Part> parts() {
        var parts = new ArrayList<Part>();
        question.chosen()
                .forEach((facet, values) ->
                        values.forEach(value ->
                                parts.add(
                                        new Part(
                                                facet.code(),
                                                FacetName.of(facet, value, name(facet, value))))));
        if (!question.from().isEmpty()) {
            parts.add(new Part("from", new FacetName(question.from(), false)));
        }
        if (!question.to().isEmpty()) {
            parts.add(new Part("to", new FacetName(question.to(), false)));
        }
        if (!question.within().isEmpty()) {
            parts.add(new Part("within", FacetName.key("search.within")));
        }
        return parts;
    }

    private String name(Facet facet, String value) {
        return switch (facet) {
            case COMMUNITY -> communities.getOrDefault(value, value);
            case AUTHOR -> "@" + value;
            case TYPE, KIND, IS, TAG, YEAR, LANGUAGE, FILE, HAS, PROFESSION, EMR -> value;
        };
    }

    /// The page of all that it finds.
    public String path() {
        return question.path();
    }

    /// The same with the newest first.
    public String newest() {
        return new Nearby(question).in(Order.NEWEST);
    }

    /// A name to begin with: its words, or what it is narrowed to.
    String name() {
        String said =
                question.words().isBlank()
                        ? question.chosen().entrySet().stream()
                                .flatMap(one ->
                                        one.getValue().stream()
                                                .map(value -> name(one.getKey(), value)))
                                .collect(Collectors.joining(", "))
                        : question.words().strip();
        int end =
                said.offsetByCodePoints(
                        0, Math.min(LONGEST_NAME, said.codePointCount(0, said.length())));
        return said.substring(0, end).strip();
    }
}
