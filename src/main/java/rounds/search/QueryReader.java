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

/// Reads what somebody typed. Every character is harmless: what is not a whole phrase, a known
/// operator (in English or French) directly followed by a value, or a minus directly before a word,
/// is plain text, so that a question pasted from a mail is just its words.
final class QueryReader {
    private static final Pattern OPERATOR =
            Pattern.compile(
                    "(in|dans|kind|genre|type|by|par|tag|étiquette|etiquette|before|avant|after|après|apres)"
                            + ":(?:\"([^\"]+)\"|([\\p{L}\\p{N}@].*))",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern TRAILING = Pattern.compile("[\\p{P}\\p{S}]+$");

    private final String query;
    private final Narrower narrower;
    private int place;

    private final Map<String, Integer> words = new LinkedHashMap<>();
    private final Map<String, String> spelling = new HashMap<>();
    private final List<String> phrases = new ArrayList<>();
    private final List<String> without = new ArrayList<>();
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
                new Asked.Narrowing(communities, kinds, types, authors, tags, after, before),
                List.copyOf(unclear));
    }

    private void readAll() {
        while (place < query.length()) {
            if (isBlank(query.charAt(place))) {
                place++;
            } else {
                readOne();
            }
        }
    }

    private void readOne() {
        boolean minus = query.charAt(place) == '-' && startsWord(place + 1);
        int start = minus ? place + 1 : place;
        String phrase = phraseAt(start);
        if (phrase != null) {
            (minus ? without : phrases).add(phrase);
            return;
        }
        String piece = pieceAt(start);
        if (minus) {
            without.add(piece);
        } else if (!isOperator(piece)) {
            Words.of(piece).forEach(this::want);
        }
    }

    /// Written twice, in whatever case, it is one word, as it was written first.
    private void want(String word) {
        String first = spelling.computeIfAbsent(IndexSchema.lower(word), _ -> word);
        words.merge(first, 1, Integer::sum);
    }

    /// `-5` is a number and `--` a dash; a minus takes away only words and phrases.
    private boolean startsWord(int at) {
        return at < query.length()
                && (Character.isLetter(query.codePointAt(at)) || closing(query.charAt(at)) != 0);
    }

    /// The phrase that opens here, its marks left out; null where none opens or none closes it.
    private @Nullable String phraseAt(int start) {
        if (start >= query.length()) {
            return null;
        }
        char closing = closing(query.charAt(start));
        int end = closing == 0 ? -1 : query.indexOf(closing, start + 1);
        if (end < 0 || Words.of(query.substring(start + 1, end)).isEmpty()) {
            return null;
        }
        place = end + 1;
        return query.substring(start + 1, end).strip();
    }

    private static char closing(char opening) {
        return switch (opening) {
            case '"' -> '"';
            case '\u201c', '\u201e' -> '\u201d';
            case '\u00ab' -> '\u00bb';
            default -> 0;
        };
    }

    /// Up to the next blank; blanks within `tag:"…"` belong to it.
    private String pieceAt(int start) {
        int end = start;
        boolean quoted = false;
        while (end < query.length() && (quoted || !isBlank(query.charAt(end)))) {
            if (query.charAt(end) == '"' && end > start) {
                quoted = !quoted && query.charAt(end - 1) == ':' && query.indexOf('"', end + 1) > 0;
            }
            end++;
        }
        place = end;
        return query.substring(start, end);
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

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
