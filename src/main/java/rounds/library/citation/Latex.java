package rounds.library.citation;

import java.text.Normalizer;
import java.util.Map;

/// Text as it stands in BibTeX: `G{\"o}del`, `caf\'e`, `5\%`. What is written is Unicode, with only
/// those signs replaced that mean something there.
final class Latex {
    private static final Map<String, String> ACCENTS =
            Map.ofEntries(
                    Map.entry("`", "\u0300"),
                    Map.entry("'", "\u0301"),
                    Map.entry("^", "\u0302"),
                    Map.entry("~", "\u0303"),
                    Map.entry("=", "\u0304"),
                    Map.entry("u", "\u0306"),
                    Map.entry(".", "\u0307"),
                    Map.entry("\"", "\u0308"),
                    Map.entry("r", "\u030a"),
                    Map.entry("H", "\u030b"),
                    Map.entry("v", "\u030c"),
                    Map.entry("d", "\u0323"),
                    Map.entry("c", "\u0327"),
                    Map.entry("k", "\u0328"),
                    Map.entry("b", "\u0331"));

    private static final Map<String, String> SIGNS =
            Map.ofEntries(
                    Map.entry("ss", "ß"),
                    Map.entry("o", "ø"),
                    Map.entry("O", "Ø"),
                    Map.entry("l", "ł"),
                    Map.entry("L", "Ł"),
                    Map.entry("ae", "æ"),
                    Map.entry("AE", "Æ"),
                    Map.entry("oe", "œ"),
                    Map.entry("OE", "Œ"),
                    Map.entry("aa", "å"),
                    Map.entry("AA", "Å"),
                    Map.entry("i", "i"),
                    Map.entry("j", "j"),
                    Map.entry("textbackslash", "\\"),
                    Map.entry("textbraceleft", "{"),
                    Map.entry("textbraceright", "}"),
                    Map.entry("textasciitilde", "~"),
                    Map.entry("textasciicircum", "^"),
                    Map.entry("textendash", "–"),
                    Map.entry("textemdash", "—"),
                    Map.entry("textquoteright", "’"),
                    Map.entry("textdegree", "°"),
                    Map.entry("ldots", "…"),
                    Map.entry("dots", "…"));

    private final String source;
    private final StringBuilder out = new StringBuilder();
    private int at;

    private Latex(String source) {
        this.source = source;
    }

    /// @param source whose braces are nested no deeper than the stack allows: see {@link BibTex}
    static String decode(String source) {
        var latex = new Latex(source);
        while (latex.at < source.length()) {
            latex.next();
        }
        return Plain.line(Normalizer.normalize(latex.out, Normalizer.Form.NFC));
    }

    /// In one line, within braces.
    static String encode(String text) {
        var out = new StringBuilder();
        String line = Plain.line(text);
        for (int i = 0; i < line.length(); i++) {
            char sign = line.charAt(i);
            // Two of these in a row would be read as another one.
            if ("-`'".indexOf(sign) >= 0 && i > 0 && line.charAt(i - 1) == sign) {
                out.append("{}");
            }
            out.append(
                    switch (sign) {
                        case '\\' -> "\\textbackslash{}";
                        // Braces are counted even behind a backslash.
                        case '{' -> "\\textbraceleft{}";
                        case '}' -> "\\textbraceright{}";
                        case '~' -> "\\textasciitilde{}";
                        case '^' -> "\\textasciicircum{}";
                        case '#', '$', '%', '&', '_' -> "\\" + sign;
                        default -> String.valueOf(sign);
                    });
        }
        return out.toString();
    }

    private void next() {
        char sign = source.charAt(at);
        if (sign == '\\') {
            at++;
            command();
        } else if (take("---")) {
            out.append('—');
        } else if (take("--")) {
            out.append('–');
        } else if (take("``")) {
            out.append('“');
        } else if (take("''")) {
            out.append('”');
        } else {
            at++;
            if (sign == '~') {
                out.append(' ');
            } else if (sign != '{' && sign != '}' && sign != '$') {
                out.append(sign);
            }
        }
    }

    private boolean take(String wanted) {
        boolean there = source.startsWith(wanted, at);
        at += there ? wanted.length() : 0;
        return there;
    }

    private void command() {
        String name = name();
        String accent = ACCENTS.get(name);
        if (accent != null) {
            String letter = argument();
            int first = letter.isEmpty() ? 0 : Character.charCount(letter.codePointAt(0));
            out.append(letter, 0, first);
            out.append(letter.isEmpty() ? "" : accent);
            out.append(letter, first, letter.length());
        } else if (SIGNS.containsKey(name)) {
            out.append(SIGNS.get(name));
        } else if (name.length() == 1 && !Character.isLetter(name.charAt(0))) {
            out.append(name.equals("\\") ? " " : name);
        }
        // Of any other command, as \emph, only the words are kept.
    }

    /// Letters, and the blanks that end them; or one sign.
    private String name() {
        int from = at;
        while (at < source.length() && isLetter(source.charAt(at))) {
            at++;
        }
        if (at == from) {
            at = Math.min(source.length(), at + 1);
            return source.substring(from, at);
        }
        String name = source.substring(from, at);
        skipBlanks();
        return name;
    }

    private static boolean isLetter(char sign) {
        return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
    }

    private void skipBlanks() {
        while (at < source.length() && Character.isWhitespace(source.charAt(at))) {
            at++;
        }
    }

    /// What an accent stands on: a group, a command as `\i`, or one letter.
    private String argument() {
        skipBlanks();
        int from = at;
        if (at >= source.length()) {
            return "";
        }
        if (source.charAt(at) == '{') {
            at = closing(source, at) + 1;
        } else if (source.charAt(at) == '\\') {
            at++;
            name();
        } else {
            at += Character.charCount(source.codePointAt(at));
        }
        at = Math.min(at, source.length());
        return decode(source.substring(from, at));
    }

    /// Where the brace closes that opens there; the end, if nowhere.
    static int closing(String source, int open) {
        int depth = 0;
        for (int i = open; i < source.length(); i++) {
            char sign = source.charAt(i);
            depth += sign == '{' ? 1 : sign == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return source.length() - 1;
    }
}
