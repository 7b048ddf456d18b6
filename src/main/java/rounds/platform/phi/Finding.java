package rounds.platform.phi;

/// One place in a text that could identify a patient.
///
/// @param start where it begins in the text that was given, in `char`s, as [String#substring]
///   counts
/// @param end where it ends, exclusive
public record Finding(int start, int end, Kind kind, Certainty certainty, Suggestion suggestion) {}
