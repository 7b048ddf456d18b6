package rounds.web.search;

import io.micronaut.http.HttpParameters;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ProblemException;
import rounds.platform.database.Ids;
import rounds.search.Facet;
import rounds.search.SearchRequest;
import rounds.search.SearchRequest.Extra;
import rounds.search.SearchRequest.Order;
import rounds.web.page.Form;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the address of the page asks for. Every state of the page is an address, so a search can be
/// kept and sent.
///
/// @param chosen of each facet the values that stand in the address
/// @param within the id of one discussion or document to look in; empty: anywhere
/// @param literal whether words are looked for only as they were typed
/// @param why whether each hit says why it stands where it does
/// @param from as the browser's date field sends it; likewise to
public record Question(
        String words,
        Map<Facet, List<String>> chosen,
        String from,
        String to,
        String within,
        Order order,
        boolean why,
        boolean literal,
        @Nullable String cursor) {

    /// One field of the address.
    public record Field(String name, String value) {}

    public static Question of(HttpParameters parameters) {
        return of(parameters::getAll);
    }

    /// The same from a form that carries [#fields].
    static Question of(Form form) {
        return of(form::all);
    }

    private static Question of(Function<String, List<String>> parameters) {
        var chosen = new EnumMap<Facet, List<String>>(Facet.class);
        for (Facet facet : Facet.values()) {
            List<String> values =
                    parameters.apply(facet.code()).stream()
                            .map(String::strip)
                            .filter(value -> !value.isEmpty())
                            .map(value -> facet == Facet.AUTHOR ? handle(value) : value)
                            .distinct()
                            .toList();
            if (!values.isEmpty()) {
                chosen.put(facet, values);
            }
        }
        return new Question(
                given(parameters, "q"),
                chosen,
                given(parameters, "from").strip(),
                given(parameters, "to").strip(),
                given(parameters, "within").strip(),
                order(given(parameters, "order")),
                !given(parameters, "why").isEmpty(),
                !given(parameters, "literal").isEmpty(),
                parameters.apply("cursor").stream().findFirst().orElse(null));
    }

    /// A search as somebody keeps it.
    public static Question of(SearchRequest asked) {
        return new Question(
                asked.q(),
                asked.chosen(),
                asked.from() == null ? "" : asked.from().toString(),
                asked.to() == null ? "" : asked.to().toString(),
                asked.within() == null ? "" : Ids.text(asked.within()),
                asked.order(),
                false,
                asked.wants(Extra.AS_TYPED),
                null);
    }

    private static String given(Function<String, List<String>> parameters, String name) {
        return parameters.apply(name).stream().findFirst().orElse("");
    }

    /// All that the address asks for but its page, as the fields of a form.
    public List<Field> fields() {
        var fields = new ArrayList<Field>();
        fields.add(new Field("q", words));
        chosen.forEach((facet, values) ->
                values.forEach(value -> fields.add(new Field(facet.code(), value))));
        fields.add(new Field("from", from));
        fields.add(new Field("to", to));
        fields.add(new Field("within", within));
        fields.add(new Field("order", order == Order.BEST ? "" : code(order)));
        fields.add(new Field("literal", literal ? "yes" : ""));
        return fields.stream().filter(field -> !field.value().isEmpty()).toList();
    }

    /// Where a name is given to it, and it is kept.
    String keeping() {
        return new Question(words, chosen, from, to, within, order, false, literal, null)
                .path()
                .replaceFirst("^/search", "/searches/new");
    }

    private static String handle(String value) {
        return value.startsWith("@") ? value.substring(1) : value;
    }

    /// What is no order is the usual one: an address may be older than the orders there are.
    private static Order order(String code) {
        return Arrays.stream(Order.values())
                .filter(order -> code(order).equals(code))
                .findFirst()
                .orElse(Order.BEST);
    }

    static String code(Order order) {
        return order.name().toLowerCase(Locale.ROOT);
    }

    // What the fields of the form show; empty where nothing is chosen.

    public String kind() {
        return first(Facet.KIND);
    }

    public String type() {
        return first(Facet.TYPE);
    }

    public String community() {
        return first(Facet.COMMUNITY);
    }

    public String author() {
        return first(Facet.AUTHOR);
    }

    public String tag() {
        return first(Facet.TAG);
    }

    private String first(Facet facet) {
        return chosen(facet).stream().findFirst().orElse("");
    }

    List<String> chosen(Facet facet) {
        return chosen.getOrDefault(facet, List.of());
    }

    /// Whether anything but the words narrows the search.
    public boolean narrowed() {
        return !chosen.isEmpty() || !from.isEmpty() || !to.isEmpty() || !within.isEmpty();
    }

    /// One hit of each discussion, with what they can be narrowed by.
    ///
    /// @throws ProblemException for what cannot be asked
    SearchRequest overview() {
        return each().with(extras());
    }

    /// One hit of each discussion.
    ///
    /// @throws ProblemException for what cannot be asked
    SearchRequest grouped() {
        return each().with(
                        literal
                                ? EnumSet.of(Extra.GROUPS, Extra.AS_TYPED)
                                : EnumSet.of(Extra.GROUPS));
    }

    private Set<Extra> extras() {
        var extras = EnumSet.of(Extra.COUNTS);
        if (within.isEmpty()) {
            extras.add(Extra.GROUPS);
        }
        if (why) {
            extras.add(Extra.REASONS);
        }
        if (literal) {
            extras.add(Extra.AS_TYPED);
        }
        return extras;
    }

    /// Every hit by itself.
    ///
    /// @throws ProblemException for what cannot be asked
    public SearchRequest each() {
        return new SearchRequest(
                words,
                chosen,
                day("from", from),
                day("to", to),
                group(),
                order,
                literal ? Set.of(Extra.AS_TYPED) : Set.of(),
                SearchRequest.USUAL_HITS,
                cursor);
    }

    /// Every hit by itself, with what they can be narrowed by.
    ///
    /// @throws ProblemException for what cannot be asked
    public SearchRequest counted() {
        return each().with(
                        literal
                                ? EnumSet.of(Extra.COUNTS, Extra.AS_TYPED)
                                : EnumSet.of(Extra.COUNTS));
    }

    /// The address of the same, every word only as it was typed.
    String asTyped() {
        return new Question(words, chosen, from, to, within, order, why, true, null).path();
    }

    /// The address of the same, with reasons where there are none, and the other way round.
    String reasoned() {
        return new Question(words, chosen, from, to, within, order, !why, literal, null).path();
    }

    /// The address of the hits as a file.
    ///
    /// @param format `csv` or `ris`
    String file(String format) {
        return new Question(words, chosen, from, to, within, order, why, literal, null)
                .path()
                .replaceFirst("^/search", "/search/hits." + format);
    }

    /// What stands in the address that the form has no field for.
    public List<Field> hidden() {
        var hidden = new ArrayList<Field>();
        chosen.forEach((facet, values) ->
                values.stream()
                        .skip(ResultsPage.FIELDS.contains(facet) ? 1 : 0)
                        .forEach(value -> hidden.add(new Field(facet.code(), value))));
        if (!within.isEmpty()) {
            hidden.add(new Field("within", within));
        }
        if (order != Order.BEST) {
            hidden.add(new Field("order", code(order)));
        }
        return hidden;
    }

    /// The address of the same, with this value chosen where it is not, and the other way round.
    String toggled(Facet facet, String value) {
        var values = new ArrayList<>(chosen(facet));
        if (!values.remove(value)) {
            values.add(value);
        }
        var others = new EnumMap<Facet, List<String>>(Facet.class);
        others.putAll(chosen);
        others.put(facet, values);
        return new Question(words, others, from, to, within, order, why, literal, null).path();
    }

    String without(String day) {
        return new Question(
                        words,
                        chosen,
                        day.equals("from") ? "" : from,
                        day.equals("to") ? "" : to,
                        within,
                        order,
                        why,
                        literal,
                        null)
                .path();
    }

    String withoutAny() {
        return new Question(words, Map.of(), "", "", "", order, why, literal, null).path();
    }

    String in(Order other) {
        return new Question(words, chosen, from, to, within, other, why, literal, null).path();
    }

    String anywhere() {
        return new Question(words, chosen, from, to, "", order, why, literal, null).path();
    }

    /// The address of another page of the same.
    String at(String next) {
        return new Question(words, chosen, from, to, within, order, why, literal, next).path();
    }

    /// The address of the same, where one person is meant by a name that several have.
    String by(String name, String handle) {
        if (chosen(Facet.AUTHOR).stream().anyMatch(name::equalsIgnoreCase)) {
            var others = new EnumMap<Facet, List<String>>(Facet.class);
            others.putAll(chosen);
            others.put(Facet.AUTHOR, List.of(handle));
            return new Question(words, others, from, to, within, order, why, literal, null).path();
        }
        String asked =
                Pattern.compile(
                                "\\b(by|par):\"?@?" + Pattern.quote(name) + "\"?",
                                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                        .matcher(words)
                        .replaceAll("$1:" + Matcher.quoteReplacement(handle));
        return new Question(asked, chosen, from, to, within, order, why, literal, null).path();
    }

    /// The address of the page.
    public String path() {
        var address = new StringBuilder("/search?q=").append(encoded(words));
        chosen.forEach(
                (facet, values) -> values.forEach(value -> append(address, facet.code(), value)));
        append(address, "from", from);
        append(address, "to", to);
        append(address, "within", within);
        append(address, "order", order == Order.BEST ? "" : code(order));
        append(address, "why", why ? "yes" : "");
        append(address, "literal", literal ? "yes" : "");
        append(address, "cursor", cursor == null ? "" : cursor);
        return address.toString();
    }

    private static void append(StringBuilder address, String name, String value) {
        if (!value.isEmpty()) {
            address.append('&').append(name).append('=').append(encoded(value));
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private @Nullable Long group() {
        return within.isEmpty() ? null : Ids.parse(within);
    }

    private static @Nullable LocalDate day(String field, String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            throw ProblemException.invalid(field, "search.day");
        }
    }
}
