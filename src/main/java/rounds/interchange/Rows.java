package rounds.interchange;

import io.micronaut.json.JsonMapper;

import jakarta.inject.Singleton;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// Rows as the one JSON value in which a statement takes them.
@Singleton
class Rows {
    private final JsonMapper mapper;

    Rows(JsonMapper mapper) {
        this.mapper = mapper;
    }

    String json(List<?> rows) {
        try {
            return mapper.writeValueAsString(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
