package rounds.cases;

import rounds.platform.phi.Widening;

import java.util.List;

/// A passage of a story that could tell who the patient is.
///
/// @param field where it stands: a part, or one of the facts, as the API names them
/// @param kind of identifier
/// @param start where the passage begins in the field, in `char`s
/// @param before the words before it, on the same line
/// @param after the words behind it
/// @param certain never to be published; otherwise to be changed, or confirmed with a reason
/// @param widenings what may stand in its place, the best first; none where words of its own are
///   better
public record Doubt(
        String field,
        String kind,
        String passage,
        int start,
        String before,
        String after,
        boolean certain,
        List<Widening> widenings) {

    boolean isOf(String inField, String itsPassage) {
        return field.equals(inField) && passage.equals(itsPassage);
    }
}
