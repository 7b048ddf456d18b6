package rounds.interchange;

import org.jspecify.annotations.Nullable;

import rounds.glossary.TermWords;
import rounds.kernel.ProblemException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.UnaryOperator;

/// Reads the lines of glossaries.
final class TermParser {
    private final UnaryOperator<String> key;
    private final Instant now;

    TermParser(UnaryOperator<String> key, Instant now) {
        this.key = key;
        this.now = now;
    }

    Line.Term term(Fields fields) {
        Instant created = fields.time("created", now);
        return new Line.Term(
                key.apply(fields.id("id")),
                Common.ownId(fields),
                key.apply(fields.id("community")),
                key.apply(fields.id("author")),
                words(fields),
                "",
                Common.visibility(fields),
                created,
                fields.time("changed", created));
    }

    private static TermWords words(Fields fields) {
        try {
            return new TermWords(
                            fields.text(TermWords.LONGEST_NAME, "name"),
                            fields.optionalText(TermWords.LONGEST_LINE, "expansion"),
                            fields.optionalText(TermWords.LONGEST_MEANING, "meaning"),
                            fields.optionalText(20, "language"),
                            fields.optionalText(TermWords.LONGEST_LINE, "counterpart"),
                            fields.list(
                                    TermWords.MOST_SPELLINGS, TermWords.LONGEST_NAME, "spellings"),
                            day(fields.day("reviewOn")))
                    .checked();
        } catch (ProblemException refused) {
            throw new BadLineException("the term is refused: " + refused.problem());
        }
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
