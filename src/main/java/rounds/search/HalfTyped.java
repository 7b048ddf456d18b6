package rounds.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A narrowing at the end of what somebody types, whose value is still to come or half there.
///
/// @param before what stands before it
/// @param name the operator as she typed it, with its colon, and the minus that takes away
/// @param value as far as it is typed
public record HalfTyped(String before, String name, String value) {
    /// How the names of files end that can be asked for.
    public static final List<String> FILES = Operator.FILES.stream().sorted().toList();

    /// Days are typed as they are: there is no list to choose one from.
    private static final Map<Operator, Facet> FACETS =
            Map.of(
                    Operator.IN, Facet.COMMUNITY,
                    Operator.KIND, Facet.KIND,
                    Operator.TYPE, Facet.TYPE,
                    Operator.BY, Facet.AUTHOR,
                    Operator.TAG, Facet.TAG,
                    Operator.LANG, Facet.LANGUAGE,
                    Operator.YEAR, Facet.YEAR,
                    Operator.FILE, Facet.FILE,
                    Operator.HAS, Facet.HAS,
                    Operator.IS, Facet.IS);

    private static final Pattern LAST =
            Pattern.compile(
                    "(.*[\\s\\p{Z}]|)(-?("
                            + String.join("|", Operator.NAMES.keySet())
                            + "):)(?:\"([^\"]*)|([^\"\\s\\p{Z}]*))",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

    /// Without marks around it a value is one word, and ends as one.
    private static final Pattern PLAIN =
            Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N}._-]*[\\p{L}\\p{N}])?");

    /// Empty where the last word narrows nothing, or stands in a phrase that is still open.
    public static Optional<HalfTyped> of(String typed) {
        Matcher last = LAST.matcher(typed);
        if (!last.matches() || isOpen(last.group(1))) {
            return Optional.empty();
        }
        var read =
                new HalfTyped(
                        last.group(1),
                        last.group(2),
                        last.group(4) == null ? last.group(5) : last.group(4));
        return FACETS.containsKey(read.operator()) ? Optional.of(read) : Optional.empty();
    }

    private static boolean isOpen(String before) {
        return before.chars().filter(sign -> sign == '"').count() % 2 == 1;
    }

    private Operator operator() {
        String plain = name.substring(isWithout() ? 1 : 0, name.length() - 1);
        return Operator.NAMES.getOrDefault(IndexSchema.lower(plain), Operator.NEAR);
    }

    /// By what it narrows.
    public Facet facet() {
        return FACETS.getOrDefault(operator(), Facet.TAG);
    }

    /// Whether it takes away.
    public boolean isWithout() {
        return name.startsWith("-");
    }

    /// The narrowing with this value, as it is typed.
    public String narrowing(String whole) {
        return name + (PLAIN.matcher(whole).matches() ? whole : '"' + whole + '"');
    }
}
