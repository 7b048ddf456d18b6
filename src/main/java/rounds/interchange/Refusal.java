package rounds.interchange;

/// A line that was not taken.
///
/// @param waits for something that may come later in the file
public record Refusal(int line, String reason, boolean waits) {}
