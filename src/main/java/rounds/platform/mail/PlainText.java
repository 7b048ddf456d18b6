package rounds.platform.mail;

import java.util.regex.Pattern;

/// People's words in a text mail. Mail programs make links of everything that looks like an
/// address, and a name like `Sign in at evil.example` would become one under our sender's name.
final class PlainText {
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");
    private static final Pattern SLASHES = Pattern.compile(":?/{2,}|\\\\{2,}");
    private static final Pattern DOT = Pattern.compile("[.\\u3002\\uff0e\\uff61](?=[^\\s.])");
    private static final Pattern AT = Pattern.compile("\\s*[@\\uff20]\\s*");
    private static final Pattern SCHEME = Pattern.compile("(?<=\\p{L}):(?=\\S)");

    private PlainText() {}

    static String harmless(String words) {
        String line = line(words);
        line = SLASHES.matcher(line).replaceAll(" ");
        line = SCHEME.matcher(line).replaceAll(": ");
        line = DOT.matcher(line).replaceAll(". ");
        return AT.matcher(line).replaceAll(" (at) ").strip();
    }

    /// One line without anything invisible: a subject.
    static String line(String words) {
        return CONTROL.matcher(words).replaceAll(" ").strip();
    }
}
