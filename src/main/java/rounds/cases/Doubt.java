package rounds.cases;

/// A passage of a story that could tell who the patient is.
///
/// @param field where it stands: a part, or one of the facts, as the API names them
/// @param kind of identifier
/// @param start where the passage begins in the field, in `char`s
/// @param certain never to be published; otherwise to be changed, or confirmed with a reason
public record Doubt(String field, String kind, String passage, int start, boolean certain) {}
