package rounds.platform.markdown;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;

import rounds.support.SharedData;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/// Reads the shared collections.
final class Examples {
    private static final Argument<Map<String, Object>> OBJECT =
            Argument.mapOf(String.class, Object.class);
    private static final JsonMapper JSON = JsonMapper.createDefault();

    private Examples() {}

    static List<Map<String, Object>> array(String name) {
        try {
            return JSON.readValue(
                    Files.readAllBytes(SharedData.require(name)), Argument.listOf(OBJECT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Map<String, Object>> lines(String name) {
        try {
            return Files.readAllLines(SharedData.require(name)).stream()
                    .map(Examples::object)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> object(String line) {
        try {
            return JSON.readValue(line, OBJECT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Map<String, Object> example, String name) {
        return String.valueOf(example.get(name));
    }
}
