package rounds.web.glossary;

import org.jspecify.annotations.Nullable;

import rounds.glossary.Term;
import rounds.glossary.TermWords;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.web.page.Filled;
import rounds.web.page.Form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The fields of the forms about terms.
final class TermForm {

    /// @throws ProblemException invalid on `review-on`, for what is no day
    static TermWords words(Form form) {
        return new TermWords(
                form.line("name"),
                form.line("expansion"),
                form.text("meaning"),
                form.line("language"),
                form.line("counterpart"),
                Arrays.asList(form.line("spellings").split("[,;\n]", -1)),
                day(form.line("review-on")));
    }

    private static @Nullable LocalDate day(String entered) {
        if (entered.isEmpty()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(entered);
            if (day.getYear() >= 2000 && day.getYear() <= 2200) {
                return day;
            }
        } catch (DateTimeException _) {
            // Refused like a day that is too far off.
        }
        throw ProblemException.invalid("review-on", "library.review.unusable");
    }

    /// The revision that was edited; absent where the form names none.
    static @Nullable Integer revision(Form form) {
        String given = form.line("revision");
        return given.matches("\\d{1,9}") ? Integer.valueOf(given) : null;
    }

    static Filled filled(Term term) {
        Map<String, String> fields = new LinkedHashMap<>();
        LocalDate on = term.reviewOn();
        fields.put("name", term.name());
        fields.put("expansion", term.expansion());
        fields.put("meaning", term.source());
        fields.put("language", term.language());
        fields.put("counterpart", term.counterpart());
        fields.put("spellings", String.join(", ", term.spellings()));
        fields.put("review-on", on == null ? "" : on.toString());
        fields.put("revision", String.valueOf(term.revision()));
        return Filled.with(fields);
    }

    /// The form as it was sent, with why it was not taken; also where others were quicker.
    static Filled refused(Form form, String field, ProblemException refused) {
        return refused.problem() instanceof Problem.Conflict conflict
                ? new Filled(form, List.of(new Problem.Field(field, conflict.why())))
                : Filled.refused(form, refused);
    }

    private TermForm() {}
}
