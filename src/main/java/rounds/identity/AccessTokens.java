package rounds.identity;

import io.micronaut.security.token.generator.TokenGenerator;

import jakarta.inject.Singleton;

import rounds.kernel.Viewer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// Short-lived signed tokens (JWT): who asks, in which session, and at which version of the
/// account. The database checks session and version again in every transaction, so that nothing
/// outlives a sign-out.
@Singleton
public class AccessTokens {
    public static final Duration LIFE = Duration.ofSeconds(300);

    /// Whose tokens these are, and for whom: `micronaut.security.token.jwt.claims-validators` asks
    /// for the same.
    static final String SITE = "rounds";

    private final TokenGenerator generator;
    private final Clock clock;

    AccessTokens(TokenGenerator generator, Clock clock) {
        this.generator = generator;
        this.clock = clock;
    }

    public String of(Viewer.SignedIn viewer) {
        Instant now = clock.instant();
        return generator
                .generateToken(
                        Map.of(
                                "iss", SITE,
                                "aud", SITE,
                                "sub", String.valueOf(viewer.personId()),
                                "sid", String.valueOf(viewer.sessionId()),
                                "ver", viewer.authVersion(),
                                "iat", now.getEpochSecond(),
                                "exp", now.plus(LIFE).getEpochSecond()))
                .orElseThrow();
    }
}
