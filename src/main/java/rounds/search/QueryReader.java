package rounds.search;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what somebody typed: what is wanted, as [QueryLevel] reads it, and by what it is narrowed.
/// Only a known operator (in English or French) directly followed by a value narrows.
final class QueryReader implements QueryLevel.Narrows {
    private static final Pattern OPERATOR =
            Pattern.compile(
                    "("
                            + String.join("|", Operator.NAMES.keySet())
                            + ")"
                            + ":(?:\"([^\"]+)\"|([\\p{L}\\p{N}@].*))",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Set<Operator> DAYS =
            EnumSet.of(Operator.BEFORE, Operator.AFTER, Operator.NEAR);

    private static final Pattern PERIOD = Pattern.compile("(\\d{1,3})([djwsmya])");

    private static final Pattern TRAILING = Pattern.compile("[\\p{P}\\p{S}]+$");

    /// A longer choice is read as plain words, of which the best matches come first.
    private static final int MOST_CHOICES = 24;

    private static final int MOST_BEGINNINGS = 4;

    private final String query;
    private final Narrower narrower;

    private final Map<String, Integer> words = new LinkedHashMap<>();
    private final Map<String, String> spelling = new HashMap<>();
    private final List<String> phrases = new ArrayList<>();
    private final List<String> without = new ArrayList<>();
    private final List<Clause> choices = new ArrayList<>();
    private final Map<Facet, List<String>> narrowed = new EnumMap<>(Facet.class);
    private final Map<Facet, List<String>> excluded = new EnumMap<>(Facet.class);
    private final List<Unclear> unclear = new ArrayList<>();
    private String piece = "";
    private @Nullable LocalDate after;
    private @Nullable LocalDate before;

    private QueryReader(String query, Narrower narrower) {
        this.query = query;
        this.narrower = narrower;
    }

    static Asked read(String query, Narrower narrower) {
        var reader = new QueryReader(query, narrower);
        reader.readAll();
        return reader.asked();
    }

    private Asked asked() {
        return new Asked(
                Collections.unmodifiableMap(words),
                List.copyOf(phrases),
                List.copyOf(without),
                List.copyOf(choices),
                new Asked.Narrowing(narrowed, excluded, after, before),
                List.copyOf(unclear));
    }

    private void readAll() {
        readChoices();
        if (choices.stream().flatMap(Clause::texts).count() > MOST_CHOICES
                || choices.stream().mapToLong(Clause::beginnings).sum() > MOST_BEGINNINGS) {
            choices.stream()
                    .flatMap(Clause::texts)
                    .flatMap(text -> Words.of(text).stream())
                    .forEach(this::want);
            choices.removeIf(choice -> !choice.narrowsOnly());
        }
    }

    private void readChoices() {
        List<List<Clause>> read = QueryLevel.read(query, this);
        if (read.size() == 1) {
            read.getFirst().forEach(this::take);
            return;
        }
        // What is taken away is taken from every choice, and what narrows beside words narrows all.
        var left = new ArrayList<List<Clause>>();
        for (List<Clause> parts : read) {
            List<Clause> chosen =
                    parts.stream().allMatch(QueryLevel::isNarrowing)
                            ? parts
                            : without(parts, QueryReader::isForAll);
            without(parts, chosen::contains).forEach(this::take);
            if (!chosen.isEmpty()) {
                left.add(chosen);
            }
        }
        if (!left.isEmpty()) {
            take(QueryLevel.oneOf(left));
        }
    }

    private static boolean isForAll(Clause part) {
        return part instanceof Clause.Not || part.narrowsOnly();
    }

    private static List<Clause> without(List<Clause> parts, Predicate<Clause> left) {
        return parts.stream().filter(left.negate()).toList();
    }

    private void take(Clause part) {
        switch (part) {
            case Clause.Word(String word) -> want(word);
            case Clause.Phrase(String words) -> phrases.add(words);
            case Clause.Not(Clause.Phrase(String words)) -> without.add(words);
            case Clause.Narrowed narrow -> narrow(narrow, narrowed);
            case Clause.Not(Clause.Narrowed narrow) -> narrow(narrow, excluded);
            default -> choices.add(part);
        }
    }

    private void narrow(Clause.Narrowed one, Map<Facet, List<String>> by) {
        if (one.facet() != null) {
            by.computeIfAbsent(one.facet(), _ -> new ArrayList<>()).add(one.value());
        }
        after = one.after() == null ? after : one.after();
        before = one.before() == null ? before : one.before();
    }

    /// Written twice, in whatever case, it is one word, as it was written first.
    private void want(String word) {
        String first = spelling.computeIfAbsent(IndexSchema.lower(word), _ -> word);
        words.merge(first, 1, Integer::sum);
    }

    @Override
    public boolean isOne(String piece) {
        return narrows(piece);
    }

    /// Whether it is a known operator with its value.
    static boolean narrows(String piece) {
        return OPERATOR.matcher(piece).matches();
    }

    @Override
    public Clause.@Nullable Narrowed read(String piece, boolean minus) {
        Matcher found = OPERATOR.matcher(piece);
        if (!found.matches()) {
            return null;
        }
        String value =
                found.group(2) != null
                        ? found.group(2).strip()
                        : TRAILING.matcher(found.group(3)).replaceFirst("");
        Operator operator =
                Objects.requireNonNull(Operator.NAMES.get(IndexSchema.lower(found.group(1))));
        this.piece = piece;
        return minus && DAYS.contains(operator)
                ? not("minus")
                : narrowed(operator, IndexSchema.lower(value));
    }

    /// Takes a value, or says why it is none. What was meant to narrow is never looked for as
    /// words: nothing would hold them, and nobody would know why.
    private Clause.Narrowed narrowed(Operator operator, String value) {
        return switch (operator) {
            case IN -> narrow(Facet.COMMUNITY, value);
            case BY -> narrow(Facet.AUTHOR, value.startsWith("@") ? value.substring(1) : value);
            case TAG -> narrow(Facet.TAG, value);
            case LANG -> narrow(Facet.LANGUAGE, Language.code(value));
            case YEAR -> value.matches("\\d{4}") ? narrow(Facet.YEAR, value) : not("day");
            case FILE -> narrow(Facet.FILE, value);
            case KIND ->
                    known(Facet.KIND, FrenchKinds.code(value), narrower.kinds()::contains, "kind");
            case TYPE ->
                    Operator.FILES.contains(value)
                            ? narrow(Facet.FILE, value)
                            : known(Facet.TYPE, value, narrower.types()::contains, "type");
            case IS -> known(Facet.IS, Operator.english(value), Trait.codes()::contains, "is");
            case HAS -> known(Facet.HAS, Operator.english(value), Facet.HELD::contains, "has");
            case AFTER -> day(value).map(day -> days(day, null)).orElseGet(() -> not("day"));
            case BEFORE -> day(value).map(day -> days(null, day)).orElseGet(() -> not("day"));
            case NEAR -> ago(value).map(day -> days(day, null)).orElseGet(() -> not("near"));
        };
    }

    private Clause.Narrowed known(
            Facet facet, String value, Predicate<String> there, String otherwise) {
        return there.test(value) ? narrow(facet, value) : not(otherwise);
    }

    private Clause.Narrowed narrow(Facet facet, String value) {
        return new Clause.Narrowed(facet, value, null, null, piece);
    }

    private Clause.Narrowed days(@Nullable LocalDate first, @Nullable LocalDate end) {
        return new Clause.Narrowed(null, "", first, end, piece);
    }

    private Clause.Narrowed not(String why) {
        unclear.add(new Unclear(piece, why));
        return new Clause.Narrowed(null, "", null, null, piece);
    }

    /// The day that lies so far back: `10d`, `2w`, `3m`, `1y`.
    private static Optional<LocalDate> ago(String value) {
        Matcher period = PERIOD.matcher(value);
        if (!period.matches()) {
            return Optional.empty();
        }
        int count = Integer.parseInt(period.group(1));
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return Optional.of(
                switch (period.group(2)) {
                    case "d", "j" -> today.minusDays(count);
                    case "w", "s" -> today.minusWeeks(count);
                    case "m" -> today.minusMonths(count);
                    default -> today.minusYears(count);
                });
    }

    /// A day, or the first of a month or a year.
    private static Optional<LocalDate> day(String value) {
        try {
            return Optional.of(
                            switch (value.length()) {
                                case 4 -> Year.parse(value).atDay(1);
                                case 7 -> YearMonth.parse(value).atDay(1);
                                default -> LocalDate.parse(value);
                            })
                    .filter(SearchRequest::isCounted);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
