package rounds.platform.phi;

import org.jsoup.parser.Parser;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// A text as the eye reads it: signs that show nothing and the marks of Markdown are gone, digits,
/// blanks, hyphens and apostrophes of all kinds are the plain ones, letters are composed. It knows
/// where each of its characters stands in the text.
final class Reading {
    private static final int LONGEST_REFERENCE = 10;

    private final StringBuilder plain;
    private int[] starts;
    private int[] ends;
    private final String read;
    private final Starts begins;

    Reading(String text) {
        plain = new StringBuilder(text.length());
        starts = new int[text.length() + 1];
        ends = new int[text.length() + 1];
        int at = 0;
        while (at < text.length()) {
            at = take(text, at);
        }
        read = plain.toString();
        begins = Starts.of(read);
    }

    String text() {
        return read;
    }

    int startInText(int place) {
        return starts[place];
    }

    int endInText(int place) {
        return ends[place - 1];
    }

    boolean has(String part) {
        return read.contains(part);
    }

    /// Calls for each match from left to right.
    void each(Pattern pattern, Consumer<MatchResult> found) {
        Matcher matcher = pattern.matcher(read);
        while (matcher.find()) {
            found.accept(matcher.toMatchResult());
        }
    }

    /// As [#each], for what begins with a number, or with a sign before it.
    void eachNumber(Pattern pattern, Consumer<MatchResult> found) {
        eachAt(begins.numbers(), pattern, found);
    }

    /// As [#each], for what begins with a word and has a digit within so many characters.
    void eachWord(Pattern pattern, int reach, Consumer<MatchResult> found) {
        int[] numbers = begins.numbers();
        int[] near =
                Arrays.stream(begins.words())
                        .filter(word -> {
                            int next = Arrays.binarySearch(numbers, word);
                            int at = next < 0 ? -next - 1 : next;
                            return at < numbers.length && numbers[at] - word <= reach;
                        })
                        .toArray();
        eachAt(near, pattern, found);
    }

    private void eachAt(int[] places, Pattern pattern, Consumer<MatchResult> found) {
        Matcher matcher = pattern.matcher(read).useTransparentBounds(true);
        int end = 0;
        for (int place : places) {
            if (place >= end
                    && matcher.region(place, read.length()).lookingAt()
                    && matcher.end() > place) {
                found.accept(matcher.toMatchResult());
                end = matcher.end();
            }
        }
    }

    /// Where numbers and words begin: trying each pattern at each sign would take five times as
    /// long.
    private record Starts(int[] numbers, int[] words) {
        static Starts of(String text) {
            var numbers = IntStream.builder();
            var words = IntStream.builder();
            boolean inside = false;
            boolean inNumber = false;
            for (int i = 0; i < text.length(); i++) {
                char sign = text.charAt(i);
                boolean digit = sign >= '0' && sign <= '9';
                boolean letter = !digit && Character.isLetter(sign);
                if (digit && !inNumber) {
                    if (i > 0 && (text.charAt(i - 1) == '(' || text.charAt(i - 1) == '+')) {
                        numbers.add(i - 1);
                    }
                    numbers.add(i);
                } else if (letter && !inside) {
                    words.add(i);
                }
                inNumber = digit;
                inside = digit || letter;
            }
            return new Starts(numbers.build().toArray(), words.build().toArray());
        }
    }

    /// Whether the pattern, which usually ends with `$`, is found in so many characters before.
    boolean before(int place, int reach, Pattern pattern) {
        return pattern.matcher(read)
                .region(Math.max(0, place - reach), place)
                .useTransparentBounds(true)
                .find();
    }

    /// Whether the pattern begins right here, within so many characters.
    boolean behind(int place, int reach, Pattern pattern) {
        return pattern.matcher(read)
                .region(place, Math.min(read.length(), place + reach))
                .useTransparentBounds(true)
                .lookingAt();
    }

    /// One letter with the marks that stand on it.
    private int take(String text, int at) {
        int sign = text.codePointAt(at);
        int end = at + Character.charCount(sign);
        if (sign == '&') {
            int behind = takeReference(text, at);
            if (behind > at) {
                return behind;
            }
        }
        if (sign < 0x80) {
            if (end == text.length() || text.charAt(end) < 0x300) {
                ascii(text, (char) sign, at);
                return end;
            }
        } else if (isUnseen(sign)) {
            return end;
        }
        int marks = 0;
        while (end < text.length() && isMark(text.codePointAt(end)) && marks < 16) {
            end += Character.charCount(text.codePointAt(end));
            marks++;
        }
        int type = Character.getType(sign);
        if (marks == 0 && sign < 0x80) {
            ascii(text, (char) sign, at);
        } else if (Character.isDigit(sign)) {
            put((char) ('0' + Character.digit(sign, 10)), at, end);
        } else if (type == Character.SPACE_SEPARATOR) {
            put(' ', at, end);
        } else if (type == Character.DASH_PUNCTUATION || sign == 0x2212) {
            put('-', at, end);
        } else if ("‘’ʼ＇′".indexOf(sign) >= 0) {
            put('\'', at, end);
        } else {
            // Superscripts stay what they are: the 2 of m² is no digit of a number.
            Form form = isOtherShape(sign) ? Form.NFKC : Form.NFC;
            String composed = Normalizer.normalize(text.substring(at, end), form);
            for (int i = 0; i < composed.length(); i++) {
                put(composed.charAt(i), at, end);
            }
        }
        return end;
    }

    /// What HTML writes as a reference is read as the sign that the page shows: `&#57;` is a 9.
    ///
    /// @return where it ends; `at` for what is none
    private int takeReference(String text, int at) {
        int semicolon = text.indexOf(';', at);
        if (semicolon < 0 || semicolon - at > LONGEST_REFERENCE) {
            return at;
        }
        String shown = Parser.unescapeEntities(text.substring(at, semicolon + 1), true);
        if (shown.length() != 1 || shown.charAt(0) == '&') {
            return at;
        }
        char sign = shown.charAt(0);
        if (Character.getType(sign) == Character.SPACE_SEPARATOR) {
            put(' ', at, semicolon + 1);
        } else if (!isUnseen(sign)) {
            put(sign, at, semicolon + 1);
        }
        return semicolon + 1;
    }

    private void ascii(String text, char sign, int at) {
        switch (sign) {
            case '*', '_', '`', '~', '\\' -> {
                boolean inside = isWordAt(text, at - 1) && isWordAt(text, at + 1);
                if (inside && sign != '\\') {
                    put(sign, at, at + 1);
                }
            }
            case '\r' -> {}
            case '\t', '\f' -> put(' ', at, at + 1);
            default -> put(sign, at, at + 1);
        }
    }

    private static boolean isWordAt(String text, int at) {
        return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
    }

    private static boolean isUnseen(int sign) {
        return Character.getType(sign) == Character.FORMAT
                || sign >= 0xFE00 && sign <= 0xFE0F
                || sign == 0x034F;
    }

    private static boolean isMark(int sign) {
        return Character.getType(sign) == Character.NON_SPACING_MARK;
    }

    /// Full-width letters, letters of mathematics, ligatures.
    private static boolean isOtherShape(int sign) {
        return sign >= 0xFF00 && sign <= 0xFFEF
                || sign >= 0x1D400 && sign <= 0x1D7FF
                || sign >= 0xFB00 && sign <= 0xFB06;
    }

    private void put(char sign, int start, int end) {
        int place = plain.length();
        if (place == starts.length) {
            starts = Arrays.copyOf(starts, place * 2 + 16);
            ends = Arrays.copyOf(ends, place * 2 + 16);
        }
        starts[place] = start;
        ends[place] = end;
        plain.append(sign);
    }
}
