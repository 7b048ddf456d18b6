package rounds.web.page;

import io.pebbletemplates.pebble.extension.escaper.SafeString;

import org.unbescape.html.HtmlEscape;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One message, cut at its slots (`{0}`, `{1}` …) and escaped when the theme is loaded, so that
/// showing it is cheap.
///
/// @param texts what stands before, between and after the slots
/// @param escaped the same for HTML
/// @param slots the number of the argument for each gap
record Phrase(List<String> texts, List<String> escaped, List<Integer> slots, SafeString whole) {
    private static final Pattern SLOT = Pattern.compile("\\{(\\d)}");

    static Phrase of(String message) {
        var texts = new ArrayList<String>();
        var slots = new ArrayList<Integer>();
        Matcher slot = SLOT.matcher(message);
        int from = 0;
        while (slot.find()) {
            texts.add(message.substring(from, slot.start()));
            slots.add(Integer.valueOf(slot.group(1)));
            from = slot.end();
        }
        texts.add(message.substring(from));
        List<String> escaped = texts.stream().map(HtmlEscape::escapeHtml4Xml).toList();
        return new Phrase(
                List.copyOf(texts),
                escaped,
                List.copyOf(slots),
                new SafeString(escaped.getFirst()));
    }

    String text(List<?> arguments, Function<Object, String> shown) {
        return slots.isEmpty() ? texts.getFirst() : fill(texts, arguments, shown);
    }

    SafeString html(List<?> arguments, Function<Object, String> shown) {
        return slots.isEmpty() ? whole : new SafeString(fill(escaped, arguments, shown));
    }

    private String fill(List<String> around, List<?> arguments, Function<Object, String> shown) {
        var filled = new StringBuilder(around.getFirst());
        for (int gap = 0; gap < slots.size(); gap++) {
            int slot = slots.get(gap);
            String word = slot < arguments.size() ? shown.apply(arguments.get(slot)) : "";
            filled.append(within(around.get(gap), word)).append(around.get(gap + 1));
        }
        return filled.toString();
    }

    /// Marks of quotation inside of such marks are the other ones.
    private static String within(String before, String word) {
        if (before.endsWith("“")) {
            return word.replace('“', '‘').replace('”', '’');
        }
        return before.endsWith("«\u00a0")
                ? word.replaceAll("«[\u00a0\u202f ]?", "“").replaceAll("[\u00a0\u202f ]?»", "”")
                : word;
    }
}
