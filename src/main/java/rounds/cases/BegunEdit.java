package rounds.cases;

import java.time.Instant;
import java.util.Map;

/// What an author has begun to change in a story that is read, and has not saved.
///
/// @param entered what stands in the fields of the form, by their names
/// @param madeFrom the revision of the story from which it goes on
/// @param revision of these words
public record BegunEdit(Map<String, String> entered, int madeFrom, int revision, Instant savedAt) {}
