package rounds.web.page;

import io.netty.handler.codec.http.QueryStringDecoder;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ProblemException;
import rounds.platform.database.Ids;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What somebody entered in one of our forms. Its token was checked before the controller sees it.
/// Line ends are `\n`; nothing else is changed.
///
/// @param fields every value of every field, in the order of the page
public record Form(Map<String, List<String>> fields) {
    public static final Form EMPTY = new Form(Map.of());

    private static final int MOST_FIELDS = 200;

    /// Reads an urlencoded body.
    ///
    /// @throws ProblemException for a body that is none, or with more fields than any form of ours
    static Form parse(byte[] urlencoded) {
        String body = new String(urlencoded, StandardCharsets.UTF_8);
        if (body.chars().filter(character -> character == '&').count() > MOST_FIELDS) {
            throw ProblemException.invalid("form", "form.too-many-fields");
        }
        try {
            return new Form(
                    new QueryStringDecoder(
                                    body, StandardCharsets.UTF_8, false, MOST_FIELDS + 1, true)
                            .parameters());
        } catch (IllegalArgumentException _) {
            throw ProblemException.invalid("form", "form.malformed");
        }
    }

    /// The field's text as it was entered; empty when it is missing.
    ///
    /// @throws ProblemException if it holds the character zero, which nothing of ours can keep
    public String text(String name) {
        List<String> values = fields.get(name);
        return values == null ? "" : clean(name, values.getFirst());
    }

    /// One line: the same without blanks around it.
    public String line(String name) {
        return text(name).strip();
    }

    /// The same, or null when nothing but blanks was entered.
    public @Nullable String optional(String name) {
        String line = line(name);
        return line.isEmpty() ? null : line;
    }

    /// Every value of that field that is not blank.
    public List<String> all(String name) {
        return fields.getOrDefault(name, List.of()).stream()
                .map(value -> clean(name, value).strip())
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /// Whether that box is ticked, or that button was pressed.
    public boolean flag(String name) {
        return fields.containsKey(name);
    }

    /// The id in that field.
    ///
    /// @throws ProblemException not found, for what is no id
    public long id(String name) {
        return Ids.parse(line(name));
    }

    /// The random text by which a form sent twice is known; null when it carries none.
    public @Nullable String submission() {
        return optional("submission");
    }

    /// The same with that field, whatever it held before.
    public Form with(String name, String value) {
        var others = new LinkedHashMap<>(fields);
        others.put(name, List.of(value));
        return new Form(others);
    }

    /// The same with one value more in that field.
    public Form and(String name, String value) {
        var others = new LinkedHashMap<>(fields);
        var values = new ArrayList<>(others.getOrDefault(name, List.of()));
        values.add(value);
        others.put(name, values);
        return new Form(others);
    }

    /// The same without that field.
    public Form without(String name) {
        var others = new LinkedHashMap<>(fields);
        others.remove(name);
        return new Form(others);
    }

    /// The same with what cannot be kept shown as what it is.
    Form withoutZeros() {
        if (fields.values().stream()
                .flatMap(List::stream)
                .noneMatch(value -> value.indexOf('\0') >= 0)) {
            return this;
        }
        var shown = new LinkedHashMap<String, List<String>>();
        fields.forEach((name, values) ->
                shown.put(
                        name,
                        values.stream().map(value -> value.replace('\0', '\uFFFD')).toList()));
        return new Form(shown);
    }

    private static String clean(String name, String value) {
        if (value.indexOf('\0') >= 0) {
            throw ProblemException.invalid(name, "form.zero-character");
        }
        return value.indexOf('\r') < 0 ? value : value.replace("\r\n", "\n").replace('\r', '\n');
    }
}
