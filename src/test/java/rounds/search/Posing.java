package rounds.search;

import rounds.search.SearchRequest.Extra;
import rounds.search.SearchRequest.Order;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/// Makes up questions over everything that can be typed and chosen, always the same ones.
final class Posing {
    /// With more of them somebody asks in full sentences.
    private static final int MOST_WORDS = 4;

    /// A longer choice is none.
    private static final int MOST_TEXTS = 24;

    private static final List<String> MARKS =
            List.of("\"\"", "\u201c\u201d", "\u201e\u201d", "\u00ab\u00bb");
    private static final List<String> OR = List.of("OR", "OU");

    private final Random random;
    private final Supplier<String> words;
    private final Papers papers;
    private final Values values;
    private int plain;
    private int beginnings;

    /// @param words to ask for
    /// @param papers what there is to be found
    Posing(Random random, Supplier<String> words, Papers papers) {
        this.random = random;
        this.words = words;
        this.papers = papers;
        this.values = new Values(random, papers.labels());
    }

    Posed next() {
        int choices = chance(25) ? 2 + random.nextInt(2) : 1;
        List<List<Wish>> branches = branches(choices);
        while (branches.stream().flatMap(List::stream).mapToInt(Wish::texts).sum() > MOST_TEXTS) {
            branches = branches(choices);
        }
        var pieces = new ArrayList<String>();
        for (List<Wish> branch : branches) {
            if (!pieces.isEmpty()) {
                pieces.add(any(OR));
            }
            branch.forEach(part -> pieces.add(part.written()));
        }
        if (choices == 1 && chance(8)) {
            // Nothing but narrowings is asked for.
            branches.set(0, List.of());
            pieces.clear();
        }
        var typed = new EnumMap<Facet, List<String>>(Facet.class);
        var either = new ArrayList<List<Map.Entry<Facet, String>>>();
        if (chance(10)) {
            either.add(either(pieces));
        }
        LocalDate after = null;
        LocalDate before = null;
        if (chance(35)) {
            for (int i = random.nextInt(3); i >= 0; i--) {
                narrow(typed, pieces);
            }
        }
        if (chance(8)) {
            after = after(pieces);
        }
        if (chance(8)) {
            before = day(List.of("before", "avant"), pieces);
        }
        return new Posed(branches, typed, either, after, before, request(String.join(" ", pieces)));
    }

    private List<List<Wish>> branches(int count) {
        plain = 0;
        beginnings = 0;
        var branches = new ArrayList<List<Wish>>();
        for (int i = 0; i < count; i++) {
            branches.add(branch());
        }
        return branches;
    }

    private SearchRequest request(String q) {
        SearchRequest request = SearchRequest.of(q).in(any(List.of(Order.values())));
        if (chance(30)) {
            for (int i = random.nextInt(2); i >= 0; i--) {
                Facet facet = any(List.of(Facet.values()));
                Set<String> chosen = new HashSet<>();
                for (int many = random.nextInt(3); many >= 0; many--) {
                    chosen.add(values.of(facet));
                }
                request = request.with(facet, chosen.stream().sorted().toList());
            }
        }
        if (chance(10)) {
            request =
                    request.between(
                            chance(70) ? papers.day() : null, chance(50) ? papers.day() : null);
        }
        if (chance(8)) {
            request = request.within(papers.group());
        }
        var extras = EnumSet.noneOf(Extra.class);
        for (Extra extra : Extra.values()) {
            if (chance(extra == Extra.REASONS ? 10 : 40)) {
                extras.add(extra);
            }
        }
        return request.with(extras).limit(chance(70) ? 100 : 5 + random.nextInt(30));
    }

    private List<Wish> branch() {
        var parts = new ArrayList<Wish>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            parts.add(part());
        }
        return parts;
    }

    private Wish part() {
        int which = random.nextInt(100);
        if (which < 10) {
            return phrase();
        }
        if (which < 18) {
            return begun();
        }
        if (which < 28) {
            return new Wish.Not(unwanted());
        }
        if (which < 40) {
            return choice(0);
        }
        return plain++ < MOST_WORDS ? word() : phrase();
    }

    private Wish unwanted() {
        return switch (random.nextInt(5)) {
            case 0 -> phrase();
            case 1 -> begun();
            case 2 -> choice(1);
            default -> new Wish.Word(words.get());
        };
    }

    private Wish choice(int depth) {
        var choices = new ArrayList<Wish>();
        for (int i = 0; i < 2 + random.nextInt(2); i++) {
            var parts = new ArrayList<Wish>();
            for (int many = chance(30) ? 2 : 1; many > 0; many--) {
                parts.add(inside(depth));
            }
            choices.add(parts.size() == 1 ? parts.getFirst() : new Wish.All(parts));
        }
        return new Wish.Any(choices, any(OR));
    }

    private Wish inside(int depth) {
        int which = random.nextInt(100);
        if (which < 15) {
            return phrase();
        }
        if (which < 25) {
            return begun();
        }
        if (which < 32) {
            return new Wish.Not(new Wish.Word(words.get()));
        }
        return which < 42 && depth < 2 ? choice(depth + 1) : word();
    }

    private Wish word() {
        String word = words.get();
        return new Wish.Word(
                chance(15) ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word);
    }

    /// Mostly one that stands somewhere.
    private Wish phrase() {
        String phrase = chance(70) ? papers.phrase() : words.get() + " " + words.get();
        Wish wish = new Wish.Phrase(phrase, any(MARKS));
        return chance(15) ? new Wish.Enclosed(wish) : wish;
    }

    private Wish begun() {
        String word = words.get();
        return beginnings++ < 4
                ? new Wish.Begun(word.substring(0, 3 + random.nextInt(word.length() - 3)))
                : new Wish.Word(word);
    }

    /// Of one facet or several, in parentheses.
    private List<Map.Entry<Facet, String>> either(List<String> pieces) {
        var either = new ArrayList<Map.Entry<Facet, String>>();
        var written = new ArrayList<String>();
        Facet one = narrowing();
        for (int i = 0; i < 2 + random.nextInt(2); i++) {
            Facet facet = chance(50) ? one : narrowing();
            String value = values.of(facet);
            either.add(Map.entry(facet, value));
            written.add(written(facet, value));
        }
        put("(" + String.join(" " + any(OR) + " ", written) + ")", pieces);
        return either;
    }

    private Facet narrowing() {
        return any(List.copyOf(EnumSet.complementOf(EnumSet.copyOf(Facet.OF_AUTHORS))));
    }

    private String written(Facet facet, String value) {
        return any(Values.operators(facet))
                + ":"
                + (value.contains(" ") ? "\"" + value + "\"" : value);
    }

    private void narrow(Map<Facet, List<String>> typed, List<String> pieces) {
        Facet facet = narrowing();
        String value = values.of(facet);
        String written = value.contains(" ") ? "\"" + value + "\"" : value;
        put(
                any(Values.operators(facet))
                        + ":"
                        + (chance(10) ? IndexSchema.lower(written) : written),
                pieces);
        typed.computeIfAbsent(facet, _ -> new ArrayList<>()).add(value);
    }

    private LocalDate after(List<String> pieces) {
        if (chance(60)) {
            return day(List.of("after", "après"), pieces);
        }
        int months = 1 + random.nextInt(60);
        put(any(List.of("near", "depuis")) + ":" + months + "m", pieces);
        return LocalDate.now(ZoneOffset.UTC).minusMonths(months);
    }

    /// A day, or the first of a month or a year.
    private LocalDate day(List<String> names, List<String> pieces) {
        LocalDate day = papers.day();
        String name = any(names) + ":";
        return switch (random.nextInt(3)) {
            case 0 -> {
                put(name + day.getYear(), pieces);
                yield day.withDayOfYear(1);
            }
            case 1 -> {
                put(name + YearMonth.from(day), pieces);
                yield day.withDayOfMonth(1);
            }
            default -> {
                put(name + day, pieces);
                yield day;
            }
        };
    }

    /// Before everything or behind it.
    private void put(String piece, List<String> pieces) {
        pieces.add(chance(50) ? 0 : pieces.size(), piece);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T any(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
