package rounds.library.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The list of authors in BibTeX: `von Last, First and Last, Jr, First and First von Last and {A
/// Group}`. What stands in braces is one word.
final class BibTexNames {

    static List<Name> read(String source) {
        return split(source, true).stream()
                .filter(name -> !name.isBlank() && !name.strip().equals("others"))
                .map(BibTexNames::name)
                .toList();
    }

    static String write(List<Name> names) {
        return names.stream().map(BibTexNames::written).collect(Collectors.joining(" and "));
    }

    private static String written(Name name) {
        if (name.isGroup()) {
            return "{" + Latex.encode(name.family()) + "}";
        }
        return part(name.family())
                + (name.suffix().isEmpty() ? "" : ", " + part(name.suffix()))
                + ", "
                + part(name.given());
    }

    private static String part(String text) {
        String encoded = Latex.encode(text);
        return text.contains(",") || text.matches("(?s).*\\sand\\s.*")
                ? "{" + encoded + "}"
                : encoded;
    }

    private static Name name(String source) {
        List<String> parts = split(source, false).stream().map(Latex::decode).toList();
        return switch (parts.size()) {
            case 1 -> inOrder(words(source.strip()));
            case 2 -> new Name(parts.get(0), parts.get(1), "");
            default -> new Name(parts.get(0), parts.get(2), parts.get(1));
        };
    }

    /// First von Last: the family's name begins with the first word in small letters, or is the
    /// last word.
    private static Name inOrder(List<String> words) {
        int family = words.size() - 1;
        for (int i = words.size() - 2; i > 0; i--) {
            family = Character.isLowerCase(words.get(i).codePointAt(0)) ? i : family;
        }
        return new Name(
                joined(words.subList(family, words.size())), joined(words.subList(0, family)), "");
    }

    private static String joined(List<String> words) {
        return Latex.decode(String.join(" ", words));
    }

    private static List<String> words(String source) {
        var words = new ArrayList<String>();
        int from = 0;
        int depth = 0;
        for (int i = 0; i <= source.length(); i++) {
            char sign = i == source.length() ? ' ' : source.charAt(i);
            depth += sign == '{' ? 1 : sign == '}' ? -1 : 0;
            if (Character.isWhitespace(sign) && (depth <= 0 || i == source.length())) {
                if (i > from) {
                    words.add(source.substring(from, i));
                }
                from = i + 1;
            }
        }
        return words;
    }

    /// @param people at the word "and"; otherwise at commas
    private static List<String> split(String source, boolean people) {
        var parts = new ArrayList<String>();
        int from = 0;
        int depth = 0;
        for (int i = 0; i < source.length(); i++) {
            char sign = source.charAt(i);
            depth += sign == '{' ? 1 : sign == '}' ? -1 : 0;
            int length = depth > 0 ? 0 : people ? and(source, i) : sign == ',' ? 1 : 0;
            if (length > 0) {
                parts.add(source.substring(from, i));
                from = i + length;
                i = from - 1;
            }
        }
        parts.add(source.substring(from));
        return parts;
    }

    /// Its length with the blank before it; 0 where it does not stand.
    private static int and(String source, int at) {
        return Character.isWhitespace(source.charAt(at))
                        && source.regionMatches(true, at + 1, "and", 0, 3)
                        && at + 4 < source.length()
                        && Character.isWhitespace(source.charAt(at + 4))
                ? 4
                : 0;
    }

    private BibTexNames() {}
}
