package rounds.interchange;

import org.jspecify.annotations.Nullable;

import rounds.interchange.Mark.Narrowing;
import rounds.interchange.Mark.Target;
import rounds.kernel.ProblemException;
import rounds.platform.phi.Identifiers;
import rounds.search.Facet;
import rounds.search.SavedSearches;
import rounds.search.SearchRequest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Reads the searches that people keep. What they are narrowed to by a person or a community refers
/// to it by id: handles and slugs can be others here.
final class SearchParser {
    private static final int MOST_NARROWINGS = 500;

    private final UnaryOperator<String> key;
    private final Instant now;

    SearchParser(UnaryOperator<String> key, Instant now) {
        this.key = key;
        this.now = now;
    }

    Mark search(Fields fields) {
        String name = flat(fields.text(SavedSearches.LONGEST_NAME, "name"));
        if (name.isEmpty()) {
            throw new BadLineException("name is empty");
        }
        String words = fields.optionalText(SearchRequest.LONGEST_QUERY, "query").strip();
        requireNobody("name", name);
        requireNobody("query", words);
        String order = fields.oneOf(Codes.ORDERS, "order");
        String from = day(fields, "from");
        String to = day(fields, "to");
        Instant looked = fields.time("looked", now);
        var mark =
                new Mark()
                        .to(Target.PERSON, "person_id", key.apply(fields.id("person")))
                        .with("name", name)
                        .with("words", words)
                        .with("from_day", from)
                        .with("to_day", to)
                        .with("sorted", order == null ? "best" : order)
                        .with("literal", fields.flag(false, "literal"))
                        .with("alerts", fields.flag(false, "alerts"))
                        .with("saved_at", fields.time("at", now).toString())
                        .with("looked_at", (looked.isAfter(now) ? now : looked).toString());
        boolean narrowed = narrow(fields, mark);
        if (words.isEmpty() && from == null && to == null && !narrowed) {
            throw new BadLineException("it searches for nothing");
        }
        return mark;
    }

    /// Whether it is narrowed at all.
    private boolean narrow(Fields fields, Mark mark) {
        List<Narrowing> chosen = new ArrayList<>();
        for (Fields one : fields.objects(MOST_NARROWINGS, "narrowed")) {
            chosen.add(narrowing(one, mark, SearchTaker.column(chosen.size())));
        }
        String discussion = fields.optionalId("discussion");
        String resource = fields.optionalId("resource");
        if (discussion != null && resource != null) {
            throw new BadLineException("it looks in a discussion or in a resource, not in both");
        }
        mark.with("narrowed", chosen)
                .to(Target.DISCUSSION, "within_id", reference(discussion))
                .to(Target.RESOURCE, "within_id", reference(resource));
        return !chosen.isEmpty() || discussion != null || resource != null;
    }

    /// @param column of the row, which gets the id of a person or community
    private Narrowing narrowing(Fields fields, Mark mark, String column) {
        String facet = fields.oneOf(Codes.FACETS, "facet");
        if (facet == null) {
            throw new BadLineException("facet is missing");
        }
        String person = facet.equals(Facet.AUTHOR.code()) ? fields.optionalId("person") : null;
        String community =
                facet.equals(Facet.COMMUNITY.code()) ? fields.optionalId("community") : null;
        mark.to(Target.PERSON, column, reference(person))
                .to(Target.COMMUNITY, column, reference(community));
        if (person != null || community != null) {
            return new Narrowing(facet, "");
        }
        String value = flat(fields.text(SearchRequest.LONGEST_VALUE, "value"));
        if (value.isEmpty()) {
            throw new BadLineException("value is empty");
        }
        return new Narrowing(facet, value);
    }

    private static @Nullable String day(Fields fields, String name) {
        String text = fields.nullableText(20, name);
        if (text == null) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            // Refuses what lies too far off to be counted.
            SearchRequest.of("").between(day, null);
            return day.toString();
        } catch (DateTimeException | ProblemException _) {
            throw new BadLineException("\"" + Said.of(text) + "\" is not a day to search by");
        }
    }

    /// As the pages refuse it; the passage itself is not repeated.
    private static void requireNobody(String field, String text) {
        if (Identifiers.certain(text) != null) {
            throw new BadLineException(field + " holds what identifies a patient");
        }
    }

    private static String flat(String text) {
        return text.replaceAll("[\\s\\p{Z}\\p{Cntrl}]+", " ").strip();
    }

    private @Nullable String reference(@Nullable String id) {
        return id == null ? null : key.apply(id);
    }
}
