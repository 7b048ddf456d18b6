package rounds.web.glossary;

import rounds.glossary.Term;

import java.util.List;
import java.util.Locale;

/// What stands under one letter.
///
/// @param code small and without an accent, or [Term#OTHERS]
public record Letter(String code, List<Entry> entries) {

    /// As it stands above them.
    public String sign() {
        return code.equals(Term.OTHERS) ? "0–9" : code.toUpperCase(Locale.ROOT);
    }
}
