package rounds.platform.database;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ProblemException;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/// Where the next page of a list begins: the sort key of the last row shown, as one opaque word
/// that may stand in an address. Lists go on after a key, never at an offset.
public record Cursor(List<String> parts) {
    private static final char SEPARATOR = '\u001f';
    private static final int LONGEST = 1_000;
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    public Cursor {
        parts = List.copyOf(parts);
    }

    /// The cursor after the row with this key, as text.
    public static String after(Object... key) {
        String joined =
                Arrays.stream(key)
                        .map(Object::toString)
                        .collect(Collectors.joining(String.valueOf(SEPARATOR)));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(joined.getBytes(StandardCharsets.UTF_8));
    }

    /// Reads a cursor of so many parts; null for none, where the list begins.
    ///
    /// @throws ProblemException for text that we did not make
    public static @Nullable Cursor parse(@Nullable String text, int parts) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        var cursor = new Cursor(List.of(decoded(text).split(String.valueOf(SEPARATOR), -1)));
        if (cursor.parts.size() != parts) {
            throw broken();
        }
        return cursor;
    }

    public String text(int part) {
        return parts.get(part);
    }

    public long number(int part) {
        try {
            return Long.parseLong(text(part));
        } catch (NumberFormatException _) {
            throw broken();
        }
    }

    public Instant instant(int part) {
        try {
            Instant at = Instant.parse(text(part));
            // Far outside, the database knows no time.
            if (at.isBefore(Instant.EPOCH) || at.isAfter(LATEST)) {
                throw broken();
            }
            return at;
        } catch (DateTimeException _) {
            throw broken();
        }
    }

    private static String decoded(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text.length() > LONGEST ? "" : text);
            String decoded =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            if (decoded.isEmpty() || decoded.indexOf('\0') >= 0) {
                throw broken();
            }
            return decoded;
        } catch (IllegalArgumentException | CharacterCodingException _) {
            throw broken();
        }
    }

    private static ProblemException broken() {
        return ProblemException.invalid("after", "list.broken-cursor");
    }
}
