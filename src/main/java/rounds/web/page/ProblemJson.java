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
        Problem.Identifying asked = trouble.asked();
        return response.contentType(TYPE)
                .body(
                        new Body(
                                "about:blank",
                                title,
                                status,
                                detail,
                                errors.isEmpty() ? null : errors,
                                trouble.id(),
                                asked == null
                                        ? null
                                        : asked.passages().stream().map(Asked::of).toList(),
                                asked == null || asked.confirmation().isEmpty()
                                        ? null
                                        : asked.confirmation()));
    }

    private static Refused refused(Messages messages, Language language, Problem.Field field) {
        return new Refused(field.name(), messages.text(language, field.why(), field.details()));
    }

    /// @param type always `about:blank`: the status says what kind of problem it is
    /// @param id under which the server's log tells more
    /// @param passages that could tell who a patient is
    /// @param identified what says, sent in the field of that name, that they were looked at and
    ///   tell nothing
    @Serdeable
    record Body(
            String type,
            String title,
            int status,
            @Nullable String detail,
            @Nullable List<Refused> errors,
            @Nullable String id,
            @Nullable List<Asked> passages,
            @Nullable String identified) {}

    /// What was refused of what was sent, and why.
    @Serdeable
    record Refused(String field, String message) {}

    /// @param certain whether it can never be sent
    /// @param instead what may stand in its place, the best first
    @Serdeable
    record Asked(String field, String passage, String kind, boolean certain, List<String> instead) {

        static Asked of(Problem.Passage asked) {
            return new Asked(
                    asked.field(), asked.text(), asked.kind(), asked.certain(), asked.instead());
        }
    }
}
