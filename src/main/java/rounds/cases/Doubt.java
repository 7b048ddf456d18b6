package rounds.cases;

import rounds.platform.phi.Kind;
import rounds.platform.phi.Passage;

/// A passage of a story that could tell who the patient is.
///
/// @param field where it stands: a part, or one of the facts, as the API names them
public record Doubt(String field, Passage found) {

    public String passage() {
        return found.text();
    }

    /// Never to be published; otherwise to be changed, or confirmed with a reason.
    public boolean certain() {
        return found.certain();
    }

    /// Whether the other speaks of these words already.
    boolean isWithin(Doubt other) {
        int start = found.start();
        int its = other.found.start();
        return field.equals(other.field)
                && its < start + passage().length()
                && start < its + other.passage().length();
    }

    /// Whether it is a place after which a community is called: its readers know that already.
    boolean isIn(String communityName) {
        return found.kind() == Kind.ADDRESS
                && (" " + communityName + " ").contains(" " + passage() + " ");
    }

    boolean isOf(String inField, String itsPassage) {
        return field.equals(inField) && passage().equals(itsPassage);
    }
}
