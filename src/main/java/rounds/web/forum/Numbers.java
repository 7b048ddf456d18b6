package rounds.web.forum;

import rounds.kernel.ProblemException;

/// Numbers that our own forms carry.
final class Numbers {

    /// @throws ProblemException invalid, for a form that is not ours
    static int of(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException _) {
            throw ProblemException.invalid("form", "form.malformed");
        }
    }

    private Numbers() {}
}
