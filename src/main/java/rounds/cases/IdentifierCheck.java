package rounds.cases;

import rounds.platform.phi.Certainty;
import rounds.platform.phi.Finding;
import rounds.platform.phi.Identifiers;

import java.util.List;
import java.util.Map;

/// Asks the identifier check about everything that a story says. What it finds only possible is no
/// doubt: most of that is harmless, and nobody reads warnings that are.
final class IdentifierCheck {
    /// As much of a passage as is kept beside its confirmation.
    private static final int LONGEST = 500;

    /// @param texts by the names of their fields
    static List<Doubt> of(Map<String, String> texts) {
        return texts.entrySet().stream()
                .flatMap(text ->
                        Identifiers.in(text.getValue()).stream()
                                .filter(finding -> finding.certainty() != Certainty.POSSIBLE)
                                .map(finding -> doubt(text.getKey(), text.getValue(), finding)))
                .toList();
    }

    private static Doubt doubt(String field, String text, Finding finding) {
        int end = Math.min(finding.end(), finding.start() + LONGEST);
        return new Doubt(
                field,
                finding.kind().code(),
                text.substring(finding.start(), end),
                finding.start(),
                finding.certainty() == Certainty.CERTAIN);
    }

    private IdentifierCheck() {}
}
