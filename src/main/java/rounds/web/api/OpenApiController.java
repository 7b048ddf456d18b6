package rounds.web.api;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The API's description in OpenAPI 3.1, written by hand and compared with the routes by a test.
@Controller("/openapi")
@Secured(SecurityRule.IS_ANONYMOUS)
class OpenApiController {
    private static final String DESCRIPTION = read();

    @Get
    @Produces("application/yaml")
    String description() {
        return DESCRIPTION;
    }

    private static String read() {
        try (InputStream file =
                Objects.requireNonNull(
                        OpenApiController.class.getResourceAsStream("/openapi.yaml"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
