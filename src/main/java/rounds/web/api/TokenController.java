package rounds.web.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;

import org.jspecify.annotations.Nullable;

import rounds.identity.AccessTokens;
import rounds.identity.Grant;
import rounds.identity.Sessions;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.web.identity.Origins;

/// How a program signs in: an access token for five minutes, and a refresh token for the next.
@Controller("/api/v1/tokens")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class TokenController {
    private final Sessions sessions;
    private final Origins origins;

    TokenController(Sessions sessions, Origins origins) {
        this.sessions = sessions;
        this.origins = origins;
    }

    /// @param login handle or e-mail address
    @Serdeable
    @JsonIgnoreProperties(ignoreUnknown = false)
    record SignIn(@Nullable String login, @Nullable String password) {
        @Override
        public String toString() {
            return "SignIn";
        }
    }

    @Serdeable
    @JsonIgnoreProperties(ignoreUnknown = false)
    record Refresh(@Nullable String refreshToken) {
        @Override
        public String toString() {
            return "Refresh";
        }
    }

    /// @param expiresIn seconds for which the access token is good
    @Serdeable
    record Tokens(String accessToken, String refreshToken, long expiresIn) {
        static Tokens of(Grant grant) {
            return new Tokens(
                    grant.accessToken(), grant.refreshToken(), AccessTokens.LIFE.toSeconds());
        }

        @Override
        public String toString() {
            return "Tokens";
        }
    }

    @Post
    @Status(HttpStatus.CREATED)
    Tokens signIn(@Body SignIn entered, HttpRequest<?> request) {
        return Tokens.of(
                sessions.signIn(
                        given("login", entered.login()),
                        given("password", entered.password()),
                        origins.of(request, "en")));
    }

    @Post("/refresh")
    @Status(HttpStatus.CREATED)
    Tokens refresh(@Body Refresh entered) {
        return Tokens.of(
                sessions.renew(given("refreshToken", entered.refreshToken()))
                        .orElseThrow(() -> new ProblemException(new Problem.SessionEnded())));
    }

    @Delete
    HttpResponse<?> signOut(Viewer viewer) {
        sessions.signOut(viewer.signedIn());
        return HttpResponse.noContent();
    }

    private static String given(String field, @Nullable String value) {
        if (value == null) {
            throw ProblemException.invalid(field, "api.missing");
        }
        return value;
    }
}
