package rounds.platform.phi;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Ages over 89 of one person. Groups ("over 90", "85 to 95") are nobody.
final class Ages implements Detector {
    private static final String OLD = "(9\\d|1[01]\\d)";
    private static final Pattern AGE =
            Pattern.compile(
                    "(?<![\\d.,/-])"
                            + OLD
                            + "(?:[- ]?(?:years?|yrs?|y)\\.?(?:[- ]old|[- ]?/?[- ]?o\\b| of age)|[- ]?yo\\b| ans\\b(?! (?:plus tard|d'(?:histoire|existence|expérience)|de (?:suivi|recul)|après|et plus)))?"
                            + "(?!\\d|[.,]\\d| ?%| ?(?:-|to|à|and|et) ?(?:\\d|over|older|plus))",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern SEX = Pattern.compile("^ ?[MF]\\b");
    private static final Pattern SAID =
            Pattern.compile(
                    "(?i)\\b(?:aged?|age(?: of| is|:)?|turn(?:s|ed|ing)?|âgée? de|âge ?:)\\s{0,2}$");

    /// "Mrs Kowalski, 93, fell".
    private static final Pattern PERSON =
            Pattern.compile(
                    "(?:(?<![\\p{L}])\\p{Lu}\\p{Ll}[\\p{L}'-]*|\\b(?:wom[ae]n|m[ae]n|lady|gentleman|patiente?|resident|femme|homme|dame|résidente?)), $");

    /// "She is 97 and lives alone", "He was 104."
    private static final Pattern OF_SOMEBODY =
            Pattern.compile(
                    "(?i)(?<![\\p{L}])(?:s?he|(?:the|my|our|his|her|this) (?:patient|client|resident|woman|man|lady|gentleman|mother|father|mom|mum|dad|wife|husband|grandmother|grandfather|aunt|uncle|sister|brother))(?: is|'s| was)(?: now| only| just| already| almost| nearly)? $");

    private static final Pattern SAID_ALONE =
            Pattern.compile(
                    "^(?:[.;?!,)](?= |\\n|$)|\\n|$| (?:and|but|when|now|then|with no|at the time|this year|last year|next)\\b)");

    private static final Pattern ASIDE = Pattern.compile("^(?:, |[.;?!)](?: |\\n|$))");
    private static final Pattern SPAN =
            Pattern.compile(
                    "(?i)^ ?(?:hours?|h\\b|days?|weeks?|months?|minutes?|heures|jours|semaines|mois|%)");
    private static final Pattern GROUP =
            Pattern.compile(
                    "(?i)(?:[<>≤≥=]|\\b(?:over|under|above|below|than|to|until|least|and|between|plus de|moins de|à|de \\d{2} à)|\\d ?-) ?$");
    private static final Pattern GROUP_BEHIND =
            Pattern.compile(
                    "(?i)^ ?(?:or (?:over|older|more)|and (?:over|older|above)|\\+|et plus|ou plus)");

    /// In words: "ninety-three years old", "quatre-vingt-treize ans".
    private static final String OLD_WORDS =
            "(?:ninety(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?"
                    + "|(?:a|one) hundred(?: and (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))?"
                    + "|quatre-vingt-(?:dix(?:-(?:sept|huit|neuf))?|onze|douze|treize|quatorze|quinze|seize)"
                    + "|cent(?: (?:et )?une?| deux| trois| quatre| cinq| six| sept| huit| neuf| dix| onze| douze)?)";

    private static final Pattern AGE_IN_WORDS =
            Pattern.compile(
                    "(?i)(?<![\\p{L}\\d-])"
                            + OLD_WORDS
                            + "(?:[- ]years?(?:[- ]old|[- ]of[- ]age)?(?! (?:ago|later|of |after|before|from|since|in )|s)"
                            + "| ans\\b(?! (?:plus tard|d'(?:histoire|existence|expérience)|de (?:suivi|recul|prison)|après|et plus)))"
                            + "(?![\\p{L}-])");

    private static final Pattern LASTING =
            Pattern.compile(
                    "(?i)\\b(?:depuis|for|il y a|during|pendant|last|past|every|tous les) $");

    /// Where the years are not said.
    private static final Pattern WORDS_ALONE =
            Pattern.compile("(?i)(?<![\\p{L}\\d-])" + OLD_WORDS + "(?![\\p{L}\\d-])");

    @Override
    public void look(Reading reading, Findings found) {
        if (reading.has("inety")
                || reading.has("undred")
                || reading.has("vingt")
                || reading.has("cent")
                || reading.has("INETY")) {
            inWords(reading, found);
        }
        reading.eachNumber(
                AGE,
                match -> {
                    boolean said =
                            match.end() > match.end(1)
                                    || reading.behind(match.end(), 3, SEX)
                                    || reading.before(match.start(), 40, PERSON)
                                            && reading.behind(match.end(), 3, ASIDE)
                                    || isOfSomebody(reading, match)
                                    || reading.before(match.start(), 14, SAID)
                                            && !reading.behind(match.end(), 10, SPAN);
                    if (said
                            && !reading.before(match.start(), 14, GROUP)
                            && !reading.behind(match.end(), 14, GROUP_BEHIND)) {
                        found.likely(match, Kind.AGE, Suggestion.NINETY_OR_OLDER);
                    }
                });
    }

    private static boolean isOfSomebody(Reading reading, MatchResult age) {
        return reading.before(age.start(), 40, OF_SOMEBODY)
                && reading.behind(age.end(), 14, SAID_ALONE);
    }

    private static void inWords(Reading reading, Findings found) {
        reading.each(
                AGE_IN_WORDS,
                match -> {
                    if (!reading.before(match.start(), 14, GROUP)
                            && !reading.before(match.start(), 10, LASTING)
                            && !reading.behind(match.end(), 14, GROUP_BEHIND)) {
                        found.likely(match, Kind.AGE, Suggestion.NINETY_OR_OLDER);
                    }
                });
        reading.each(
                WORDS_ALONE,
                match -> {
                    if ((isOfSomebody(reading, match)
                                    || reading.before(match.start(), 14, SAID)
                                    || reading.before(match.start(), 40, PERSON)
                                            && reading.behind(match.end(), 3, ASIDE))
                            && !reading.behind(match.end(), 10, SPAN)
                            && !reading.before(match.start(), 14, GROUP)
                            && !reading.behind(match.end(), 14, GROUP_BEHIND)) {
                        found.likely(match, Kind.AGE, Suggestion.NINETY_OR_OLDER);
                    }
                });
    }
}
