package rounds.search;

/// A word that nothing holds which the viewer may read, and the one that was looked for instead.
public record Respelt(String typed, String read) {}
