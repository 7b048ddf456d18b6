package rounds.cases;

/// Why a passage names nobody about which the identifier check asks.
///
/// @param field where the passage stands
/// @param reason at most 500 characters
public record Confirmation(String field, String passage, String reason) {}
