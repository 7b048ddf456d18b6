package rounds.web.page;

import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.extension.escaper.SafeString;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Problem;
import rounds.platform.database.Ids;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What our templates know beside Pebble's own filters (themes/README.md lists them for authors).
final class RoundsExtension extends AbstractExtension {
    private final Messages messages;
    private final Dates dates;
    private final Assets assets;
    private final Map<String, SafeString> icons = new ConcurrentHashMap<>();
    private final Map<String, SafeString> pens = new ConcurrentHashMap<>();

    RoundsExtension(Messages messages, Dates dates, Assets assets) {
        this.messages = messages;
        this.dates = dates;
        this.assets = assets;
    }

    @Override
    public Map<String, Filter> getFilters() {
        return Map.ofEntries(
                filter(
                        "t",
                        (reader, key, about) ->
                                messages.html(reader.language(), key.toString(), about)),
                filter("when", (reader, at, _) -> dates.when(reader, (Instant) at)),
                filter("date", (reader, day, _) -> dates.date(reader, (LocalDate) day)),
                filter("day", (reader, at, _) -> dates.day(reader, (Instant) at)),
                filter("since", (reader, at, _) -> dates.since(reader, (Instant) at)),
                filter("month", (reader, month, _) -> Dates.month(reader, month.toString())),
                filter(
                        "spoken",
                        (reader, html, _) ->
                                Spoken.in(html.toString(), reader.language(), messages)),
                filter("beginning", (_, html, _) -> Words.beginning(html.toString())),
                filter("id", (_, id, _) -> new SafeString(Ids.text((Long) id))),
                filter("initials", (_, name, _) -> Initials.of(name.toString())),
                filter("asset", (_, path, _) -> new SafeString(assets.address(path.toString()))),
                filter(
                        "marking",
                        (_, path, words) -> Address.marking(path.toString(), first(words))),
                filter("lang", (_, code, _) -> languageName(code.toString())),
                filter("size", (reader, bytes, _) -> size(reader.language(), (Long) bytes)),
                filter("value", (_, filled, name) -> form(filled).text(first(name))),
                filter(
                        "chosen",
                        (_, filled, is) ->
                                form(filled).all(first(is)).contains(String.valueOf(is.get(1)))),
                filter(
                        "error",
                        (reader, filled, name) ->
                                error(reader.language(), (Filled) filled, first(name))));
    }

    @Override
    public Map<String, Function> getFunctions() {
        return Map.of(
                "icon", function(name -> icons.computeIfAbsent(name, this::icon)),
                "pen", function(name -> pens.computeIfAbsent(name, this::pen)),
                "submission", function(_ -> new SafeString(RandomText.next())));
    }

    private SafeString icon(String name) {
        return new SafeString(
                "<svg class=\"icon\" aria-hidden=\"true\"><use href=\""
                        + symbol(name)
                        + "\"/></svg>");
    }

    private SafeString pen(String name) {
        return new SafeString(
                "<svg class=\"pen\" aria-hidden=\"true\"><use href=\""
                        + symbol("pen-" + name)
                        + "\"/></svg>");
    }

    private String symbol(String name) {
        if (!name.matches("[a-z-]{1,30}")) {
            throw new IllegalArgumentException("Not the name of an icon: " + name);
        }
        return assets.address("icons.svg") + "#" + name;
    }

    /// The language's own name for itself.
    private static String languageName(String code) {
        Locale language = Locale.of(code);
        String name = language.getDisplayLanguage(language);
        return name.isEmpty() ? code : Character.toTitleCase(name.charAt(0)) + name.substring(1);
    }

    /// Of a file, as people say it.
    private SafeString size(Language language, long bytes) {
        long kilobytes = Math.max(1, bytes >> 10);
        return kilobytes < 1_000
                ? messages.html(language, "size.kb", List.of(kilobytes))
                : messages.html(
                        language, "size.mb", List.of(Math.max(1, (bytes + (1 << 19)) >> 20)));
    }

    private @Nullable SafeString error(Language language, Filled filled, String name) {
        Problem.Field problem = filled.problem(name);
        return problem == null ? null : messages.html(language, problem.why(), problem.details());
    }

    private static Form form(Object filled) {
        return ((Filled) filled).form();
    }

    private static String first(List<?> arguments) {
        return String.valueOf(arguments.getFirst());
    }

    private static Map.Entry<String, Filter> filter(String name, RoundsFilter filter) {
        return Map.entry(name, filter);
    }

    private static RoundsFunction function(RoundsFunction function) {
        return function;
    }
}
