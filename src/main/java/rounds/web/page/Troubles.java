package rounds.web.page;

import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.BufferLengthExceededException;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.http.exceptions.MessageBodyException;
import io.micronaut.json.JsonSyntaxException;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.TooLongHttpLineException;

import jakarta.validation.ConstraintViolationException;

import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.platform.database.OverloadedException;

import java.io.IOException;
import java.net.URISyntaxException;

/// What each exception means to the person who caused it.
final class Troubles {
    private static final long COME_AGAIN_SECONDS = 2;

    private Troubles() {}

    /// The same for a program, which is told what of its request could not be read.
    static Trouble ofProgram(Throwable thrown) {
        Trouble trouble = of(thrown);
        if (trouble.status() != HttpStatus.BAD_REQUEST || !trouble.fields().isEmpty()) {
            return trouble;
        }
        return switch (thrown) {
            case ConversionErrorException unread
                    when !unread.getArgument().getName().equals("body") ->
                    Trouble.unread(unread.getArgument().getName());
            case ConversionErrorException _, JsonSyntaxException _, MessageBodyException _ ->
                    trouble.because("api.json");
            default -> trouble;
        };
    }

    static Trouble of(Throwable thrown) {
        return switch (thrown) {
            case ProblemException expected -> Trouble.of(expected.problem());
            case OverloadedException _ -> Trouble.busy(COME_AGAIN_SECONDS);
            case AuthorizationException refused ->
                    refused.isForbidden()
                            ? Trouble.of(HttpStatus.FORBIDDEN)
                            : Trouble.of(new Problem.SignInFirst());
            case ContentLengthExceededException _, BufferLengthExceededException _ ->
                    Trouble.of(HttpStatus.REQUEST_ENTITY_TOO_LARGE);
            case TooLongHttpLineException _ -> Trouble.of(HttpStatus.REQUEST_URI_TOO_LONG);
            case TooLongFrameException _ -> Trouble.of(HttpStatus.REQUEST_ENTITY_TOO_LARGE);
            // So it comes to who reads a body as a stream.
            case IOException unread
                    when unread.getCause() instanceof ContentLengthExceededException ->
                    Trouble.of(HttpStatus.REQUEST_ENTITY_TOO_LARGE);
            case HttpStatusException known when known.getStatus().getCode() < 500 ->
                    Trouble.of(known.getStatus());
            case ConversionErrorException unread
                    when unread.getCause() instanceof ProblemException expected ->
                    Trouble.of(expected.problem());
            case Throwable thrownBelow when Misfit.of(thrownBelow) instanceof String field ->
                    Trouble.unread(field);
            case ConversionErrorException _,
                    UnsatisfiedRouteException _,
                    JsonSyntaxException _,
                    MessageBodyException _,
                    URISyntaxException _,
                    ConstraintViolationException _ ->
                    Trouble.of(HttpStatus.BAD_REQUEST);
            case Throwable thrownBelow when Unkeepable.isCauseOf(thrownBelow) ->
                    Trouble.of(HttpStatus.BAD_REQUEST);
            case Throwable thrownBelow when Unreachable.isCauseOf(thrownBelow) ->
                    Trouble.busy(COME_AGAIN_SECONDS);
            default -> Trouble.unexpected(RandomText.next().substring(0, 8));
        };
    }
}
