package rounds.platform.phi;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Given names of many peoples, from the lists of the library Datafaker. Read once, when first
/// asked for.
final class GivenNames {
    private static final List<String> LISTS =
            List.of(
                    "en/name", "fr", "de", "de-CH", "de-AT", "es", "es-MX", "it", "pt", "pt-BR",
                    "nl", "sv", "nb-NO", "da-DK", "fi-FI", "is", "pl", "cs", "cs-CZ", "sk", "hu",
                    "hr", "sl", "sr", "ro", "ro-MD", "et", "lv", "lt", "bg", "el-GR", "sq", "tr",
                    "en-IN", "en-PAK", "en-NG", "en-ZA", "en-SG", "en-UG", "en-AU", "en-NZ", "id",
                    "vi", "ca-CAT", "ca", "hy", "ka", "fa", "ar", "ja", "ko", "zh-CN", "ru", "uk",
                    "be", "he", "th", "fr-CA", "en-GB", "en-CA", "fr-CH");
    private static final Set<String> NAMES = read();

    private GivenNames() {}

    static boolean has(String word) {
        String name = word.toLowerCase(Locale.ROOT);
        int hyphen = name.indexOf('-');
        return NAMES.contains(name)
                || hyphen > 0
                        && NAMES.contains(name.substring(0, hyphen))
                        && NAMES.contains(name.substring(hyphen + 1));
    }

    private static Set<String> read() {
        var names = new HashSet<String>();
        for (String list : LISTS) {
            try (InputStream in = GivenNames.class.getResourceAsStream("/" + list + ".yml")) {
                if (in != null) {
                    var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
                    take(in(in(yaml.load(in), null), "faker"), names);
                }
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        return names;
    }

    /// The part under that name; under any, where there is but one.
    private static Object in(Object part, @org.jspecify.annotations.Nullable String name) {
        if (part instanceof Map<?, ?> map && !map.isEmpty()) {
            Object below = name == null ? map.values().iterator().next() : map.get(name);
            return below == null ? Map.of() : below;
        }
        return Map.of();
    }

    private static void take(Object faker, Set<String> names) {
        collect("", in(faker, "name"), names);
    }

    private static void collect(String path, Object part, Set<String> names) {
        if (part instanceof Map<?, ?> map) {
            map.forEach((key, value) -> collect(path + "." + key, value, names));
        } else if (part instanceof List<?> list
                && (path.contains("first") || path.contains("male"))
                && !path.contains("last")) {
            for (Object name : list) {
                String text = String.valueOf(name);
                if (text.length() > 2 && !text.contains("#{")) {
                    names.add(text.toLowerCase(Locale.ROOT));
                }
            }
        }
    }
}
