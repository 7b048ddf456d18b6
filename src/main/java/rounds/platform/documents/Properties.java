package rounds.platform.documents;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What is worth believing of what files say about themselves: much of it was written by programs.
final class Properties {
    private static final Pattern NAMELESS =
            Pattern.compile(
                    "(?i)untitled.*|document ?\\d*|microsoft (word|powerpoint|excel).*|(powerpoint )?(presentation|pr\u00e9sentation)( powerpoint)?( ?\\d+)?|pr\u00e9sentation powerpoint|sans titre.*|(slide|page|title|titre|print|layout) ?\\d*|.*\\.(docx?|docm|pptx?|xlsx?|odt|odp|pdf|tex|dvi|ps|indd|qxd|qxp|rtf|txt|fm|html?|eps|ai|p65|wpd)|(doi:? ?)?10\\.\\d{4,9}/\\S+|pii:? ?\\S+|[a-z]+[\\d_-]+[\\w-]*");

    /// What scanners, cameras and fax machines call what they make.
    private static final Pattern MACHINE =
            Pattern.compile(
                    "(?i)(scan|img|image|fax|num\u00e9risation|copie?)(\\W?\\d.*|_.*)?"
                            + "|(hp|canon|epson|xerox|ricoh|kyocera|konica|toshiba) \\S*.*\\d.*"
                            + "|.*\\b(camscanner|scanjet|scansnap|workcentre|imagerunner|bizhub)\\b.*"
                            + "|scanned (by|from|with|document|image).*|new (document|presentation).*");

    private static final Pattern NOBODY =
            Pattern.compile(
                    "(?i)(admin(istrator)?|user|utilisateur|owner|author|auteur|unknown|none|microsoft( office)? user|utilisateur (de )?microsoft( office)?|default|guest|root|windows( user)?|utilisateur windows|apache poi|openpyxl|python-docx|(libre|open) ?office.*|docx4j|pandoc|chromium|skia.*|pc|home|\\d+)|.*@.*");

    private static final Pattern BETWEEN =
            Pattern.compile("\\s*(?:;|\\r|\\n|\\s&\\s|\\sand\\s|\\set\\s)\\s*");
    private static final Pattern LANGUAGE = Pattern.compile("([a-z]{2,3})([-_].*)?");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    private Properties() {}

    /// Empty for what is none.
    static String title(String told) {
        String title = told.replaceAll("\\s+", " ").strip();
        boolean named = !NAMELESS.matcher(title).matches() && !MACHINE.matcher(title).matches();
        return named && LETTER.matcher(title).find() ? title : "";
    }

    static List<String> authors(List<String> told) {
        var authors = new ArrayList<String>();
        for (String some : told) {
            for (String names : BETWEEN.split(some.strip())) {
                for (String name : apart(names)) {
                    if (LETTER.matcher(name).find()
                            && !NOBODY.matcher(name).matches()
                            && !authors.contains(name)) {
                        authors.add(name);
                    }
                }
            }
        }
        return authors;
    }

    /// "Smith, John" is one; "John Smith, Ann Lee" are two.
    private static List<String> apart(String names) {
        List<String> parts = List.of(names.strip().split("\\s*,\\s*"));
        boolean several = parts.size() > 2 || parts.stream().allMatch(part -> part.contains(" "));
        return several ? parts : List.of(names.strip());
    }

    /// Null for what is none.
    static @Nullable String language(String told) {
        var language = LANGUAGE.matcher(told.strip().toLowerCase(Locale.ROOT));
        return language.matches() ? language.group(1) : null;
    }
}
