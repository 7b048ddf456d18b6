package rounds.platform.documents;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Words that fell apart behind an f that was printed as one letter with the next: "fl exible",
/// "signifi cant". They are joined unless the first half is a word of its own, as in "staff
/// worked": few words end in these letters, and all that do are known here. What follows such a
/// word decides then: "staff ed".
final class SplitWords {
    /// English and French words that end in ff, fi or fl, and names.
    private static final Set<String> WORDS =
            words(
                    """
                    off staff stuff stiff cliff cuff puff buff bluff fluff gruff scruff sniff whiff tiff
                    riff miff skiff spliff quiff gaff chaff naff raff distaff flagstaff layoff payoff
                    playoff takeoff kickoff cutoff dropoff falloff handoff liftoff runoff setoff shutoff
                    signoff spinoff standoff tradeoff turnoff writeoff castoff blastoff sendoff showoff
                    faceoff ripoff knockoff rolloff washoff scoff doff toff sheriff tariff plaintiff
                    caitiff pontiff mastiff bailiff midriff dandruff foodstuff handcuff rebuff earmuff
                    muff duff huff luff ruff guff snuff pilaff dyestuff feedstuff breadstuff tuff ff
                    d\u00e9fi suffi wifi hifi scifi lofi soufi sufi salafi hanafi fifi sofi mufi ffi ffl
                    wolff hoff graff orloff neff orff bischoff korsakoff pfaff cardiff radcliff wycliff
                    woodruff jeff geoff karloff haff ratliff kaff eff gaddafi kadhafi amalfi rafi shafi
                    raffi nfl afl
                    """);

    /// Ends of words that are none themselves in either language.
    private static final Set<String> ENDS =
            words(
                    """
                    er ers ered ering erings erent erently erence erences erential ed ing ings ness
                    ened ening ens ier iest ies ied ish ect ects ected ecting ective ectively ectiveness
                    ort orts ense enses ensive ence ences ender enders icial icials icially icer icers
                    ices iciency icient iciently iculty iculties s ice
                    nition nitions nir nis nit nie nies nitif nitifs nitive nitives nitivement nissent
                    nissant cit cits cient ciente cients cientes cience ciences ance brillateur
                    brillateurs brillation
                    sant sants sante santes samment sance
                    """);

    /// What follows a name that we do not know, rather than ends a word.
    private static final Set<String> AFTER_NAMES =
            words(
                    """
                    a \u00e0 y et ou de la des du un une the of and to in is was were for on at by as or
                    it he she we said says found found has had with from that this est sont dans pour par
                    sur que qui reported wrote showed argued described dit
                    """);

    /// Between a letter and two f, with which no word begins: "di ff erent", "e ffi cacy".
    private static final Pattern BEFORE_TWO =
            Pattern.compile(
                    "(?<=\\p{Ll}) (?=ff[il]?(?:\\p{Ll}| (?!and\\b|or\\b|et\\b|ou\\b)\\p{Ll}))");

    /// Beginnings of words that are none themselves, apart from their fi: "speci fi c".
    private static final Pattern BEFORE_ONE =
            Pattern.compile(
                    "(?i)(?<=\\b(?:signi|speci|arti|bene|b\u00e9n\u00e9|sp\u00e9ci|classi|identi|scienti|modi|veri|quali|quanti|clari|noti|certi|strati|magni|simpli|ampli|uni|puri|recti|forti|grati|justi|satis)) (?=fi \\p{Ll}|fi\\p{Ll})");

    private static final int LONGEST = 40;

    private SplitWords() {}

    private static Set<String> words(String list) {
        return Set.copyOf(List.of(list.strip().split("\\s+")));
    }

    static String joined(String text, Vocabulary vocabulary) {
        String begun = BEFORE_TWO.matcher(text).replaceAll("");
        return joinedBehind(BEFORE_ONE.matcher(begun).replaceAll(""), vocabulary);
    }

    private static String joinedBehind(String text, Vocabulary vocabulary) {
        StringBuilder healed = null;
        int kept = 0;
        for (int space = text.indexOf(' '); space >= 0; space = text.indexOf(' ', space + 1)) {
            if (endsInLigature(text, space) && isSplit(text, space, vocabulary)) {
                healed = healed == null ? new StringBuilder(text.length()) : healed;
                healed.append(text, kept, space);
                kept = space + 1;
            }
        }
        return healed == null ? text : healed.append(text, kept, text.length()).toString();
    }

    private static boolean endsInLigature(String text, int end) {
        return end >= 2
                && text.charAt(end - 2) == 'f'
                && "fil".indexOf(text.charAt(end - 1)) >= 0
                && end + 1 < text.length()
                && Character.isLowerCase(text.charAt(end + 1));
    }

    private static boolean isSplit(String text, int space, Vocabulary vocabulary) {
        int from = space;
        while (from > 0 && space - from < LONGEST && Character.isLetter(text.charAt(from - 1))) {
            from--;
        }
        int to = space + 1;
        while (to < text.length() && to - space < LONGEST && Character.isLetter(text.charAt(to))) {
            to++;
        }
        String first = text.substring(from, space);
        String second = text.substring(space + 1, to);
        boolean elided = to < text.length() && "'\u2019".indexOf(text.charAt(to)) >= 0;
        return !(elided && second.length() == 1)
                && (first.length() == 2
                        ? isSplitAtItsBeginning(text, from, first, second)
                        : isSplit(first, second, vocabulary));
    }

    /// "fi rst", but not "Wi-fi is", "8 fl oz" or "12 ff and".
    private static boolean isSplitAtItsBeginning(
            String text, int from, String first, String second) {
        boolean compound = from > 0 && Vocabulary.isHyphen(text.charAt(from - 1));
        return !compound
                && !first.equals("ff")
                && !second.equals("oz")
                && !second.equals("and")
                && !second.equals("or")
                && !second.equals("donc");
    }

    private static boolean isSplit(String first, String second, Vocabulary vocabulary) {
        String small = first.toLowerCase(Locale.ROOT);
        if (WORDS.contains(small) || vocabulary.stands(small)) {
            return ENDS.contains(second);
        }
        boolean name = Character.isUpperCase(first.charAt(0));
        if (name && small.endsWith("ff")) {
            return ENDS.contains(second);
        }
        return !(name && AFTER_NAMES.contains(second))
                // Capitals are abbreviations.
                && first.substring(1).equals(small.substring(1));
    }
}
