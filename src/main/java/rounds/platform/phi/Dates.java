package rounds.platform.phi;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Days in somebody's life. A year alone is nobody's, except the one of a birth; the day of a
/// guideline or a meeting is not asked about.
final class Dates implements Detector {
    private static final String MONTH =
            "(jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?\\.?|july?\\.?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?"
                    + "|janv(?:ier|\\.)|févr?(?:ier|\\.)|mars|avr(?:il|\\.)|mai|juin|juil(?:let|\\.)|août|septembre|octobre|novembre|déc(?:embre|\\.))";
    private static final String TIME = "(?:[T ]\\d{1,2}:\\d{2}(?::\\d{2})?)?";
    private static final String YEAR = "((?:18|19|20)\\d{2})";

    private static final Pattern ISO =
            Pattern.compile(
                    "(?<![\\w./-])"
                            + YEAR
                            + "([-/.])(\\d{1,2})\\2(\\d{1,2})"
                            + TIME
                            + "(?![\\w/-]|\\.\\d)");
    private static final Pattern NUMBERS =
            Pattern.compile(
                    "(?<![\\w./-])(\\d{1,2})([-/.])(\\d{1,2})\\2("
                            + "(?:18|19|20)\\d{2}|\\d{2})"
                            + TIME
                            + "(?![\\w/-]|\\.\\d| ?%)");
    private static final Pattern DAY_MONTH =
            Pattern.compile(
                    "(?i)(?<![\\w./-])(\\d{1,2})(?:st|nd|rd|th|er)?(?: of)? "
                            + MONTH
                            + "(?![\\p{L}])(?:,? "
                            + YEAR
                            + ")?"
                            + TIME
                            + "(?![\\w/-])");
    private static final Pattern MONTH_DAY =
            Pattern.compile(
                    "(?i)(?<![\\p{L}\\d./-])"
                            + MONTH
                            + " (\\d{1,2})(?:st|nd|rd|th)?(?:,? "
                            + YEAR
                            + ")?"
                            + TIME
                            + "(?![\\w/-]|\\.\\d| ?%)");

    /// The day in words: "March third", "the third of March", "le premier mars".
    private static final List<String> DAYS =
            List.of(
                    "first",
                    "second",
                    "third",
                    "fourth",
                    "fifth",
                    "sixth",
                    "seventh",
                    "eighth",
                    "ninth",
                    "tenth",
                    "eleventh",
                    "twelfth",
                    "thirteenth",
                    "fourteenth",
                    "fifteenth",
                    "sixteenth",
                    "seventeenth",
                    "eighteenth",
                    "nineteenth",
                    "twentieth",
                    "twenty-first",
                    "twenty-second",
                    "twenty-third",
                    "twenty-fourth",
                    "twenty-fifth",
                    "twenty-sixth",
                    "twenty-seventh",
                    "twenty-eighth",
                    "twenty-ninth",
                    "thirtieth",
                    "thirty-first");

    private static final List<String> JOURS =
            List.of(
                    "premier",
                    "deux",
                    "trois",
                    "quatre",
                    "cinq",
                    "six",
                    "sept",
                    "huit",
                    "neuf",
                    "dix",
                    "onze",
                    "douze",
                    "treize",
                    "quatorze",
                    "quinze",
                    "seize",
                    "dix-sept",
                    "dix-huit",
                    "dix-neuf",
                    "vingt",
                    "vingt et un",
                    "vingt-deux",
                    "vingt-trois",
                    "vingt-quatre",
                    "vingt-cinq",
                    "vingt-six",
                    "vingt-sept",
                    "vingt-huit",
                    "vingt-neuf",
                    "trente",
                    "trente et un");

    private static final String IN_WORDS = "(" + String.join("|", DAYS) + ")";
    private static final Pattern MONTH_WORDS =
            Pattern.compile(
                    "(?i)(?<![\\p{L}\\d./-])"
                            + MONTH
                            + " (?:the )?"
                            + IN_WORDS
                            + "(?![\\p{L}-])(?:,? "
                            + YEAR
                            + ")?");
    private static final Pattern WORDS_MONTH =
            Pattern.compile(
                    "(?i)(?<![\\p{L}\\d./-])(?:(?:the )?"
                            + IN_WORDS
                            + " of|le ("
                            + String.join("|", JOURS)
                            + ")) "
                            + MONTH
                            + "(?![\\p{L}])(?:,? "
                            + YEAR
                            + ")?");

    private static final Pattern MONTH_YEAR =
            Pattern.compile("(?i)(?<![\\p{L}\\d./-])" + MONTH + ",? " + YEAR + "(?![\\w/-])");
    private static final Pattern BIRTH_YEAR =
            Pattern.compile(
                    "(?i)\\b(?:born(?: in)?|birth(?: year)?|yob|née?(?: en)?|naissance)[ :]{1,3}(?:in |en )?"
                            + YEAR
                            + "(?![\\w/-])");

    private static final Pattern PERSON =
            Pattern.compile(
                    "(?i)\\b(?:born|birth\\w*|dob|d\\.o\\.b|admi(?:tted|ssion)|discharged?|died|dead|deceased|death|seen|saw|visit(?:ed|s)?|surgery|operated|operation|appointment|presented|injur\\w+|fell|fall|diagnosed|hospital\\w*|transferred|referred|collapsed|underwent|biopsy|delivered|delivery|consult\\w*|appt|lmp|edd|stroke|since|married|retired|arrested"
                            + "|née?s?|naissance|admise?|congé|décéd\\w+|décès|vue?|opérée?|chirurgie|accouch\\w+|tomb\\w+|chute|depuis|rendez-vous|rencontrée?|examinée?|transférée?|patiente?s?|she|he|elle|il|mr|mrs|ms|mme|wom[ae]n|m[ae]n|lady|girl|boy|child|mother|father|daughter|son|venue?|personne|femme|homme|dame|enfant|mère|père|fille|fils|came|called|told)\\b[^\\n]{0,60}$");

    /// The same behind it: "On 12 March the patient fell".
    private static final Pattern PERSON_BEHIND =
            Pattern.compile(
                    "(?i)^,? (?:(?:the|my|our|this|a|an|le|la|une?|ma|mon|notre|cette?) (?:\\p{L}+ ){0,2}?(?:patiente?|resident|wom[ae]n|m[ae]n|lady|girl|boy|child|mother|father|daughter|son|personne|femme|homme|dame|enfant|fille|mère|père|fils)|she|he|elle|il|mr|mrs|ms|mme)\\b");

    private static final Pattern ONE =
            Pattern.compile(
                    "(?i)\\b(?:she|he|her|his|mr|mrs|ms|mme|elle|il|born|née?|my patient|mon patient|ma patiente|dob)\\b[^.\\n]{0,40}$");
    private static final Pattern AFFAIR =
            Pattern.compile(
                    "(?i)\\b(?:guid(?:eline|ance)s?|publi\\w+|updated?|versions?|revis\\w+|accessed|retrieved|effective|approved|released|issued|expir\\w+|webinars?|meetings?|conferences?|congrès|workshops?|deadline|sessions?|next|register\\w*|courses?|agenda|minutes|bulletin|memo|policy|act|in force|reviewed|valid|as of"
                            + "|lignes? directrices?|mise? à jour|en vigueur|consulté le|réunion|atelier|formation|prochaine?|échéance|inscri\\w+|rencontre du|avis|loi|séance)\\b[^\\n]{0,50}$");

    private static final Pattern DAY = Pattern.compile("\\d $");
    private static final Pattern SPAN =
            Pattern.compile(
                    "(?i)\\b(?:between|entre)\\b[^.\\n]{0,30}$|\\b(?:from|du|de)\\b[^.\\n]{0,14}(?:19|20)\\d\\d (?:to|until|through|au|à) $");
    private static final Pattern FROM = Pattern.compile("(?i)\\b(?:between|from|entre|du|de) $");
    private static final Pattern TO =
            Pattern.compile(
                    "(?i)^ ?(?:to|and|until|through|-|au|à|et) [^.\\n]{0,16}(?:19|20)\\d\\d");

    @Override
    public void look(Reading reading, Findings found) {
        reading.eachNumber(ISO, match -> day(match, reading, found, date(match, 1, 3, 4)));
        reading.eachNumber(NUMBERS, match -> numbers(match, reading, found));
        reading.eachNumber(DAY_MONTH, match -> named(match, reading, found, 1, 2));
        reading.eachWord(MONTH_DAY, 11, match -> named(match, reading, found, 2, 1));
        reading.each(
                MONTH_WORDS,
                match ->
                        inWords(
                                match,
                                reading,
                                found,
                                number(DAYS, match.group(2)),
                                match.group(1),
                                match.group(3)));
        reading.each(
                WORDS_MONTH,
                match ->
                        inWords(
                                match,
                                reading,
                                found,
                                match.group(1) == null
                                        ? number(JOURS, match.group(2))
                                        : number(DAYS, match.group(1)),
                                match.group(3),
                                match.group(4)));
        reading.eachWord(
                MONTH_YEAR,
                12,
                match -> {
                    if (reading.before(match.start(), 45, ONE)
                            && !isSpan(match, reading)
                            && !reading.before(match.start(), 3, DAY)) {
                        add(match, found, Certainty.POSSIBLE, year(match.group(2)));
                    }
                });
        reading.eachWord(
                BIRTH_YEAR,
                24,
                match ->
                        found.add(
                                match.start(1),
                                match.end(1),
                                Kind.DATE,
                                Certainty.POSSIBLE,
                                Suggestion.REMOVE));
    }

    /// Day and month or month and day; with two digits for the year a dose may look the same.
    private static void numbers(MatchResult match, Reading reading, Findings found) {
        boolean whole = match.group(4).length() == 4;
        LocalDate dayFirst =
                whole ? date(match, 4, 3, 1) : date("2000", match.group(3), match.group(1));
        LocalDate monthFirst =
                whole ? date(match, 4, 1, 3) : date("2000", match.group(1), match.group(3));
        if (dayFirst == null && monthFirst == null) {
            return;
        }
        if (!whole) {
            if (!match.group(2).equals(".") && isPersons(match, reading)) {
                add(match, found, Certainty.LIKELY, Suggestion.REMOVE);
            }
        } else if (dayFirst == null || monthFirst == null) {
            day(match, reading, found, dayFirst == null ? monthFirst : dayFirst);
        } else {
            add(match, found, certainty(match, reading), year(match.group(4)), reading);
        }
    }

    private static void named(
            MatchResult match, Reading reading, Findings found, int day, int month) {
        int number = Integer.parseInt(match.group(day));
        if (number < 1 || number > 31) {
            return;
        }
        if (match.group(3) != null) {
            day(
                    match,
                    reading,
                    found,
                    date(
                            match.group(3),
                            String.valueOf(monthOf(match.group(month))),
                            match.group(day)));
        } else if (isPersons(match, reading)) {
            add(match, found, Certainty.LIKELY, Suggestion.REMOVE);
        }
    }

    private static int number(List<String> names, String said) {
        return names.indexOf(said.toLowerCase(Locale.ROOT)) + 1;
    }

    private static void inWords(
            MatchResult match,
            Reading reading,
            Findings found,
            int day,
            String month,
            @Nullable String year) {
        if (year != null) {
            day(
                    match,
                    reading,
                    found,
                    date(year, String.valueOf(monthOf(month)), String.valueOf(day)));
        } else if (isPersons(match, reading) && !month.equals("may")) {
            // With a small letter it is no month: "she may first try it".
            add(match, found, Certainty.LIKELY, Suggestion.REMOVE);
        }
    }

    private static void day(
            MatchResult match, Reading reading, Findings found, @Nullable LocalDate date) {
        if (date != null) {
            add(match, found, certainty(match, reading), Suggestion.Season.of(date), reading);
        }
    }

    private static void add(
            MatchResult match,
            Findings found,
            Certainty certainty,
            Suggestion suggestion,
            Reading reading) {
        boolean affair = reading.before(match.start(), 50, AFFAIR) || isSpan(match, reading);
        if (!affair) {
            add(match, found, certainty, suggestion);
        }
    }

    private static void add(
            MatchResult match, Findings found, Certainty certainty, Suggestion suggestion) {
        found.add(match.start(), match.end(), Kind.DATE, certainty, suggestion);
    }

    private static Certainty certainty(MatchResult match, Reading reading) {
        return isPersons(match, reading) ? Certainty.LIKELY : Certainty.POSSIBLE;
    }

    private static boolean isPersons(MatchResult match, Reading reading) {
        return (reading.before(match.start(), 60, PERSON)
                        || reading.behind(match.end(), 60, PERSON_BEHIND))
                && !reading.before(match.start(), 50, AFFAIR);
    }

    /// A time over which many were counted, not a day of one.
    private static boolean isSpan(MatchResult match, Reading reading) {
        return reading.before(match.start(), 45, SPAN)
                || reading.before(match.start(), 12, FROM) && reading.behind(match.end(), 30, TO);
    }

    private static Suggestion year(String year) {
        return new Suggestion.Year(Integer.parseInt(year));
    }

    private static @Nullable LocalDate date(MatchResult match, int year, int month, int day) {
        return date(match.group(year), match.group(month), match.group(day));
    }

    private static @Nullable LocalDate date(String year, String month, String day) {
        try {
            return LocalDate.of(
                    Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static final List<Pattern> MONTHS =
            Stream.of(
                            "ja", "f", "mar", "a[vp]", "ma[iy]", "jui?n", "jui?l", "ao|au", "s",
                            "o", "n", "d")
                    .map(begin -> Pattern.compile("^(?:" + begin + ")"))
                    .toList();

    private static int monthOf(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (int i = 0; i < MONTHS.size(); i++) {
            if (MONTHS.get(i).matcher(lower).find()) {
                return i + 1;
            }
        }
        return 1;
    }
}
