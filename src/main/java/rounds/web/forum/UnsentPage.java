package rounds.web.forum;

/// What somebody sent to where nothing is, or nothing for her to read: her words are given back.
public record UnsentPage(String words) {}
