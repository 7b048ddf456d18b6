package rounds.web.page;

import io.pebbletemplates.pebble.extension.escaper.SafeString;

import org.jspecify.annotations.Nullable;
import org.unbescape.html.HtmlEscape;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/// The sentences of the interface, by language and key. A theme's file overrides single keys of the
/// default theme's; a key that French lacks is shown in English.
public final class Messages {
    private final Map<Language, Map<String, Phrase>> phrases = new EnumMap<>(Language.class);

    Messages(ThemeFiles files) {
        for (Language language : Language.values()) {
            String path = "messages/" + language.code() + ".properties";
            var own = new HashMap<String, Phrase>();
            add(own, files.readDefault(path));
            add(own, files.read(path));
            phrases.put(language, own);
        }
        Map<String, Phrase> french = Objects.requireNonNull(phrases.get(Language.FR));
        Objects.requireNonNull(phrases.get(Language.EN)).forEach(french::putIfAbsent);
    }

    boolean has(String key) {
        return Objects.requireNonNull(phrases.get(Language.EN)).containsKey(key);
    }

    /// The sentence of that key, as plain text. A key that exists only as `key.one` and `key.other`
    /// is chosen by its first argument, a number (`key.none` is taken for zero where it exists). A
    /// key with a blank is a sentence already and comes back as it is.
    ///
    /// @throws IllegalArgumentException for a key that no bundle has
    public String text(Language language, String key, List<?> arguments) {
        Phrase phrase = find(language, key, arguments);
        return phrase == null ? key : phrase.text(arguments, value -> shown(language, value));
    }

    /// The same for HTML: arguments are escaped, except those that are HTML already.
    SafeString html(Language language, String key, List<?> arguments) {
        Phrase phrase = find(language, key, arguments);
        return phrase == null
                ? new SafeString(HtmlEscape.escapeHtml4Xml(key))
                : phrase.html(arguments, value -> escaped(language, value));
    }

    private @Nullable Phrase find(Language language, String key, List<?> arguments) {
        Map<String, Phrase> own = Objects.requireNonNull(phrases.get(language));
        Phrase phrase = own.get(key);
        if (phrase == null
                && !arguments.isEmpty()
                && arguments.getFirst() instanceof Number count) {
            phrase = counted(language, own, key, count.longValue());
        }
        if (phrase == null && key.indexOf(' ') < 0) {
            throw new IllegalArgumentException("No message has the key " + key);
        }
        return phrase;
    }

    private static @Nullable Phrase counted(
            Language language, Map<String, Phrase> own, String key, long count) {
        Phrase none = count == 0 ? own.get(key + ".none") : null;
        if (none != null) {
            return none;
        }
        return own.get(key + (language.singular(count) ? ".one" : ".other"));
    }

    private static String escaped(Language language, Object value) {
        return value instanceof SafeString html
                ? html.toString()
                : HtmlEscape.escapeHtml4Xml(shown(language, value));
    }

    private static String shown(Language language, Object value) {
        return switch (value) {
            case Integer number when number < 1000 && number > -1000 -> number.toString();
            case Long number when number < 1000 && number > -1000 -> number.toString();
            case Number number -> NumberFormat.getInstance(language.locale()).format(number);
            default -> value.toString();
        };
    }

    private static void add(Map<String, Phrase> phrases, byte @Nullable [] file) {
        if (file == null) {
            return;
        }
        var properties = new Properties();
        try {
            properties.load(new StringReader(new String(file, StandardCharsets.UTF_8)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        properties.forEach((key, text) -> phrases.put((String) key, Phrase.of((String) text)));
    }
}
