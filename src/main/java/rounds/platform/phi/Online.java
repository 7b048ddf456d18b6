package rounds.platform.phi;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// E-mail addresses, addresses of people's pages, and addresses of machines.
final class Online implements Detector {
    private static final Pattern EMAIL =
            Pattern.compile(
                    "(?<![\\p{L}\\d._%+-])[\\p{L}\\d._%+'-]{1,64}@(?:[\\p{L}\\d-]{1,63}\\.){1,6}\\p{L}{2,24}");

    /// "name (at) example (dot) org"
    private static final Pattern SPELT_EMAIL =
            Pattern.compile(
                    "(?i)(?<![\\w.])[\\w.+-]{1,64} ?[(\\[](?:at|arobase)[)\\]] ?[\\w-]{1,63}(?:(?: ?[(\\[](?:dot|point)[)\\]] ?|\\.)[\\w-]{1,63}){1,4}");

    private static final Pattern OFFICE =
            Pattern.compile(
                    "(?i)^(?:info|contact|admin|support|help|office|reception|no-?reply|webmaster|inquir\\w*|registrar|library|education|cpd|events|accueil|secretariat|formation|bibliotheque)@");

    private static final Pattern URL =
            Pattern.compile(
                    "(?i)(?<![\\w.])(?:https?://|www\\.)((?:[\\p{L}\\d-]{1,63}\\.){1,6}\\p{L}{2,24})(?::\\d{1,5})?(/[^\\s<>\"')\\]|]{0,300})?");

    private static final Pattern SOCIAL =
            Pattern.compile(
                    "(?i)(?:^|\\.)(?:facebook|instagram|linkedin|twitter|tiktok|snapchat|gofundme|caringbridge|pinterest|threads|bsky)\\.(?:com|net|org|app)$|^(?:www\\.)?x\\.com$");

    /// Where institutions are at home. Links to them are what a community lives on.
    private static final Pattern INSTITUTION =
            Pattern.compile(
                    "(?i)(?:\\.(?:org|gov|edu|int|mil|health|museum)|\\.(?:gov|gouv|gob|gc|ac|edu|nhs|org|qc|on|bc|ab|sk|mb|nb|ns|pe|nl|yk|nt|nu)\\.[a-z]{2,3}|(?:canada|ontario|alberta|quebec|manitoba|saskatchewan|yukon|inspq|ramq|cihi|cadth|healthlinkbc|nejm|thelancet|bmj|jamanetwork|nature|cmaj|cfp|cfpc|cma|cps|medscape|uptodate|cochranelibrary|wiley|springer|sciencedirect|google|microsoft|zoom|youtube|wikipedia)\\.[a-z.]{2,6})$");

    private static final Pattern PERSONAL_PATH =
            Pattern.compile("(?i)^/(?:~|@|users?/|u/|profiles?/|people/|members?/|in/|blog/?$)");

    private static final Pattern OWN =
            Pattern.compile(
                    "(?i)(?:\\b(?:my|his|her|their|personal|patient's|family's|son|sa|mon|ma|leur)\\b[^.\\n]{0,25}|website|site web|blog|page web)[^.\\n]{0,12}$");

    private static final String BYTE = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final Pattern IP4 =
            Pattern.compile("(?<![\\w.])" + BYTE + "(?:\\." + BYTE + "){3}(?!\\.?\\w)");
    private static final Pattern IP6 =
            Pattern.compile(
                    "(?<![\\w:])(?:[0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}(?![\\w:])"
                            + "|(?<![\\w:])(?:[0-9a-fA-F]{1,4}:){2,6}:(?:[0-9a-fA-F]{1,4}(?::[0-9a-fA-F]{1,4}){0,4})?(?![\\w:])");
    private static final Pattern VERSION =
            Pattern.compile("(?i)(?:version|release|build|section|chapter|§|v\\.?) ?$");

    @Override
    public void look(Reading reading, Findings found) {
        if (reading.has("@")) {
            reading.each(EMAIL, match -> email(match, found));
        }
        if (reading.has("(a") || reading.has("[a")) {
            reading.each(SPELT_EMAIL, match -> found.likely(match, Kind.EMAIL, Suggestion.REMOVE));
        }
        if (reading.has("://") || reading.has("www.") || reading.has("WWW.")) {
            reading.each(URL, match -> url(match, reading, found));
        }
        reading.eachNumber(
                IP4,
                match -> {
                    if (!reading.before(match.start(), 10, VERSION)) {
                        found.likely(match, Kind.IP, Suggestion.REMOVE);
                    }
                });
        if (reading.has(":")) {
            reading.each(IP6, match -> found.likely(match, Kind.IP, Suggestion.REMOVE));
        }
    }

    private static void email(MatchResult match, Findings found) {
        Certainty certainty =
                OFFICE.matcher(match.group()).find() ? Certainty.POSSIBLE : Certainty.LIKELY;
        found.add(match.start(), match.end(), Kind.EMAIL, certainty, Suggestion.REMOVE);
    }

    /// A page about somebody is asked about. The front page of a site that is no institution's may
    /// be somebody's own. A link into a site is neither.
    private static void url(MatchResult match, Reading reading, Findings found) {
        String path = match.group(2) == null ? "" : match.group(2);
        boolean front = path.length() <= 1;
        boolean institution = INSTITUTION.matcher(match.group(1)).find();
        boolean social = SOCIAL.matcher(match.group(1)).find();
        if (social && !front) {
            found.likely(match, Kind.URL, Suggestion.REMOVE);
        } else if (!institution
                && (front
                        || PERSONAL_PATH.matcher(path).find()
                        || reading.before(match.start(), 50, OWN))) {
            found.add(match.start(), match.end(), Kind.URL, Certainty.POSSIBLE, Suggestion.REMOVE);
        }
    }
}
