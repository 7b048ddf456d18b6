package rounds.identity;

/// Whose address a link confirms, so that she sees whether it is really hers.
public record Confirmation(String name, String handle, String email) {}
