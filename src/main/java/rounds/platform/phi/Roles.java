package rounds.platform.phi;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Who somebody is, said in place of a name so that the sentence still reads: an article, a
/// possessive or a noun that stands beside the name already is not said twice.
final class Roles {
    private static final Pattern TITLE =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}])(?:M(?:r|rs|s|x|me|lle)?|Miss|Prof|Professor|Professeure?|Dre?|Doctor|Docteure?|Monsieur|Madame|Mademoiselle|Nurse|Sir|Lady)\\.?\\s{1,2}$");

    /// Of a colleague.
    private static final Pattern DOCTOR =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}])(?:Dre?|Doctor|Docteure?|Prof|Professor|Professeure?|Nurse)\\.?\\s{1,2}$");

    /// Who somebody is to the patient: then the name says nothing more.
    private static final Pattern RELATION =
            noun(
                    "husband|wife|partner|spouse|daughter|son|mother|father|sister|brother|aunt|uncle|niece|nephew|cousin|grand(?:mother|father|daughter|son)|friend|neighbou?r|caregiver|family|couple"
                            + "|conjointe?|mari|femme|épou(?:x|se)|filles?|fils|mère|père|s(?:œ|oe)ur|frère|tante|oncle|nièce|neveu|cousine?|grand-(?:mère|père)|petite?-fil(?:le|s)|amie?|voisine?|famille");

    private static final String PATIENT =
            "patiente?|client(?:e)?|r[ée]sident(?:e)?|woman|man|lady|gentleman|boy|girl|child|baby|infant|teenager|dame|homme|garçon|fillette|enfant|bébé|nourrisson|adolescente?";

    private static final Pattern PATIENTS = noun(PATIENT);

    /// Who somebody is at work.
    private static final Pattern AT_WORK =
            noun(
                    "colleague|nurse|doctor|physician|surgeon|midwife|pharmacist|dieti[ct]ian|therapist|physiotherapist|paramedic|receptionist|social worker|specialist|[a-z]{4,16}ologist|resident"
                            + "|collègue|infirmi(?:er|ère)|médecin|chirurgien(?:ne)?|sage-femme|pharmacien(?:ne)?|nutritionniste|physiothérapeute|ergothérapeute|ambulancier|ambulancière|travailleu(?:r|se) sociale?|spécialiste|[a-zé]{4,16}ologue");

    /// "The Kowalski family", "le cas Tremblay": what is said of them stays.
    private static final Pattern OF_THEM =
            Pattern.compile("^ (?:family|household|couple|case|children|brothers|sisters)\\b");

    private static final Pattern CASE = noun("case|cas|dossier|chart");

    /// "Mrs. Kowalski, my patient, came".
    private static final Pattern PATIENT_BEHIND =
            Pattern.compile(
                    "^, ((?:the|my|our|la|le|ma|mon|notre) (?:"
                            + PATIENT
                            + "))(?:, (?!\\d|aged?\\b|âgée?\\b)| ?(?=[.;!?)]|$))");

    /// A comma behind the name goes with the one before it, unless something else is told of her.
    private static final Pattern COMMA_BEHIND =
            Pattern.compile(
                    "^,(?! (?:\\d|aged?\\b|âgée?\\b|then\\b|an?\\b|the\\b|his\\b|her\\b|their\\b|une?\\b|l[ae]\\b|s(?:on|a)\\b))");

    private static final String ADJECTIVE =
            "((?:poor|late|old|elderly|young|little|dear|same|new|retired|pauvre|petite?|vieux|vieille|jeune|chère?|même|regrettée?) )?";
    private static final Pattern ARTICLE =
            Pattern.compile(
                    "(?i)(?<![\\p{L}'’-])((?:the|an?|my|our|your|his|her|their|this|dear) )"
                            + ADJECTIVE
                            + "$");

    /// "Poor Mrs. Kowalski": the patient, nothing else.
    private static final Pattern PITY =
            Pattern.compile("(?i)(?<![\\p{L}'’-])(?:poor|little|old|late|young|pauvre) $");

    /// What French says before a noun: it goes, since the words that follow bring their own.
    private static final Pattern FRENCH_ARTICLE =
            Pattern.compile(
                    "(?i)(?<![\\p{L}'’-])(au|du|l[ae]|une?|m(?:on|a)|notre|votre|s(?:on|a)|leur|cet(?:te)?|ce) "
                            + ADJECTIVE
                            + "$");

    private static final Pattern ELISION =
            Pattern.compile("(?i)(?<![\\p{L}])(d|(?:lors|puis|jus)?qu)['’]$");
    private static final Pattern DE = Pattern.compile("(?i)(?<![\\p{L}])(d|(?:lors|puis)?qu)e $");

    private static final Pattern SENTENCE =
            Pattern.compile(
                    "(?:[.!?…][\"”’»)*_]{0,3}\\s+|\\n\\s*(?:(?:[-*>]|#{1,6}|\\d{1,3}[.)])\\s+)*)[\"“‘«(*_\\u00a0 ]*$");
    private static final Pattern NOTHING = Pattern.compile("^\\s*(?:[-*>#\"“‘«(_\\u00a0]\\s*)*$");

    private static final String COLLEAGUE = "a colleague";
    private static final List<String> ENGLISH = List.of("the patient", "a relative", COLLEAGUE);
    private static final String FRENCH_COLLEAGUE = "une personne de l’équipe";
    private static final List<String> FRENCH =
            List.of("la personne", "un membre de la famille", FRENCH_COLLEAGUE);

    private final String text;
    private final boolean french;

    /// Where the name begins, with its title, and where it ends.
    private final int start;

    private final int end;
    private final boolean doctor;

    private Roles(String text, Finding name, boolean french) {
        this.text = text;
        this.french = french;
        Matcher title = Widening.before(text, name.start(), TITLE);
        this.doctor = Widening.before(text, name.start(), DOCTOR).find();
        this.start = title.find() ? title.start() : name.start();
        this.end = name.end();
    }

    private static Pattern noun(String nouns) {
        return Pattern.compile("(?i)(?<![\\p{L}])(?:" + nouns + "),?\\s$");
    }

    /// What may stand in place of a name, the best first.
    static List<Widening> of(String text, Finding name, boolean french) {
        return new Roles(text, name, french).offers();
    }

    private List<Widening> offers() {
        if (isSaidBefore()) {
            return List.of(leftOut());
        }
        if (OF_THEM.matcher(text.substring(end)).lookingAt() && article(ARTICLE).find()) {
            return List.of(new Widening(start, end + 1, ""));
        }
        Matcher behind = PATIENT_BEHIND.matcher(text).region(end, text.length());
        if (!doctor && behind.lookingAt()) {
            String words = begins(start) ? capital(behind.group(1)) : behind.group(1);
            boolean goesOn = behind.group().endsWith(", ");
            return List.of(new Widening(start, behind.end() - (goesOn ? 1 : 0), words));
        }
        if (doctor) {
            return List.of(role(french ? FRENCH_COLLEAGUE : COLLEAGUE));
        }
        return (french ? FRENCH : ENGLISH).stream().map(this::role).toList();
    }

    private boolean isSaidBefore() {
        if (is(AT_WORK)) {
            return true;
        }
        // "I told the patient Dr. Smith would call" names somebody else.
        return !doctor && (is(RELATION) || is(PATIENTS) || is(CASE));
    }

    private boolean is(Pattern before) {
        return Widening.before(text, start, before).find();
    }

    private Widening leftOut() {
        int from = start;
        while (from > 0 && (text.charAt(from - 1) == ' ' || text.charAt(from - 1) == ',')) {
            from--;
        }
        boolean apart = text.substring(from, start).startsWith(",");
        boolean closes = apart && COMMA_BEHIND.matcher(text.substring(end)).lookingAt();
        return new Widening(from, closes ? end + 1 : end, "");
    }

    private Widening role(String role) {
        return french ? frenchRole(role) : englishRole(role);
    }

    /// "My Mrs. Kowalski" is my patient: the article or possessive stays, and the role comes
    /// without its own.
    private Widening englishRole(String role) {
        Matcher article = article(ARTICLE);
        if (!article.find()) {
            Matcher pity = article(PITY);
            return said(pity.find() ? pity.start() : start, role);
        }
        String bare = role.substring(role.indexOf(' ') + 1);
        // "An Alice", but "a patient".
        boolean an = article.group(1).equalsIgnoreCase("an ") && article.group(2) == null;
        return an
                ? new Widening(article.start(), end, article.group(1).charAt(0) + " " + bare)
                : new Widening(start, end, bare);
    }

    private Widening frenchRole(String role) {
        boolean vowel = role.startsWith("u");
        Matcher article = article(FRENCH_ARTICLE);
        int from = start;
        if (article.find()) {
            from = article.start();
            String said = article.group(1);
            if (said.equalsIgnoreCase("au")) {
                return joined(from, said, "à " + role);
            }
            if (said.equalsIgnoreCase("du")) {
                return joined(from, said, (vowel ? "d’" : "de ") + role);
            }
        }
        Matcher elided = Widening.before(text, from, ELISION);
        if (!vowel && elided.find()) {
            return joined(elided.start(), elided.group(1), elided.group(1) + "e " + role);
        }
        Matcher full = Widening.before(text, from, DE);
        if (vowel && full.find()) {
            return joined(full.start(), full.group(1), full.group(1) + "’" + role);
        }
        return said(from, role);
    }

    private Widening joined(int from, String said, String words) {
        boolean capital = Character.isUpperCase(said.charAt(0));
        return new Widening(from, end, capital ? capital(words) : words);
    }

    private Widening said(int from, String role) {
        return new Widening(from, end, begins(from) ? capital(role) : role);
    }

    private Matcher article(Pattern articles) {
        return Widening.before(text, start, articles);
    }

    private boolean begins(int place) {
        return Widening.before(text, place, SENTENCE).find()
                || place <= Widening.REACH && NOTHING.matcher(text.substring(0, place)).matches();
    }

    static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
