package rounds.platform.phi;

import java.util.List;

/// What the check finds in a text, as words a test can read: `NAME Jean Tremblay`.
final class Found {
    private Found() {}

    static List<String> in(String text) {
        return Identifiers.in(text).stream()
                .map(finding ->
                        finding.kind() + " " + text.substring(finding.start(), finding.end()))
                .toList();
    }

    /// Of one kind only.
    static List<String> of(Kind kind, String text) {
        return Identifiers.in(text).stream()
                .filter(finding -> finding.kind() == kind)
                .map(finding -> text.substring(finding.start(), finding.end()))
                .toList();
    }

    static Certainty certainty(Kind kind, String text) {
        return one(kind, text).certainty();
    }

    static Suggestion suggestion(Kind kind, String text) {
        return one(kind, text).suggestion();
    }

    private static Finding one(Kind kind, String text) {
        return Identifiers.in(text).stream()
                .filter(finding -> finding.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " in: " + text));
    }
}
