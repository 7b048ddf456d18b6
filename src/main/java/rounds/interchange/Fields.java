package rounds.interchange;

import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;

import rounds.platform.markdown.Markdown;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The fields of one line, each taken by its name or an older name for the same thing, typed and
/// within bounds.
final class Fields {
    private static final int LONGEST_ID = 200;

    private final JsonNode object;
    private final Instant now;

    Fields(JsonNode object, Instant now) {
        this.object = object;
        this.now = now;
    }

    /// An id: a word or a whole number.
    String id(String... names) {
        String id = optionalId(names);
        if (id == null) {
            throw missing(names);
        }
        return id;
    }

    @Nullable String optionalId(String... names) {
        JsonNode node = find(names);
        if (node == null) {
            return null;
        }
        String id = node.isNumber() ? node.coerceStringValue() : string(names[0], node);
        if (id.isBlank() || id.length() > LONGEST_ID) {
            throw new BadLineException(names[0] + " must have 1 to " + LONGEST_ID + " characters");
        }
        return id;
    }

    /// Words that must be there.
    String text(int longest, String... names) {
        JsonNode node = find(names);
        if (node == null) {
            throw missing(names);
        }
        String text = bounded(names[0], string(names[0], node), longest);
        if (text.isBlank()) {
            throw new BadLineException(names[0] + " is empty");
        }
        return text;
    }

    /// Words, or none.
    String optionalText(int longest, String... names) {
        JsonNode node = find(names);
        return node == null ? "" : bounded(names[0], string(names[0], node), longest);
    }

    @Nullable String nullableText(int longest, String... names) {
        String text = optionalText(longest, names);
        return text.isBlank() ? null : text;
    }

    /// One of these words, or null where it is absent.
    @Nullable String oneOf(Set<String> words, String name) {
        String word = nullableText(30, name);
        if (word != null && !words.contains(word)) {
            throw new BadLineException("the " + name + " \"" + Said.of(word) + "\" is unknown");
        }
        return word;
    }

    String oneOf(Set<String> words, String otherwise, String name) {
        String word = oneOf(words, name);
        return word == null ? otherwise : word;
    }

    List<String> list(int most, int longest, String... names) {
        JsonNode node = find(names);
        if (node == null) {
            return List.of();
        }
        if (!node.isArray()) {
            throw new BadLineException(names[0] + " is not a list");
        }
        List<String> items = new ArrayList<>();
        for (JsonNode item : node.values()) {
            items.add(bounded(names[0], string(names[0], item), longest));
        }
        if (items.size() > most) {
            throw new BadLineException(names[0] + " has more than " + most + " entries");
        }
        return items;
    }

    /// Objects, each with fields of its own; absent: none.
    List<Fields> objects(int most, String name) {
        List<Fields> objects = new ArrayList<>();
        for (JsonNode item : items(most, name)) {
            if (!item.isObject()) {
                throw new BadLineException(name + " has what is no object");
            }
            objects.add(new Fields(item, now));
        }
        return objects;
    }

    /// Whole numbers; absent: none.
    List<Integer> numbers(int most, int smallest, int largest, String name) {
        List<Integer> numbers = new ArrayList<>();
        for (JsonNode item : items(most, name)) {
            numbers.add(number(item, smallest, largest, name));
        }
        return numbers;
    }

    private List<JsonNode> items(int most, String name) {
        JsonNode node = find(name);
        if (node == null) {
            return List.of();
        }
        if (!node.isArray()) {
            throw new BadLineException(name + " is not a list");
        }
        List<JsonNode> items = new ArrayList<>();
        node.values().forEach(items::add);
        if (items.size() > most) {
            throw new BadLineException(name + " has more than " + most + " entries");
        }
        return items;
    }

    /// A whole number; absent: the smallest.
    int number(int smallest, int largest, String name) {
        JsonNode node = find(name);
        return node == null ? smallest : number(node, smallest, largest, name);
    }

    private static int number(JsonNode node, int smallest, int largest, String name) {
        if (!node.isNumber()
                || node.getDoubleValue() != Math.rint(node.getDoubleValue())
                || node.getDoubleValue() < smallest
                || node.getDoubleValue() > largest) {
            throw new BadLineException(
                    name + " is not a whole number from " + smallest + " to " + largest);
        }
        return node.getIntValue();
    }

    boolean flag(boolean otherwise, String name) {
        Boolean value = optionalFlag(name);
        return value == null ? otherwise : value;
    }

    @Nullable Boolean optionalFlag(String name) {
        JsonNode node = find(name);
        if (node == null) {
            return null;
        }
        if (!node.isBoolean()) {
            throw new BadLineException(name + " is neither true nor false");
        }
        return node.getBooleanValue();
    }

    @Nullable Instant time(String name) {
        JsonNode node = find(name);
        return node == null ? null : time(name, node);
    }

    Instant time(String name, Instant otherwise) {
        Instant time = time(name);
        return time == null ? otherwise : time;
    }

    /// A day as `2026-03-01`, also where it is told as days from now.
    @Nullable String day(String name) {
        String text = nullableText(20, name);
        return text == null ? null : Times.day(text, now).toString();
    }

    /// The object of that name, with fields of its own.
    @Nullable Fields object(String name) {
        JsonNode node = find(name);
        if (node == null) {
            return null;
        }
        if (!node.isObject()) {
            throw new BadLineException(name + " is no object");
        }
        return new Fields(node, now);
    }

    /// A time, or true for one that nobody remembers.
    @Nullable Instant timeOrFlag(String name, Instant whenTrue) {
        JsonNode node = find(name);
        if (node != null && node.isBoolean()) {
            return node.getBooleanValue() ? whenTrue : null;
        }
        return node == null ? null : time(name, node);
    }

    private Instant time(String name, JsonNode node) {
        return node.isNumber() ? Times.of(node.getLongValue()) : Times.of(string(name, node), now);
    }

    private @Nullable JsonNode find(String... names) {
        for (String name : names) {
            JsonNode node = object.get(name);
            if (node != null && !node.isNull()) {
                return node;
            }
        }
        return null;
    }

    private static String string(String name, JsonNode node) {
        if (!node.isString()) {
            throw new BadLineException(name + " is not text");
        }
        return Markdown.tidy(node.getStringValue());
    }

    private static String bounded(String name, String text, int longest) {
        if (text.codePointCount(0, text.length()) > longest) {
            throw new BadLineException(name + " is longer than " + longest + " characters");
        }
        return text;
    }

    private static BadLineException missing(String... names) {
        return new BadLineException(names[0] + " is missing");
    }
}
