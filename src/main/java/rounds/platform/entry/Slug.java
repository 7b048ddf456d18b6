package rounds.platform.entry;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// The readable part of an address. It only decorates: the id before it decides.
public final class Slug {
    private static final int LONGEST = 60;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES = Pattern.compile("['’ʼ]");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern ENDS = Pattern.compile("^-+|-+$");

    /// Small ASCII letters, digits and hyphens, at most 60; empty for a title that has none of
    /// them.
    public static String of(String title) {
        String folded =
                MARKS.matcher(Normalizer.normalize(title, Normalizer.Form.NFKD))
                        .replaceAll("")
                        .toLowerCase(Locale.ROOT)
                        .replace("œ", "oe")
                        .replace("æ", "ae")
                        .replace("ß", "ss")
                        .replace("ø", "o")
                        .replace("ł", "l");
        String plain = APOSTROPHES.matcher(folded).replaceAll("");
        String joined = ENDS.matcher(OTHERS.matcher(plain).replaceAll("-")).replaceAll("");
        return joined.length() <= LONGEST ? joined : cut(joined);
    }

    /// At the end of a word where one is near.
    private static String cut(String joined) {
        int end = joined.lastIndexOf('-', LONGEST);
        return joined.substring(0, end > LONGEST / 2 ? end : LONGEST);
    }

    private Slug() {}
}
