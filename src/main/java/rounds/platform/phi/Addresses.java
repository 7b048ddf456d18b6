package rounds.platform.phi;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Where somebody lives: a number with a street as it is written in Canada, and in the countries
/// people come from; a box, a flat, what is said to be an address.
final class Addresses implements Detector {
    /// A word of a street's name; a stop cuts a short one, and ends the sentence behind a longer.
    private static final String NAME =
            "\\p{Lu}(?:[\\p{L}'-]{0,2}\\.[\\p{L}.'-]{0,28}|[\\p{L}'-]{0,30})";

    private static final String HOUSE = "\\d{1,6}[A-Za-z]?(?:-\\d{1,5})?";
    private static final String FLAT =
            "(?:(?:Suite|Ste\\.?|Apt\\.?|Apartment|Unit|Flat|Appt?\\.?|app\\.|bureau|#) ?#?[\\dA-Z]{1,5}(?![\\p{L}\\d]))";
    private static final String FLAT_BEHIND = "(?:,?\\s{0,3}" + FLAT + ")?";

    private static final Pattern ENGLISH =
            Pattern.compile(
                    "(?<![\\w./-])(?:\\d{1,6} )?"
                            + HOUSE
                            + ",? (?:(?:"
                            + NAME
                            + "|\\d{1,3}(?:st|nd|rd|th)) ){1,4}(?:Street|St|Avenue|Ave?|Road|Rd|Drive|Dr|Boulevard|Blvd|Lane|Ln|Crescent|Cres|Court|Ct|Place|Pl|Way|Terrace|Trail|Highway|Hwy|Parkway|Pkwy|Close|Circle|Cir|Square|Sq|Mews|Gardens?|Row|Hill|Grove|Walk|Gate|Heights|Bay|Route|Pass|Dale|Point|Parade|Quay|Line|Concession)(?![\\p{L}-])\\.?(?: (?:[NSEW]{1,2}|North|South|East|West|Nord|Sud|Est|Ouest)(?![\\p{L}.]))?"
                            + FLAT_BEHIND);
    private static final Pattern NUMBERED_STREET =
            Pattern.compile(
                    "(?<![\\w./-])"
                            + HOUSE
                            + " \\d{1,3}(?:st|nd|rd|th|e|re) (?:Street|St|Avenue|Ave|Rue|rue|Line|Concession)(?![\\p{L}])\\.?");
    private static final Pattern FRENCH =
            Pattern.compile(
                    "(?<![\\w./-])"
                            + HOUSE
                            + "(?: ?(?:bis|ter))?,? ?(?i:rue|avenue|av\\.|boul\\.|boulevard|bd|chemin|ch\\.|place|route|rte|rang|côte|montée|allée|impasse|quai|cours|ruelle|terrasse|croissant) (?:(?:de|du|des|de la|la|le|les|saint|sainte|principale) |de l'|d'|l'){0,2}(?:"
                            + NAME
                            + "|\\d{1,3}e?|principale)(?: (?:(?:de|du|des|la) )?"
                            + NAME
                            + "){0,3}"
                            + FLAT_BEHIND);

    /// German, Dutch, Scandinavian, Finnish, Hungarian …: the kind of street ends the word or is
    /// the last word, the number follows.
    private static final Pattern NUMBER_BEHIND =
            Pattern.compile(
                    "(?<![\\p{L}\\d./-])(?:\\d{1,6} )?(?:"
                            + NAME
                            + " ){0,2}(?:\\p{Lu}[\\p{L}.'-]{1,30}(?:stra(?:ss|ß)e|str\\.|gasse|weg|platz|allee|vägen|väg|gatan|gata|vegen|veien|vei|veg|vej|gade|gata|katu|tie|kuja|polku|raitti|straat|laan|plein|dijk|gracht|kade|stræti|braut|götu|holt|stien|bakken|haugen|backen|gränd|stigen|utca)|"
                            + NAME
                            + " (?:gate|vei|veien|vej|väg|gata|utca|u\\.|út|útja|tér|körút|krt\\.|kapu|köz|sok\\.|sokağı|caddesi|cad\\.|tänav|tn|mnt|pst|iela|gatvė|g\\.|ulica|cesta|put|trg|Strasse|Straße|Weg|Platz|Allé|Väg|Gata|Plads|Torg))"
                            + " \\d{1,4}[a-zA-Z]?(?![\\w])\\.?"
                            + FLAT_BEHIND);

    /// Slavic, Romance and Greek: the kind of street is a word before.
    private static final Pattern KIND_BEFORE =
            Pattern.compile(
                    "(?<![\\p{L}\\d./-])(?:\\d{1,6} )?(?:ul\\.|al\\.|os\\.|pl\\.|ulica|Ulica|Via|Viale|Piazza|Corso|Vicolo|Strada|Calle|C/|Avda\\.?|Avenida|Paseo|Plaza|Pza\\.?|Ctra\\.?|Rúa|Rua|R\\.|Travessa|Largo|Praça|Praceta|Estrada|Quinta|Carrer|Camino|Ronda|Rruga|Λεωφόρος|Οδός|улица|ул\\.|nám\\.|Náměstí|Trg|Cesta|Ulitsa|Jalan|Jl\\.|Rue) ?(?:(?:\\p{Lu}[\\p{L}.'-]{0,30}|de|da|do|dos|das|del|della|la|las|los|el|di|dei|\\d{1,2}) ){1,5}(?:\\d{1,4}[a-zA-Z]?)(?![\\w])"
                            + FLAT_BEHIND,
                    Pattern.UNICODE_CASE);

    /// A number, a name that is no word, a number.
    private static final Pattern BETWEEN_NUMBERS =
            Pattern.compile(
                    "(?<![\\w./-])\\d{1,6} ((?:"
                            + NAME
                            + " ){1,4})\\d{1,4}[a-zA-Z]?(?![\\w%/])"
                            + FLAT_BEHIND);

    private static final Pattern BOX =
            Pattern.compile(
                    "(?<![\\w./-])(?:(?:PSC|Unit|CMR) \\d{1,5},? Box \\d{1,5}|Postbo(?:x|ks) \\d{1,5}|Postfach \\d{1,6}|Apartado \\d{1,6}|P\\.? ?O\\.? ?Box \\d{1,6}|C\\.P\\. ?\\d{1,6}|[Cc]ase postale \\d{1,6}|R\\.?R\\.? ?#? ?\\d{1,3}|General Delivery|(?:Site|Comp) \\d{1,4} Box \\d{1,5}|US(?:S|NV|NS|CGC) \\p{Lu}\\w{1,20}|[AFD]PO A[AEP] \\d{5}|"
                            + "(?:Suite|Apt\\.?|Apartment|Appt\\.?|app\\.) ?#?\\d{1,5}[A-Z]?)(?![\\w])(?:,?\\s{1,4}[AFD]PO A[AEP] \\d{5})?");

    /// From where an address is announced to the end of the sentence; only if a number is in it. A
    /// stop behind a saint, or behind a street before its town, does not end it.
    private static final Pattern ANNOUNCED =
            Pattern.compile(
                    "(?i)(?<!\\b(?:e-?mail|mail|web|ip|mac|site|http) )(?<![\\p{L}])(?:(?:address(?! (?:the|this|these|your|our|in|by))(?: is| was)?|adresse)(?: ?:|,| is| was| est)?(?: now| to)?|liv(?:es?|ed|ing) (?:at|on)|located (?:at|on)|resid(?:es?|ed|ing) (?:at|on)|habite (?:au|à|le|sur)?|demeure au|domiciliée? (?:au|à)|réside au|meet me at|taxi to|moved to|deliver(?:ed)? to|drops you off at|it is(?= \\d))\\s{1,8}((?=[^\\n]{0,40}\\d)(?-i:[\\p{Lu}\\d#]|unit |box |suite |apt)[^\\n.?!;()|]{2,60}(?:(?:(?<=\\b(?:no|apt|ste|\\p{L}))\\.(?= ?\\d)|(?<=\\d (?:ste?|mt|ft|[NSEW]))\\.(?= (?-i:\\p{Lu}))|(?<=\\b(?:st|ave?|rd|dr|blvd|ln|ct|cres|pl|sq|hwy|[NSEW]))\\.(?= (?:apt|unit|suite|#|(?-i:\\p{Lu}[\\p{L}'-]{1,30}(?:,| \\p{Lu}{2}\\b| \\p{Lu}\\d)))))[^\\n.?!;|]{1,40})?)");

    private static final Pattern NO_PLACE =
            Pattern.compile(
                    "(?i)^(?:day|week|month|visit|baseline|least|age|risk|all|any|each|follow|\\d{1,3} ?(?:%|mg|m[lL]|weeks?|days?|months?|years?|hours?|patients?|h\\b|min|km|people|kg|and|or|to|of)|(?-i:(?:19|20)\\d\\d\\b(?! [\\p{Lu}\\d]))|(?:the|a|an) (?:age|rate|dose|time|cost|level|median|mean)|level|stage|chromosome|position|long arm|short arm|(?-i:[a-z]+ (?:arm|chromosome)))");

    private static final Pattern CORNER =
            Pattern.compile(
                    "(?:[Cc]orner of|[Cc]oin (?:de la|de|du|des)) (?:\\d{1,5} )?"
                            + NAME
                            + "[^\\n,;!?]{0,40}? (?:and|et) (?:de )?(?:la )?"
                            + NAME
                            + "(?: "
                            + NAME
                            + "){0,2}");

    private static final Pattern STREET_SAID =
            Pattern.compile(
                    "((?:"
                            + NAME
                            + " ){0,3}"
                            + NAME
                            + ") (?:[Ss]treet|[Rr]oad|[Aa]venue)(?! (?:medicine|drug|people|smart|outreach|nurse))(?![\\p{L}])");
    private static final Pattern ON = Pattern.compile("\\b(?:on|On|at|to|of) $");

    /// The code behind a town, on the last lines of an address.
    private static final Pattern TOWN_CODE =
            Pattern.compile(
                    "(?:[\\p{L})]{2,},?\\s{1,6})(\\d{2}-\\d{3}|\\d{3} \\d{2}|\\d{4}-\\d{3}|\\d{4,6})(?![\\w-]|[.,]\\d| ?%| (?:mg|patients|women|men|people|cases))");

    /// A town that no dictionary has, and a code.
    private static final Pattern TOWN =
            Pattern.compile(
                    "\\b(?:in|from|at|of|near|à|de) ((?:"
                            + NAME
                            + " ){1,4})(\\d{5}|\\d{4}-\\d{3}|\\d{3} \\d{2})(?![\\w-]|[.,]\\d| ?%)");

    @Override
    public void look(Reading reading, Findings found) {
        var seen = new Seen(found);
        reading.eachNumber(ENGLISH, seen::at);
        reading.eachNumber(NUMBERED_STREET, seen::at);
        reading.eachNumber(FRENCH, seen::at);
        reading.eachNumber(NUMBER_BEHIND, seen::at);
        reading.eachWord(NUMBER_BEHIND, 100, seen::at);
        reading.eachNumber(KIND_BEFORE, seen::at);
        reading.eachWord(KIND_BEFORE, 100, seen::at);
        reading.eachWord(BOX, 40, seen::at);
        if (reading.has("orner of") || reading.has("oin d")) {
            reading.each(CORNER, seen::at);
        }
        reading.eachNumber(
                BETWEEN_NUMBERS,
                match -> {
                    if (Words.hasUnknown(match.group(1))) {
                        seen.at(match);
                    }
                });
        reading.eachWord(
                ANNOUNCED,
                75,
                match -> {
                    if (!NO_PLACE.matcher(match.group(1)).find()) {
                        seen.at(match.start(1), match.end(1));
                    }
                });
        if (reading.has("treet") || reading.has("oad") || reading.has("venue")) {
            reading.each(STREET_SAID, match -> streetSaid(match, reading, found));
        }
        reading.eachWord(TOWN, 80, match -> town(match, found));
        if (!seen.ends.isEmpty()) {
            reading.each(TOWN_CODE, match -> townCode(match, seen, found));
        }
    }

    /// Without a number it is a hint: few people live on a street.
    private static void streetSaid(MatchResult match, Reading reading, Findings found) {
        if (reading.before(match.start(), 6, ON) && Words.hasUnknown(match.group(1))) {
            found.add(
                    match.start(),
                    match.end(),
                    Kind.ADDRESS,
                    Certainty.POSSIBLE,
                    Suggestion.REGION);
        }
    }

    private static void town(MatchResult match, Findings found) {
        if (Words.hasUnknown(match.group(1))) {
            found.add(
                    match.start(2),
                    match.end(2),
                    Kind.POSTCODE,
                    Certainty.POSSIBLE,
                    Suggestion.REGION);
        }
    }

    private static void townCode(MatchResult match, Seen seen, Findings found) {
        if (seen.near(match.start(1))) {
            found.add(
                    match.start(1),
                    match.end(1),
                    Kind.POSTCODE,
                    Certainty.LIKELY,
                    Suggestion.REGION);
        }
    }

    /// Where addresses end: what follows within a few lines belongs to them.
    private static final class Seen {
        private static final int NEAR = 90;

        private final Findings found;
        private final java.util.TreeSet<Integer> ends = new java.util.TreeSet<>();

        Seen(Findings found) {
            this.found = found;
        }

        void at(MatchResult match) {
            at(match.start(), match.end());
        }

        void at(int start, int end) {
            found.add(start, end, Kind.ADDRESS, Certainty.LIKELY, Suggestion.REGION);
            ends.add(end);
        }

        boolean near(int place) {
            Integer end = ends.floor(place);
            return end != null && place - end <= NEAR;
        }
    }
}
