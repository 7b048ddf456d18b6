package rounds.web.page;

import io.micronaut.http.HttpStatus;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Problem;

import java.util.List;

/// What went wrong, as a page or an API answer says it.
///
/// @param key what the page's messages begin with: `trouble.404`
/// @param why the message or sentence that says more, or null
/// @param fields what was refused of what was entered
/// @param retryAfter seconds to wait, or 0
/// @param id under which the server's log tells more, or null
/// @param door the page where it can be asked for, or null
/// @param asked what could tell who a patient is, where that is asked about; or null
public record Trouble(
        HttpStatus status,
        String key,
        @Nullable String why,
        List<Problem.Field> fields,
        long retryAfter,
        @Nullable String id,
        @Nullable String door,
        Problem.@Nullable Identifying asked) {

    private static final String SESSION_ENDED = "trouble.session-ended";

    private Trouble(
            HttpStatus status,
            String key,
            @Nullable String why,
            List<Problem.Field> fields,
            long retryAfter,
            @Nullable String id) {
        this(status, key, why, fields, retryAfter, id, null, null);
    }

    static Trouble of(HttpStatus status) {
        return new Trouble(status, key(status), null, List.of(), 0, null);
    }

    static Trouble of(Problem problem) {
        return switch (problem) {
            case Problem.NotFound _ -> of(HttpStatus.NOT_FOUND);
            case Problem.Forbidden forbidden ->
                    of(HttpStatus.FORBIDDEN).because(forbidden.why()).behind(forbidden.door());
            case Problem.Invalid invalid ->
                    new Trouble(
                            HttpStatus.UNPROCESSABLE_ENTITY,
                            key(HttpStatus.UNPROCESSABLE_ENTITY),
                            null,
                            invalid.fields(),
                            0,
                            null);
            case Problem.Identifying identifying -> asking(identifying);
            case Problem.Conflict conflict -> of(HttpStatus.CONFLICT).because(conflict.why());
            case Problem.Stale _ -> of(HttpStatus.PRECONDITION_FAILED);
            case Problem.TooMany tooMany ->
                    new Trouble(
                            HttpStatus.TOO_MANY_REQUESTS,
                            key(HttpStatus.TOO_MANY_REQUESTS),
                            null,
                            List.of(),
                            Math.max(1, tooMany.retryAfterSeconds()),
                            null);
            case Problem.SignInFirst _ -> of(HttpStatus.UNAUTHORIZED);
            case Problem.SessionEnded _ -> of(HttpStatus.UNAUTHORIZED).because(SESSION_ENDED);
        };
    }

    private static Trouble asking(Problem.Identifying asked) {
        boolean certain = asked.passages().stream().anyMatch(Problem.Passage::certain);
        String why = certain ? "api.identifiers.never" : "api.identifiers.many";
        return new Trouble(
                HttpStatus.UNPROCESSABLE_ENTITY,
                key(HttpStatus.UNPROCESSABLE_ENTITY),
                asked.confirmation().isEmpty() ? why : "api.identifiers.ask",
                asked.passages().stream().map(Trouble::doubted).toList(),
                0,
                null,
                null,
                asked);
    }

    private static Problem.Field doubted(Problem.Passage passage) {
        return new Problem.Field(
                passage.field(),
                passage.certain() ? "identifiers.certain" : "cases.identifier.typed",
                passage.text());
    }

    /// What a program sent cannot be read, because this field is not of its type.
    static Trouble unread(String field) {
        return new Trouble(
                HttpStatus.BAD_REQUEST,
                key(HttpStatus.BAD_REQUEST),
                null,
                List.of(new Problem.Field(field, "api.type")),
                0,
                null);
    }

    static Trouble unexpected(String id) {
        return new Trouble(HttpStatus.INTERNAL_SERVER_ERROR, "trouble.500", null, List.of(), 0, id);
    }

    /// Too much at once: the same again in some seconds.
    static Trouble busy(long seconds) {
        return new Trouble(
                HttpStatus.SERVICE_UNAVAILABLE, "trouble.503", null, List.of(), seconds, null);
    }

    boolean sessionEnded() {
        return SESSION_ENDED.equals(why);
    }

    /// Whether the database should not be asked for the frame of the page.
    boolean readsNothing() {
        return sessionEnded() || status.getCode() >= 500;
    }

    Trouble because(String why) {
        return new Trouble(status, key, why, fields, retryAfter, id);
    }

    private Trouble behind(@Nullable String where) {
        return new Trouble(status, key, why, fields, retryAfter, id, where, asked);
    }

    private static String key(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND,
                    FORBIDDEN,
                    CONFLICT,
                    PRECONDITION_FAILED,
                    UNPROCESSABLE_ENTITY,
                    TOO_MANY_REQUESTS,
                    UNAUTHORIZED ->
                    "trouble." + status.getCode();
            case REQUEST_ENTITY_TOO_LARGE,
                    REQUEST_URI_TOO_LONG,
                    METHOD_NOT_ALLOWED,
                    UNSUPPORTED_MEDIA_TYPE ->
                    "trouble." + status.getCode();
            default -> "trouble.400";
        };
    }
}
