package rounds.cases;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ProblemException;
import rounds.platform.entry.Entry;
import rounds.platform.entry.Wrong;

import java.time.LocalDate;
import java.time.ZoneOffset;

/// By what right a case is told; read by its author and by moderators, and by nobody else.
///
/// @param ofWhom whose consent it is, where it is not the patient's; at most 200 characters
/// @param on when it was given, or decided; null: not said
/// @param reference where it is kept; never what would name the patient; at most 200 characters
public record Authority(Ground ground, String ofWhom, @Nullable LocalDate on, String reference) {
    private static final int LONGEST = 200;

    /// As it is stored.
    ///
    /// @throws ProblemException invalid, with every field that cannot be taken
    Authority checked() {
        var wrong = new Wrong();
        var checked =
                new Authority(
                        ground,
                        wrong.or(this::consenting, ""),
                        wrong.or(this::given, null),
                        wrong.or(() -> Entry.line("reference", reference, LONGEST), ""));
        wrong.refuse();
        return checked;
    }

    private @Nullable LocalDate given() {
        // Wherever its author is, it is not the day after tomorrow.
        if (on != null && on.isAfter(LocalDate.now(ZoneOffset.UTC).plusDays(1))) {
            throw ProblemException.invalid("on", "cases.authority.on.future");
        }
        return on;
    }

    private String consenting() {
        String said = Entry.line("of_whom", ofWhom, LONGEST);
        if (ground == Ground.CONSENT_OTHER && said.isEmpty()) {
            throw ProblemException.invalid("of_whom", "cases.authority.of-whom");
        }
        return said;
    }
}
