package rounds.search;

import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes apart what is written as one, and keeps it whole at the place of its first part: whoever
/// types "covid19", "followup", "5 mg" or "5mg" finds "COVID-19", "follow-up", "5mg" and "5 mg". A
/// dose is the same with a comma or a point in its number, and in whatever way its micrograms are
/// written. Words come in small letters.
final class CompoundFilter extends TokenFilter {
    private static final String JOINED = "joined";
    private static final String MICROGRAMS = "mcg";
    private static final Set<String> ALSO_MICROGRAMS = Set.of("\u00b5g", "\u03bcg", "ug");

    private static final Pattern DOSE =
            Pattern.compile(
                    "(\\d+(?:[.,]\\d+)*)(mg|mcg|ug|\u00b5g|\u03bcg|g|kg|ml|dl|l|cc|iu|ui|mmol|meq|mmhg|mm|cm|h|min)");

    /// Of a longer chain the rest stays one word: it is no word that anybody reads.
    private static final int MOST_PARTS = 8;

    /// Three digits behind a comma are thousands.
    private static final Pattern COMMA = Pattern.compile("(\\d+),(\\d{1,2})");

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final TypeAttribute type = addAttribute(TypeAttribute.class);
    private final Deque<String> parts = new ArrayDeque<>();
    private String joined = "";
    private State whole = new State();

    CompoundFilter(TokenStream input) {
        super(input);
    }

    /// Whether this is something taken apart, as it stood.
    static boolean isJoined(TypeAttribute type) {
        return type.type().equals(JOINED);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!joined.isEmpty()) {
            emit(joined, 0);
            type.setType(JOINED);
            joined = "";
            return true;
        }
        if (!parts.isEmpty()) {
            emit(parts.removeFirst(), 1);
            return true;
        }
        while (input.incrementToken()) {
            if (isPlain(term)) {
                return true;
            }
            List<String> read = parts(term.toString());
            if (!read.isEmpty()) {
                begin(read);
                return true;
            }
        }
        return false;
    }

    private void begin(List<String> read) {
        whole = captureState();
        term.setEmpty().append(read.getFirst());
        if (read.size() > 1) {
            joined = String.join("", read);
            parts.addAll(read.subList(1, read.size()));
        }
    }

    private void emit(String part, int further) {
        restoreState(whole);
        term.setEmpty().append(part);
        step.setPositionIncrement(further);
    }

    /// Nearly every word is one, and of letters alone.
    private static boolean isPlain(CharSequence word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c == HyphenReader.JOINT || c == '\u00b5' || c == '\u03bc' || Character.isDigit(c)) {
                return false;
            }
        }
        return !"ug".contentEquals(word);
    }

    private static List<String> parts(String word) {
        var parts = new ArrayList<String>();
        for (String part : word.split(String.valueOf(HyphenReader.JOINT), MOST_PARTS)) {
            Matcher dose = DOSE.matcher(part);
            if (dose.matches()) {
                parts.add(number(dose.group(1)));
                parts.add(unit(dose.group(2)));
            } else if (!part.isEmpty()) {
                parts.add(unit(number(part)));
            }
        }
        return parts;
    }

    private static String number(String text) {
        return COMMA.matcher(text).matches() ? text.replace(',', '.') : text;
    }

    private static String unit(String text) {
        return ALSO_MICROGRAMS.contains(text) ? MICROGRAMS : text;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        parts.clear();
        joined = "";
    }
}
