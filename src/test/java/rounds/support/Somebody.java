package rounds.support;

/// A person of a test who is signed in: with a confirmed address, and the password [Site#PASSWORD].
public record Somebody(
        long id,
        String handle,
        String name,
        String email,
        long session,
        String accessToken,
        String refreshToken) {}
