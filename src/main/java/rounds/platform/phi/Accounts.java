package rounds.platform.phi;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Payment cards (ISO/IEC 7812), international account numbers (ISO 13616) and what is called an
/// account.
final class Accounts implements Detector {
    private static final Pattern CARD =
            Pattern.compile("(?<![\\w.+/-])\\d(?:[ -]?\\d){11,18}(?![\\w-]|\\.\\d)");

    /// Written as on a card: whoever copies it by hand may get a digit wrong.
    private static final Pattern ON_CARD =
            Pattern.compile(
                    "(?:[3-6]\\d{3}([ -])\\d{4}\\1\\d{4}\\1\\d{4}|3[47]\\d{2}([ -])\\d{6}\\2\\d{5}|(?:4\\d{3}|5[1-5]\\d{2})\\d{12})");

    private static final Pattern IBAN =
            Pattern.compile(
                    "\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![\\w-])");
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\w.+/-])\\d(?:[ -]?\\d){4,18}(?![\\w-]|\\.\\d)");

    private static final Pattern CARD_WORD =
            Pattern.compile(
                    "(?i)(?:\\bcards?\\b|\\bcc\\b|\\bvisa\\b|mastercard|amex|\\bcarte\\b|crédit)[^\\n\\d]{0,30}$");
    private static final Pattern ACCOUNT_WORD =
            Pattern.compile(
                    "(?i)(?:\\baccounts?|\\bacct|\\bcompte|\\btransit|\\brouting|\\bfolio|\\bbban|\\biban)\\b(?: no\\.)?[^.\\n\\d]{0,20}$");

    @Override
    public void look(Reading reading, Findings found) {
        reading.eachNumber(
                CARD,
                match -> {
                    if (isCard(match) && !isReference(reading, match)
                            || reading.before(match.start(), 60, CARD_WORD)) {
                        found.likely(match, Kind.ACCOUNT, Suggestion.REMOVE);
                    }
                });
        reading.eachWord(
                IBAN,
                2,
                match -> {
                    if (Checks.iban(match.group().replace(" ", "").toUpperCase(Locale.ROOT))
                            || reading.before(match.start(), 60, ACCOUNT_WORD)) {
                        found.likely(match, Kind.ACCOUNT, Suggestion.REMOVE);
                    }
                });
        reading.eachNumber(
                NUMBER,
                match -> {
                    if (reading.before(match.start(), 60, ACCOUNT_WORD)) {
                        found.likely(match, Kind.ACCOUNT, Suggestion.REMOVE);
                    }
                });
    }

    /// By the first digits that banks and travel cards have.
    private static boolean isCard(MatchResult match) {
        String digits = Checks.digits(match.group());
        return ON_CARD.matcher(match.group()).matches()
                || digits.length() >= 13
                        && (digits.charAt(0) >= '2' && digits.charAt(0) <= '6'
                                || digits.startsWith("1800"))
                        && Checks.luhn(digits);
    }

    private static boolean isReference(Reading reading, MatchResult match) {
        return reading.before(match.start(), 70, HealthCards.REFERENCE);
    }
}
