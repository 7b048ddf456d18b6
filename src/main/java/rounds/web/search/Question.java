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
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What the address of the page asks for. Every state of the page is an address, so a search can be
/// kept and sent.
///
/// @param given the values of each field that the address has, in the order of [#FIELDS]; none is
///   empty
public record Question(Map<String, List<String>> given) {
    static final String WORDS = "q";
    static final String FROM = "from";
    static final String TO = "to";
    static final String WITHIN = "within";
    static final String ORDER = "order";
    static final String WHY = "why";
    static final String LITERAL = "literal";
    static final String CURSOR = "cursor";
    static final String YES = "yes";

    /// Whoever has turned more pages narrows the search; an address holds where each began.
    static final int MOST_PAGES = 100;

    /// All that an address can ask for, as it stands in it.
    private static final List<String> FIELDS = fieldNames();

    public Question {
        var ordered = new LinkedHashMap<String, List<String>>();
        for (String field : FIELDS) {
            List<String> values = read(field, given.getOrDefault(field, List.of()));
            if (!values.isEmpty()) {
                ordered.put(field, values);
            }
        }
        given = Collections.unmodifiableMap(ordered);
    }

    private static List<String> fieldNames() {
        var names = new ArrayList<String>();
        names.add(WORDS);
        Arrays.stream(Facet.values()).map(Facet::code).forEach(names::add);
        names.addAll(List.of(FROM, TO, WITHIN, ORDER, WHY, LITERAL, CURSOR));
        return List.copyOf(names);
    }

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
        return new Question(FIELDS.stream().collect(Collectors.toMap(field -> field, parameters)));
    }

    /// A search as somebody keeps it.
    public static Question of(SearchRequest asked) {
        var given = new LinkedHashMap<String, List<String>>();
        asked.chosen().forEach((facet, values) -> given.put(facet.code(), values));
        given.put(WORDS, List.of(asked.q()));
        given.put(FROM, List.of(Objects.toString(asked.from(), "")));
        given.put(TO, List.of(Objects.toString(asked.to(), "")));
        given.put(WITHIN, asked.within() == null ? List.of() : List.of(Ids.text(asked.within())));
        given.put(ORDER, List.of(code(asked.order())));
        given.put(LITERAL, asked.wants(Extra.AS_TYPED) ? List.of(YES) : List.of());
        return new Question(given);
    }

    /// What is no order is the usual one, and stands in no address: an address may be older than
    /// the orders there are.
    private static List<String> read(String field, List<String> values) {
        return switch (field) {
            case WORDS -> first(values);
            case CURSOR ->
                    values.stream()
                            .filter(value -> !value.isEmpty())
                            .limit(MOST_PAGES - 1)
                            .toList();
            case FROM, TO, WITHIN -> first(stripped(values));
            case WHY, LITERAL -> first(values).isEmpty() ? List.of() : List.of(YES);
            case ORDER ->
                    values.stream().limit(1).filter(code -> order(code) != Order.BEST).toList();
            case "author" -> stripped(values).stream().map(Question::handle).distinct().toList();
            default -> stripped(values);
        };
    }

    private static List<String> first(List<String> values) {
        return values.stream().limit(1).filter(value -> !value.isEmpty()).toList();
    }

    private static List<String> stripped(List<String> values) {
        return values.stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    private static String handle(String value) {
        return value.startsWith("@") ? value.substring(1) : value;
    }

    private static Order order(String code) {
        return Arrays.stream(Order.values())
                .filter(order -> code(order).equals(code))
                .findFirst()
                .orElse(Order.BEST);
    }

    static String code(Order order) {
        return order.name().toLowerCase(Locale.ROOT);
    }

    // What the address asks for, field by field; empty where nothing is given.

    public String words() {
        return one(WORDS);
    }

    public String kind() {
        return one(Facet.KIND.code());
    }

    public String type() {
        return one(Facet.TYPE.code());
    }

    public String community() {
        return one(Facet.COMMUNITY.code());
    }

    public String author() {
        return one(Facet.AUTHOR.code());
    }

    public String tag() {
        return one(Facet.TAG.code());
    }

    public String state() {
        return one(Facet.IS.code());
    }

    public String language() {
        return one(Facet.LANGUAGE.code());
    }

    public String holds() {
        return one(Facet.HAS.code());
    }

    public String profession() {
        return one(Facet.PROFESSION.code());
    }

    public String emr() {
        return one(Facet.EMR.code());
    }

    public String from() {
        return one(FROM);
    }

    public String to() {
        return one(TO);
    }

    /// The id of one discussion or document to look in; empty: anywhere.
    public String within() {
        return one(WITHIN);
    }

    public Order order() {
        return order(one(ORDER));
    }

    /// Whether each hit says why it stands where it does.
    public boolean why() {
        return given.containsKey(WHY);
    }

    /// Whether words are looked for only as they were typed.
    boolean literal() {
        return given.containsKey(LITERAL);
    }

    /// Where the pages that were turned began, in their order, the last of them the one that is
    /// asked for; none on the first. So each page knows which it is, and the way back.
    List<String> cursors() {
        return given.getOrDefault(CURSOR, List.of());
    }

    private @Nullable String cursor() {
        return cursors().isEmpty() ? null : cursors().getLast();
    }

    /// Which page of the hits it is, from 1.
    public int page() {
        return cursors().size() + 1;
    }

    private String one(String field) {
        return given.getOrDefault(field, List.of("")).getFirst();
    }

    List<String> chosen(Facet facet) {
        return given.getOrDefault(facet.code(), List.of());
    }

    /// Of each facet the values that the search is narrowed to.
    public Map<Facet, List<String>> chosen() {
        var chosen = new EnumMap<Facet, List<String>>(Facet.class);
        for (Facet facet : Facet.values()) {
            if (!chosen(facet).isEmpty()) {
                chosen.put(facet, chosen(facet));
            }
        }
        return chosen;
    }

    /// Whether anything but the words narrows the search.
    public boolean narrowed() {
        return !chosen().isEmpty() || !from().isEmpty() || !to().isEmpty() || !within().isEmpty();
    }

    // The same as a question to the search.

    /// One hit of each discussion, with what they can be narrowed by.
    ///
    /// @throws ProblemException for what cannot be asked
    SearchRequest overview() {
        var extras = EnumSet.of(Extra.COUNTS);
        if (within().isEmpty()) {
            extras.add(Extra.GROUPS);
        }
        if (why()) {
            extras.add(Extra.REASONS);
        }
        return asking(extras);
    }

    /// One hit of each discussion.
    ///
    /// @throws ProblemException for what cannot be asked
    SearchRequest grouped() {
        return asking(EnumSet.of(Extra.GROUPS));
    }

    /// Every hit by itself.
    ///
    /// @throws ProblemException for what cannot be asked
    public SearchRequest each() {
        return asking(EnumSet.noneOf(Extra.class));
    }

    /// Every hit by itself, with what they can be narrowed by.
    ///
    /// @throws ProblemException for what cannot be asked
    public SearchRequest counted() {
        return asking(EnumSet.of(Extra.COUNTS));
    }

    private SearchRequest asking(Set<Extra> extras) {
        if (literal()) {
            extras.add(Extra.AS_TYPED);
        }
        return new SearchRequest(
                words(),
                chosen(),
                day(FROM),
                day(TO),
                within().isEmpty() ? null : Ids.parse(within()),
                order(),
                extras,
                SearchRequest.USUAL_HITS,
                cursor());
    }

    private @Nullable LocalDate day(String field) {
        if (one(field).isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(one(field));
        } catch (DateTimeException _) {
            throw ProblemException.invalid(field, "search.day");
        }
    }

    // The same as an address.

    /// The address of the page.
    public String path() {
        return path("/search");
    }

    String path(String page) {
        return given.isEmpty()
                ? page
                : fields(given).stream()
                        .map(field -> field.name() + "=" + encoded(field.value()))
                        .collect(Collectors.joining("&", page + "?", ""));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static List<Field> fields(Map<String, List<String>> given) {
        return given.entrySet().stream()
                .flatMap(
                        one -> one.getValue().stream().map(value -> new Field(one.getKey(), value)))
                .toList();
    }

    /// All that the address asks for but how it is shown, as the fields of a form.
    public List<Field> fields() {
        return fields(kept().given);
    }

    /// What stands in the address that the form has no field for.
    public List<Field> hidden() {
        var hidden = new ArrayList<Field>();
        chosen().forEach((facet, values) ->
                values.stream()
                        .skip(ResultsPage.FIELDS.contains(facet) ? 1 : 0)
                        .forEach(value -> hidden.add(new Field(facet.code(), value))));
        for (String field : List.of(WITHIN, ORDER)) {
            given.getOrDefault(field, List.of())
                    .forEach(value -> hidden.add(new Field(field, value)));
        }
        return hidden;
    }

    /// As it is kept: not how it is shown, nor where its reader stands in it.
    Question kept() {
        return without(Set.of(WHY));
    }

    /// The same from its first page, these values in place of what the field has.
    Question with(String field, List<String> values) {
        var others = new LinkedHashMap<>(given);
        others.remove(CURSOR);
        others.put(field, values);
        return new Question(others);
    }

    /// The same from its first page, without these fields.
    Question without(Set<String> fields) {
        var others = new LinkedHashMap<>(given);
        others.keySet().removeAll(fields);
        others.remove(CURSOR);
        return new Question(others);
    }
}
