package rounds.forum;

/// Somebody, or all who hold a role, whom a post can name where it is being written.
///
/// @param handle what is written behind the `@`
/// @param here whether she has taken part in the discussion
/// @param role whether it is a role
public record Candidate(
        String handle, String name, String profession, boolean here, boolean role) {}
