package rounds.platform.phi;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Numbers of phones and fax machines. A toll-free number is a service's, not a patient's.
///
/// A library that knows every country's numbers was weighed: it asks for a country, or a plus sign,
/// and takes a dose table for numbers as soon as it is told to be lenient.
final class Phones implements Detector {
    private static final String EXTENSION = "(?: ?(?:x|ext\\.?|poste|#) ?\\d{1,6})?";

    /// As in North America: 604-555-0143, (604) 555-0143, +1 604 555 0143.
    private static final Pattern NORTH_AMERICA =
            Pattern.compile(
                    "(?<![\\w.+/-])(?:(?:\\+|00)?1[ .-]?)?(?:\\(([2-9]\\d{2})\\) ?|([2-9]\\d{2})[ .-])\\d{3}[ .-]?\\d{4}"
                            + EXTENSION
                            + "(?![\\w/]|-\\d|\\.\\d)",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern TOLL_FREE = Pattern.compile("8(?:00|33|44|55|66|77|88)");

    private static final Pattern INTERNATIONAL =
            Pattern.compile(
                    "(?<![\\w.+])(?:\\+|00(?=[1-9]\\d{0,2}[ .-]))\\d{1,3}[ .-]?(?:\\(0\\)[ .-]?)?\\d{1,4}(?:[ .-]?\\d{2,4}){2,5}"
                            + EXTENSION
                            + "(?![\\w/]|\\.\\d)",
                    Pattern.CASE_INSENSITIVE);

    /// As at home in much of Europe: a zero, then groups.
    private static final Pattern HOME =
            Pattern.compile(
                    "(?<![\\w.+/-])(?:\\(0\\d{1,4}\\)|0[1-9]\\d{0,3})[ -]\\d{2,8}(?:[ .-]?\\d{2,4}){0,4}(?![\\w/]|-\\d|\\.\\d| ?%)");

    private static final Pattern ANY =
            Pattern.compile(
                    "(?<![\\w.+/-])[+(]?\\d(?:[ ().-]{0,2}\\d){6,14}"
                            + EXTENSION
                            + "(?![\\w/]|-\\d|\\.\\d| ?%)",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern WORD =
            Pattern.compile(
                    "(?i)(?:\\b(?:tel|télé?|phone|telephone|téléphone|cell(?:phone|ulaire|ulars?)?|mobile|portable|fax|télécopieur|pager|desk|office|home|work|whatsapp"
                            + "|registered|answering (?:at|on)|messages? (?:to|at)|call(?:ed|ing)?|text(?:ed)?|reach\\w*|ring|dial|contact\\w*|appel\\w*|joindre|rejoindre)\\b|n[o°] de tél)[^\\d\\n]{0,20}\\n?$");

    private static final Pattern IN_TABLE =
            Pattern.compile("^ ?(?:mg|m[lL]|mcg|µg|units?|mmol|kg|cm|mm)\\b");

    @Override
    public void look(Reading reading, Findings found) {
        reading.eachNumber(
                NORTH_AMERICA,
                match -> {
                    String area = match.group(1) == null ? match.group(2) : match.group(1);
                    if (!TOLL_FREE.matcher(area).matches()) {
                        add(match, reading, found);
                    }
                });
        reading.eachNumber(INTERNATIONAL, match -> add(match, reading, found));
        reading.eachNumber(
                HOME,
                match -> {
                    int digits = Checks.digits(match.group()).length();
                    if (digits >= 9 && digits <= 12) {
                        add(match, reading, found);
                    }
                });
        reading.eachNumber(
                ANY,
                match -> {
                    if (isAnnounced(reading, match.start()) && !isTollFree(match)) {
                        add(match, reading, found);
                    }
                });
    }

    /// Whether a word before this place says that a phone's number comes.
    static boolean isAnnounced(Reading reading, int place) {
        return reading.before(place, 45, WORD);
    }

    private static boolean isTollFree(MatchResult match) {
        String digits = Checks.digits(match.group());
        String national = digits.startsWith("1") ? digits.substring(1) : digits;
        return national.length() == 10 && TOLL_FREE.matcher(national.substring(0, 3)).matches();
    }

    private static void add(MatchResult match, Reading reading, Findings found) {
        if (!reading.before(match.start(), 70, HealthCards.REFERENCE)
                && !reading.behind(match.end(), 8, IN_TABLE)) {
            found.likely(match, Kind.PHONE, Suggestion.REMOVE);
        }
    }
}
