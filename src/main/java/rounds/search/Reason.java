package rounds.search;

/// A part of why a hit stands where it does.
///
/// @param what the word or phrase that it holds; empty: that words stand close together or are its
///   whole title
/// @param share of all that speaks for it, in percent
/// @param title whether the title holds it
/// @param texts how many texts that the viewer may read hold it; 0 where it is no single word
public record Reason(String what, int share, boolean title, int texts) {}
