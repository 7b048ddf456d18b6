package rounds.platform.phi;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Postal codes of Canada and the United States, and others behind a word that names them. Even the
/// first half of a Canadian one can identify (Cain v. Canada (Health), 2023 FC 55).
final class Postcodes implements Detector {
    /// Canada Post, "Addressing guidelines": neither D, F, I, O, Q, U, nor W or Z at the start.
    private static final Pattern CANADA =
            Pattern.compile(
                    "(?<![\\w-])([ABCEGHJ-NPRSTVXY]\\d[ABCEGHJ-NPRSTV-Z])([ -]?)(\\d[ABCEGHJ-NPRSTV-Z]\\d)(?![\\w-])",
                    Pattern.CASE_INSENSITIVE);

    /// A tumour's stage looks like the code of a town in Alberta.
    private static final Pattern STAGE = Pattern.compile("T\\dN ?\\dM\\d");

    private static final Pattern UNITED_STATES =
            Pattern.compile(
                    "(?<=\\b(?:A[AEKLPRSZ]|C[AOT]|D[CE]|FL|G[AU]|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AIT]|W[AIVY]),? )\\d{5}(?:-\\d{4})?(?![\\w-])");

    private static final Pattern NAMED =
            Pattern.compile(
                    "(?i)(?:\\b(?:post(?:al)?[ -]?codes?|zip(?:[ -]?codes?)?|code postal|FSA)\\b(?: (?:is|was|est|of|de|begins? with|starts? with|:|=)){0,2}[ :=#(]{0,3})((?=[a-z -]{0,3}\\d)[a-z\\d]{2,6}(?:[ -][a-z\\d]{2,4})?)(?![\\w])");

    @Override
    public void look(Reading reading, Findings found) {
        reading.eachWord(CANADA, 1, match -> canada(match, found));
        reading.eachNumber(
                UNITED_STATES, match -> found.likely(match, Kind.POSTCODE, Suggestion.REGION));
        reading.eachWord(
                NAMED,
                40,
                match ->
                        found.add(
                                match.start(1),
                                match.end(1),
                                Kind.POSTCODE,
                                Certainty.LIKELY,
                                Suggestion.REGION));
    }

    private static void canada(MatchResult match, Findings found) {
        String code = match.group();
        // Without a blank, small letters are more often a product's than a town's.
        boolean plain =
                code.equals(code.toUpperCase(java.util.Locale.ROOT)) || !match.group(2).isEmpty();
        if (plain && !STAGE.matcher(code).matches()) {
            found.likely(match, Kind.POSTCODE, Suggestion.REGION);
        }
    }
}
