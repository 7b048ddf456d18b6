package rounds.platform.phi;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Health-card numbers of Canada and the NHS number. Only numbers whose structure or check digit
/// has been published are certain. The others are taken by their length behind a word that names
/// them:
///
/// | plan | number |
/// |---|---|
/// | Alberta (PHN, ULI) | 9 digits, 5-4 |
/// | Saskatchewan (HSN), New Brunswick (Medicare), Yukon | 9 digits |
/// | Manitoba (PHIN) | 9 digits |
/// | Nova Scotia (MSI) | 10 digits, 4-3-3 |
/// | Prince Edward Island | 8 digits |
/// | Newfoundland and Labrador (MCP) | 12 digits |
/// | Northwest Territories | a letter and 7 digits |
/// | Nunavut | 9 digits, the first is 1 (Ontario Ministry of Health, bulletin 4334) |
///
/// The lengths are those of the provinces' cards as the Canadian Institute for Health Information
/// lists them for its abstracts. None of these plans publishes its check digit.
final class HealthCards implements Detector {
    private static final Pattern TEN =
            Pattern.compile(
                    "(?<![\\w.+/-])\\d{4}([ -]?)\\d{3}\\1\\d{3}(?:[ -]?[A-Z]{2}(?![\\w-]))?(?![\\d-]|\\.\\d)");

    /// Three letters of the surname, one of the given name, year, month (50 more for women), day,
    /// two digits: "Numéro d'assurance maladie", Régie de l'assurance maladie du Québec.
    private static final Pattern QUEBEC =
            Pattern.compile(
                    "(?<![\\p{L}\\d])([A-Z]{4})[ -]?(\\d{2})(\\d{2})[ -]?(\\d{2})(\\d{2})(?![\\p{L}\\d])");

    /// A word in capitals before a span of years.
    private static final Pattern YEARS = Pattern.compile(".*\\b(?:19|20)\\d\\d[ -](?:19|20)\\d\\d");

    private static final Set<String> NO_CARD = Set.of("ISSN", "ISBN", "PMID", "PMCI", "FILE");

    private static final Pattern NHS =
            Pattern.compile("(?<![\\w.+-])\\d{3}[ -]?\\d{3}[ -]?\\d{4}(?![\\w-])");

    /// Any province's, behind a word that names it.
    private static final Pattern NAMED =
            Pattern.compile(
                    "(?<![\\w.+-])(?:[A-Z][ -]?\\d{7}|\\d(?:[ -]?\\d){7,11})(?:[ -]?[A-Z]{2})?(?![\\w-])");

    private static final Pattern CARD_WORD =
            Pattern.compile(
                    "(?:health[- ]?(?:care |services? |insurance )?(?:card|number|no\\b|#|id)|(?:personal|provincial) health"
                            + "|\\b(?:OHIP|PHN|PHIN|HCN|HSN|ULI|MSI|MCP|RAMQ|NAM|AHCIP|AHC|MSP|MHSC|YHCIP|NHS)\\b|care ?card|medicare"
                            + "|carte[- ](?:santé|soleil|d'assurance)|assurance[- ]maladie|n(?:o|°|uméro) de (?:la )?carte)[^.\\n\\d]{0,20}$",
                    Pattern.CASE_INSENSITIVE);

    /// What carries long numbers that are nobody's.
    static final Pattern REFERENCE =
            Pattern.compile(
                    "(?:\\b(?:doi|pmid|pmcid|isbn(?:-1[03])?|issn|din|npn|nct|isrctn|eudract|lot|ref|session(?: id)?|item|catalog(?:ue)?|gtin|upc|sku|rs)\\b[^\\w\\n]{0,4}(?:no\\b\\.?|number|id)?[^\\w\\n]{0,3}|10\\.\\d{4,6}/\\S{0,40}|https?://\\S{0,60})$",
                    Pattern.CASE_INSENSITIVE);

    private static final int REACH = 70;

    @Override
    public void look(Reading reading, Findings found) {
        reading.eachWord(QUEBEC, 5, match -> quebec(match, reading, found));
        reading.eachNumber(TEN, match -> ten(match, reading, found));
        reading.eachNumber(
                NHS,
                match -> {
                    if (named(reading, match) && isNhs(Checks.digits(match.group()))) {
                        add(found, match, Certainty.CERTAIN);
                    }
                });
        reading.eachNumber(NAMED, match -> behindWord(match, reading, found));
        reading.eachWord(NAMED, 2, match -> behindWord(match, reading, found));
    }

    private static void behindWord(MatchResult match, Reading reading, Findings found) {
        if (named(reading, match)) {
            add(found, match, Certainty.LIKELY);
        }
    }

    private static void quebec(MatchResult match, Reading reading, Findings found) {
        int month = Integer.parseInt(match.group(3)) % 50;
        int day = Integer.parseInt(match.group(4));
        boolean dated = month >= 1 && month <= 12 && day >= 1 && day <= 31;
        if (dated && !NO_CARD.contains(match.group(1)) && !YEARS.matcher(match.group()).matches()) {
            add(found, match, Certainty.CERTAIN);
        } else if (named(reading, match)) {
            add(found, match, Certainty.LIKELY);
        }
    }

    private static void ten(MatchResult match, Reading reading, Findings found) {
        String digits = Checks.digits(match.group());
        if (reading.before(match.start(), REACH, REFERENCE)) {
            return;
        }
        boolean written = !match.group(1).isEmpty() || named(reading, match);
        if (!written && Phones.isAnnounced(reading, match.start())) {
            // One of eleven numbers of 905 has this digit by chance; nobody's phone is refused.
            return;
        }
        if (isBritishColumbia(digits)) {
            add(found, match, Certainty.CERTAIN);
        } else if (isOntario(digits)) {
            // One of ten numbers has this digit by chance: bare, it may as well be a phone's.
            add(found, match, written ? Certainty.CERTAIN : Certainty.POSSIBLE);
        } else if (written) {
            add(found, match, Certainty.LIKELY);
        }
    }

    private static boolean named(Reading reading, MatchResult match) {
        return reading.before(match.start(), REACH, CARD_WORD);
    }

    private static void add(Findings found, MatchResult match, Certainty certainty) {
        found.add(match.start(), match.end(), Kind.HEALTH_CARD, certainty, Suggestion.REMOVE);
    }

    /// 10 digits with a check digit by modulus 10, then a version code of two letters: Ontario
    /// Ministry of Health, "Technical Specifications: Interface to Health Care Systems". No number
    /// begins with 0.
    static boolean isOntario(String digits) {
        return digits.length() == 10 && digits.charAt(0) != '0' && Checks.luhn(digits);
    }

    /// 10 digits, the first is 9, the last one checks the second to ninth by modulus 11: British
    /// Columbia Ministry of Health, "Professional and Software Compliance Standards", appendix D,
    /// "PHN Check Digit Number Routine".
    static boolean isBritishColumbia(String digits) {
        return digits.length() == 10
                && digits.charAt(0) == '9'
                && Checks.modulo11(digits, 1, 2, 4, 8, 5, 10, 9, 7, 3);
    }

    /// 10 digits, the last one checks the others by modulus 11: NHS Data Model and Dictionary, "NHS
    /// NUMBER".
    static boolean isNhs(String digits) {
        return digits.length() == 10 && Checks.modulo11(digits, 0, 10, 9, 8, 7, 6, 5, 4, 3, 2);
    }
}
