package rounds.support;

/// One sample of a page: the template and a record it shows.
public record Sample(String template, Object page) {}
