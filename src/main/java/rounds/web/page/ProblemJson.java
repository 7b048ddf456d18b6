package rounds.web.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.serde.annotation.Serdeable;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Problem;

import java.util.List;

/// Trouble as the API says it: problem+json (RFC 9457).
@Singleton
final class ProblemJson {
    static final MediaType TYPE = MediaType.of("application/problem+json");

    private final Theme theme;

    ProblemJson(Theme theme) {
        this.theme = theme;
    }

    MutableHttpResponse<?> write(
            Trouble trouble, HttpRequest<?> request, MutableHttpResponse<?> response) {
        Language language = Language.accepted(request.getHeaders().get("Accept-Language"));
        Messages messages = theme.messages();
        String title = messages.text(language, trouble.key() + ".title", List.of());
        String why = trouble.why();
        String detail = why == null ? null : messages.text(language, why, List.of());
        List<Refused> errors =
                trouble.fields().stream().map(field -> refused(messages, language, field)).toList();
        int status = trouble.status().getCode();
        return response.contentType(TYPE)
                .body(
                        new Body(
                                "about:blank",
                                title,
                                status,
                                detail,
                                errors.isEmpty() ? null : errors,
                                trouble.id()));
    }

    private static Refused refused(Messages messages, Language language, Problem.Field field) {
        return new Refused(field.name(), messages.text(language, field.why(), field.details()));
    }

    /// @param type always `about:blank`: the status says what kind of problem it is
    /// @param id under which the server's log tells more
    @Serdeable
    record Body(
            String type,
            String title,
            int status,
            @Nullable String detail,
            @Nullable List<Refused> errors,
            @Nullable String id) {}

    /// What was refused of what was sent, and why.
    @Serdeable
    record Refused(String field, String message) {}
}
