package rounds.cases;

/// Somebody who took part in a case, and how the others worked with her.
///
/// @param who a role or a profession, never a name: one line of at most 200 characters
public record Participant(String who, Way how) {}
