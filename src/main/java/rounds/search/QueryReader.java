package rounds.search;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what somebody typed: what is wanted, as [QueryLevel] reads it, and by what it is narrowed.
/// Only a known operator (in English or French) directly followed by a value narrows.
final class QueryReader {
    private static final Pattern OPERATOR =
            Pattern.compile(
                    "(in|dans|kind|genre|type|by|par|tag|étiquette|etiquette|before|avant|after|après|apres)"
                            + ":(?:\"([^\"]+)\"|([\\p{L}\\p{N}@].*))",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
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
    private final List<Wanted> choices = new ArrayList<>();
    private final List<String> communities = new ArrayList<>();
    private final List<String> kinds = new ArrayList<>();
    private final List<String> types = new ArrayList<>();
    private final List<String> authors = new ArrayList<>();
    private final List<String> tags = new ArrayList<>();
    private final List<Unclear> unclear = new ArrayList<>();
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
                new Asked.Narrowing(communities, kinds, types, authors, tags, after, before),
                List.copyOf(unclear));
    }

    private void readAll() {
        readChoices();
        if (choices.stream().flatMap(Wanted::texts).count() > MOST_CHOICES
                || choices.stream().mapToLong(Wanted::beginnings).sum() > MOST_BEGINNINGS) {
            choices.stream()
                    .flatMap(Wanted::texts)
                    .flatMap(text -> Words.of(text).stream())
                    .forEach(this::want);
            choices.clear();
        }
    }

    private void readChoices() {
        List<List<Wanted>> read = QueryLevel.read(query, this::isOperator);
        if (read.size() == 1) {
            read.getFirst().forEach(this::take);
            return;
        }
        // What is taken away is taken from every choice.
        read.stream()
                .flatMap(List::stream)
                .filter(Wanted.Not.class::isInstance)
                .forEach(this::take);
        List<List<Wanted>> left =
                read.stream()
                        .map(QueryReader::withoutTaking)
                        .filter(parts -> !parts.isEmpty())
                        .toList();
        if (!left.isEmpty()) {
            choices.add(QueryLevel.oneOf(left));
        }
    }

    private static List<Wanted> withoutTaking(List<Wanted> parts) {
        return parts.stream().filter(part -> !(part instanceof Wanted.Not)).toList();
    }

    private void take(Wanted part) {
        switch (part) {
            case Wanted.Word(String word) -> want(word);
            case Wanted.Phrase(String words) -> phrases.add(words);
            case Wanted.Not(Wanted.Phrase(String words)) -> without.add(words);
            default -> choices.add(part);
        }
    }

    /// Written twice, in whatever case, it is one word, as it was written first.
    private void want(String word) {
        String first = spelling.computeIfAbsent(IndexSchema.lower(word), _ -> word);
        words.merge(first, 1, Integer::sum);
    }

    private boolean isOperator(String piece) {
        Matcher found = OPERATOR.matcher(piece);
        if (!found.matches()) {
            return false;
        }
        String value =
                found.group(2) != null
                        ? found.group(2).strip()
                        : TRAILING.matcher(found.group(3)).replaceFirst("");
        String why = take(IndexSchema.lower(found.group(1)), IndexSchema.lower(value));
        if (why != null) {
            unclear.add(new Unclear(piece, why));
        }
        return true;
    }

    /// Takes a value, or says why it is none. What was meant to narrow is never looked for as
    /// words: nothing would hold them, and nobody would know why.
    private @Nullable String take(String operator, String value) {
        return switch (operator) {
            case "in", "dans" -> kept(communities.add(value), "community");
            case "by", "par" ->
                    kept(authors.add(value.startsWith("@") ? value.substring(1) : value), "person");
            case "tag", "étiquette", "etiquette" -> kept(tags.add(value), "tag");
            case "kind", "genre" -> {
                String kind = FrenchKinds.code(value);
                yield kept(narrower.kinds().contains(kind) && kinds.add(kind), "kind");
            }
            case "type" -> kept(narrower.types().contains(value) && types.add(value), "type");
            case "after", "après", "apres" ->
                    kept(day(value).map(day -> after = day).isPresent(), "day");
            default -> kept(day(value).map(day -> before = day).isPresent(), "day");
        };
    }

    private static @Nullable String kept(boolean taken, String otherwise) {
        return taken ? null : otherwise;
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
