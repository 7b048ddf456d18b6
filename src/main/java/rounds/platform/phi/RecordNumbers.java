package rounds.platform.phi;

import java.util.List;
import java.util.regex.Pattern;

/// Numbers without a form of their own: they are taken behind the word that names them.
final class RecordNumbers implements Detector {
    private record Rule(Kind kind, Pattern pattern) {
        /// @param words what names the number
        /// @param number what it looks like; it has a digit in it
        static Rule of(Kind kind, String words, String number) {
            return new Rule(
                    kind,
                    Pattern.compile(
                            "(?<![\\p{L}\\d])(?:"
                                    + words
                                    + ")(?![\\p{L}\\d])(?:[ .:#=(\\[|]|\\bn[o°º]|\\b(?:num(?:ber|éro)?|nr|id|is|was|est|of|the|de|du|patient|client)\\b){1,12}((?=[A-Z -]{0,8}\\d)"
                                    + number
                                    + ")(?![\\w])",
                            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
        }
    }

    private static final int REACH = 60;
    private static final String CODE =
            "(?:(?-i:[A-Z]{1,4})[ -]?|[A-Z]{1,4}-?)?\\d[\\dA-Z]{1,13}(?:[-/][\\dA-Z]{1,12}){0,4}";

    private static final List<Rule> RULES =
            List.of(
                    Rule.of(
                            Kind.RECORD,
                            "mrn|m\\.r\\.n|medical record|health record|hospital (?:number|no|id)|(?:patient|client|chart|encounter|visit|accession|specimen|requisition)(?:'s)?(?= ?(?:n[o°º]\\b|num|id\\b|#|:))|chart|unit record|(?:numéro de )?dossier|n[o°º] d'(?:admission|usager)|claim|wcb|wsib|cnesst|policy (?:number|no|#)|member id|group number|certificate (?:number|no)|case (?:number|no)",
                            "(?!(?:19|20)\\d\\d\\b)" + CODE + "(?<=[\\dA-Z-]{4})"),
                    Rule.of(
                            Kind.LICENCE,
                            "(?:driver'?s?'? |driving |medical |professional )?licen[cs]e|passport|passeport|permis(?: de conduire)?|cpso|npi|dea",
                            "(?:(?-i:[A-Z]{1,3})[ -]?)?\\d[\\dA-Z]{2,14}(?:[- ][\\dA-Z]{2,8}){0,4}"),
                    Rule.of(
                            Kind.LICENCE,
                            "(?:licen[cs]e|number|registration) plates?(?: number)?|plate (?:number|no)|plaque d'immatriculation|immatriculée?|immatriculation",
                            "[A-Z0-9]{2,4}[ -]?[A-Z0-9]{2,4}"),
                    Rule.of(Kind.LICENCE, "vin|vehicle identification", "[A-HJ-NPR-Z0-9]{17}"),
                    Rule.of(
                            Kind.DEVICE,
                            "serial|ser\\.|s/n|sn|numéro de série|n[o°º] de série|imei|udi|device id|implant id",
                            "(?:(?-i:[A-Z]{1,6})[ -]?)?\\d[\\dA-Z]{2,20}(?:-[\\dA-Z]{1,12}){0,4}"));

    @Override
    public void look(Reading reading, Findings found) {
        for (Rule rule : RULES) {
            reading.eachWord(
                    rule.pattern(),
                    REACH,
                    match ->
                            found.add(
                                    match.start(1),
                                    match.end(1),
                                    rule.kind(),
                                    Certainty.LIKELY,
                                    Suggestion.REMOVE));
        }
    }
}
