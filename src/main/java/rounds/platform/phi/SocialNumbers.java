package rounds.platform.phi;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The Canadian SIN (9 digits, checked by modulus 10, written 3-3-3: Service Canada, "SIN Code of
/// Practice") and the US SSN (written 3-2-4, no part only zeros, never 666: Social Security
/// Administration, "SSN randomization"; from 900 on it is a taxpayer number).
final class SocialNumbers implements Detector {
    private static final Pattern SIN =
            Pattern.compile("(?<![\\w.+-])\\d{3}([ -]?)\\d{3}\\1\\d{3}(?![\\w-]|\\.\\d)");
    private static final Pattern SSN =
            Pattern.compile(
                    "(?<![\\w.+-])(?!000|666)\\d{3}([ -]?)(?!00)\\d{2}\\1(?!0000)\\d{4}(?![\\w-]|\\.\\d)");

    private static final Pattern SIN_WORD =
            Pattern.compile(
                    "(?:\\b(?:SIN|NAS)\\b|(?i:social insurance|assurance sociale))[^.\\n\\d]{0,25}$");
    private static final Pattern SSN_WORD =
            Pattern.compile(
                    "(?i)(?:\\bs\\.?s\\.?n\\b|social security|sécurité sociale)[^\\n\\d]{0,25}$");

    @Override
    public void look(Reading reading, Findings found) {
        reading.eachNumber(
                SIN,
                match -> {
                    boolean grouped = !match.group(1).isEmpty() && isSin(match);
                    if (grouped || reading.before(match.start(), 60, SIN_WORD)) {
                        found.likely(match, Kind.SOCIAL_NUMBER, Suggestion.REMOVE);
                    }
                });
        reading.eachNumber(
                SSN,
                match -> {
                    boolean dashed = match.group(1).equals("-");
                    if (dashed || reading.before(match.start(), 60, SSN_WORD)) {
                        found.likely(match, Kind.SOCIAL_NUMBER, Suggestion.REMOVE);
                    }
                });
    }

    /// 8 has not been given out as a first digit.
    private static boolean isSin(MatchResult match) {
        return match.group().charAt(0) != '8' && Checks.luhn(Checks.digits(match.group()));
    }
}
