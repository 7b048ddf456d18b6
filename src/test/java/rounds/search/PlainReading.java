package rounds.search;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ContentType;
import rounds.kernel.Indexable;
import rounds.kernel.MergedTag;
import rounds.search.SearchRequest.Extra;
import rounds.search.Understood.Match;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Says what a question must find for somebody, text by text, by the words of the handbook alone.
final class PlainReading {
    private final List<Indexable> visible;
    private final Map<Indexable, Said> said;
    private final World world;
    private final Map<String, String> meant;

    /// @param visible what the asker may find
    /// @param meant what words are short for
    PlainReading(
            List<Indexable> visible,
            Map<Indexable, Said> said,
            World world,
            Map<String, String> meant) {
        this.visible = visible;
        this.said = said;
        this.world = world;
        this.meant = meant;
    }

    /// How the question is to be taken, for this asker.
    Match match(Posed posed) {
        if (posed.branches().stream().flatMap(List::stream).allMatch(Wish.Not.class::isInstance)) {
            return posed.isNarrowed() ? Match.NEWEST : Match.NOTHING;
        }
        boolean several = posed.branches().size() == 1 && words(posed).distinct().count() > 1;
        return several
                        && found(posed, Match.ALL, null).isEmpty()
                        && !found(posed, Match.BEST, null).isEmpty()
                ? Match.BEST
                : Match.ALL;
    }

    private static Stream<String> words(Posed posed) {
        return posed.branches().getFirst().stream()
                .filter(Wish.Word.class::isInstance)
                .map(word -> ((Wish.Word) word).typed().toLowerCase(Locale.ROOT));
    }

    /// What is found, each document that is found in parts once.
    Collection<Indexable> hits(Posed posed, Match match) {
        return once(found(posed, match, null));
    }

    /// How often each value of a facet is among the hits, as if nothing was chosen of it.
    Map<String, Integer> counts(Posed posed, Match match, Facet facet) {
        var counts = new HashMap<String, Integer>();
        for (Indexable hit : once(found(posed, match, facet))) {
            counted(hit, facet).forEach(value -> counts.merge(value, 1, Integer::sum));
        }
        return counts;
    }

    private static Collection<Indexable> once(List<Indexable> found) {
        var once = new LinkedHashMap<Long, Indexable>();
        found.forEach(text -> once.putIfAbsent(key(text), text));
        return once.values();
    }

    /// A page stands for its document.
    static long key(Indexable text) {
        return text.content().type() == ContentType.PAGE ? text.group().id() : text.content().id();
    }

    private List<Indexable> found(Posed posed, Match match, @Nullable Facet left) {
        if (match == Match.NOTHING) {
            return List.of();
        }
        Predicate<Indexable> lets = narrowing(posed, left);
        Map<String, String> shortFor = posed.request().wants(Extra.AS_TYPED) ? Map.of() : meant;
        return visible.stream()
                .filter(text -> wants(posed, match, said.get(text), shortFor))
                .filter(lets)
                .toList();
    }

    /// What is taken away is taken from all branches.
    private static boolean wants(
            Posed posed, Match match, Said text, Map<String, String> shortFor) {
        List<List<Wish>> branches = posed.branches();
        boolean taken =
                branches.stream()
                        .flatMap(List::stream)
                        .filter(Wish.Not.class::isInstance)
                        .anyMatch(not -> !not.wants(text, shortFor));
        if (taken) {
            return false;
        }
        List<List<Wish>> wanted =
                branches.stream()
                        .map(parts ->
                                parts.stream().filter(part -> !(part instanceof Wish.Not)).toList())
                        .filter(parts -> !parts.isEmpty())
                        .toList();
        if (match == Match.BEST) {
            return wanted.getFirst().stream()
                            .filter(Wish.Word.class::isInstance)
                            .anyMatch(word -> word.wants(text, shortFor))
                    && wanted.getFirst().stream()
                            .filter(part -> !(part instanceof Wish.Word))
                            .allMatch(part -> part.wants(text, shortFor));
        }
        return wanted.isEmpty()
                || wanted.stream()
                        .anyMatch(parts ->
                                parts.stream().allMatch(part -> part.wants(text, shortFor)));
    }

    private Predicate<Indexable> narrowing(Posed posed, @Nullable Facet left) {
        Predicate<Indexable> lets = _ -> true;
        for (Map.Entry<Facet, List<String>> typed : posed.typed().entrySet()) {
            Facet facet = typed.getKey();
            lets =
                    lets.and(
                            facet == Facet.TAG || facet == Facet.IS
                                    ? text ->
                                            typed.getValue().stream()
                                                    .allMatch(value -> has(text, facet, value))
                                    : any(facet, typed.getValue()));
        }
        for (List<Map.Entry<Facet, String>> either : posed.either()) {
            lets =
                    lets.and(text ->
                            either.stream()
                                    .anyMatch(one -> has(text, one.getKey(), one.getValue())));
        }
        for (Map.Entry<Facet, List<String>> chosen : posed.request().chosen().entrySet()) {
            if (chosen.getKey() != left) {
                lets = lets.and(any(chosen.getKey(), chosen.getValue()));
            }
        }
        Long within = posed.request().within();
        if (within != null) {
            lets = lets.and(text -> text.group().id() == within);
        }
        return lets.and(text -> isBetween(day(text), posed));
    }

    private Predicate<Indexable> any(Facet facet, List<String> values) {
        return text -> values.stream().anyMatch(value -> has(text, facet, value));
    }

    private static LocalDate day(Indexable text) {
        return LocalDate.ofInstant(text.at(), ZoneOffset.UTC);
    }

    private static boolean isBetween(LocalDate day, Posed posed) {
        LocalDate from = posed.request().from();
        LocalDate to = posed.request().to();
        return (posed.after() == null || !day.isBefore(posed.after()))
                && (posed.before() == null || day.isBefore(posed.before()))
                && (from == null || !day.isBefore(from))
                && (to == null || !day.isAfter(to));
    }

    private boolean has(Indexable text, Facet facet, String value) {
        return switch (facet) {
            case COMMUNITY, AUTHOR -> ids(facet, value).contains(values(text, facet).getFirst());
            case IS -> is(text, value);
            case TAG ->
                    values(text, facet).contains(value)
                            || world.merged.stream()
                                    .filter(one -> one.communityId() == text.communityId())
                                    .filter(one -> one.tag().equals(value))
                                    .map(MergedTag::main)
                                    .anyMatch(values(text, facet)::contains);
            default -> values(text, facet).contains(value);
        };
    }

    private static List<String> ids(Facet facet, String name) {
        return facet == Facet.COMMUNITY
                ? Stream.ofNullable(Asker.COMMUNITIES.get(name)).map(String::valueOf).toList()
                : Asker.PEOPLE.getOrDefault(name, List.of()).stream()
                        .map(one -> String.valueOf(one.id()))
                        .toList();
    }

    private boolean is(Indexable text, String trait) {
        return switch (trait) {
            case "helped" -> values(text, Facet.IS).contains(trait);
            case "unread" -> world.unread.contains(text.group().id());
            case "answered" -> isAnswered(text);
            case "unanswered" ->
                    text.content().type() == ContentType.DISCUSSION && !isAnswered(text);
            default -> beside(text).anyMatch(other -> values(other, Facet.IS).contains(trait));
        };
    }

    private boolean isAnswered(Indexable text) {
        return beside(text).anyMatch(other -> other.content().type() == ContentType.POST);
    }

    private Stream<Indexable> beside(Indexable text) {
        return visible.stream().filter(other -> other.group().equals(text.group()));
    }

    /// A reply counts for what is said of its discussion.
    private List<String> counted(Indexable hit, Facet facet) {
        return facet != Facet.IS
                ? values(hit, facet)
                : Stream.of("open", "solved", "closed", "helped")
                        .filter(trait -> is(hit, trait))
                        .toList();
    }

    private static List<String> values(Indexable text, Facet facet) {
        return switch (facet) {
            case COMMUNITY -> List.of(String.valueOf(text.communityId()));
            case TYPE ->
                    List.of(
                            text.content().type() == ContentType.PAGE
                                    ? "resource"
                                    : text.content().type().name().toLowerCase(Locale.ROOT));
            case KIND -> Stream.ofNullable(text.kind()).toList();
            case TAG -> text.tags();
            case AUTHOR -> List.of(String.valueOf(text.authorId()));
            case YEAR -> List.of(String.valueOf(day(text).getYear()));
            case LANGUAGE -> List.of(text.language());
            // Kept with the authors: nobody here says anything of herself.
            case PROFESSION, EMR -> List.of();
            case IS, FILE, HAS -> {
                String name = facet.name().toLowerCase(Locale.ROOT) + ":";
                yield text.traits().stream()
                        .filter(trait -> trait.startsWith(name))
                        .map(trait -> trait.substring(name.length()))
                        .toList();
            }
        };
    }
}
