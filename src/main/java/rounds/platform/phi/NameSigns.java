package rounds.platform.phi;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What around some words tells that they are somebody's name.
final class NameSigns {
    private NameSigns() {}

    private static final Pattern TITLE =
            Pattern.compile(
                    "(?:(?<![\\p{L}])(?:M(?:r|rs|s|x|me|mes|lle|lles)\\.?|Miss|Prof\\.?|Professor|Drs?\\.?|Dre\\.?|Pre?\\.|Docteure?|Professeure?|Monsieur|Madame|Mademoiselle|Sir|Lady|Rev\\.|Sr\\.|Sra\\.|Herr|Frau|Doctor|Nurse|Inf\\.|MR\\.|MRS\\.|MS\\.|DR\\.|mr\\.?|mrs\\.?|ms\\.|dr\\.?|mme\\.?)"
                            + "|(?<![\\p{L}\\d.] )(?<![\\p{L}\\d.])MM?\\.|(?<=[\\p{Ll}\\d,;:] )MM?\\.) ?$");

    private static final Set<String> NO_DOCTORS =
            Set.of(
                    "google",
                    "who",
                    "seuss",
                    "phil",
                    "oz",
                    "house",
                    "strangelove",
                    "jekyll",
                    "dolittle");

    private static final Pattern STRONG =
            Pattern.compile(
                    "(?i)(?<![\\p{L}])(?:(?:(?:(?:full|given|first|last|maiden|family|patient|client|his|her|their|my)(?:'s)? )?names?(?: in [\\w ]{2,20})?(?: is| was| are| to|:| :|,)|my name's|surname(?: is|:)?|née?|nicknamed|(?:prénom|nom)(?: de (?:famille|fille))?(?: est| :|:)|s'appelle|m'appelle|prénommée?|nommée?|named|attn:?|a\\.k\\.a\\.|aka|signed,?|signé|patient(?:'s name)?:|client:|pt:)[ \\n]{1,2})$");

    private static final Pattern WEAK =
            Pattern.compile(
                    "(?i)(?<![\\p{L}])(?:(?:he|she|father|mother|who) (?:is|was) called|says|said|i'm|i am|this is|it's|patiente?|pt|client|husband|wife|son|daughter|mother|father|mom|mum|dad|brother|sister|partner|spouse|uncle|aunt|cousin|neighbou?r|friend|kid|child|boy|girl|man|woman|lady|guardian|caregiver|roommate|colleague|dear|hi|hello|hey|thanks|thank you|regards|sincerely|cheers|cc|directed by|starring|sung by|written by|ask for|speak (?:to|with)|spoke (?:to|with)|talk(?:ed)? (?:to|with)|follow up with|seen by|referred by|call|told|asked|met|saw|tell|poor|little|add|under"
                            + "|épouse|époux|mari|femme|fils|fille|mère|père|frère|sœur|conjointe?|voisine?|amie?|collègue|bonjour|chère?|merci|cordialement|je suis|appeler|rencontré|vu|dame|monsieur|madame)(?:,|:)?[ \\n]{1,2}$");

    private static final Pattern BEHIND =
            Pattern.compile(
                    "^(?:, (?:can|could|please|would you|pourriez|pouvez)\\b|,? (?:an? |est |is an? |a |was an? |une? (?:patiente?|homme|femme|dame) de |âgée? de )?\\(?\\d{1,3}[ -]?(?:years?|yrs?|y/?o|yo|y\\.o|ans|months?|mois|weeks?)\\b|, \\d{1,3}[,.)]| \\(\\d{1,3} ?[MFHmf]?\\)| \\((?:DOB|MRN|PHN)|,? (?:DOB|MRN|PHN)\\b|, (?:née?|born)\\b"
                            + "| (?:lives?|lived|says|said|phoned|called|went|cried|complain(?:s|ed)|began|flew|retired|lost (?:his|her)|told|asked (?:me|us|for|to|if)|was born|is from|hung up|grew up|thinks|thought|wants|wanted|felt|refuses|refused|walked|drove|drives|wrote|habite|vit|travaille|dit|demande|m'a|nous a|se plaint|refuse|est née?|est décédée?|a (?:appelé|dit|demandé|refusé|été vue?)|died (?:at home|peacefully|on))\\b"
                            + "|'s (?:husband|wife|son|daughter|mother|father|mom|dad|brother|sister|partner|family|chart|house|home|boss|birthday|address|phone|room|caregiver)\\b)");

    /// Of many peoples: one with such an end is a surname also where it stands in a dictionary.
    private static final Pattern SURNAME_END =
            Pattern.compile(
                    ".{2,}(?:sson|sdóttir|dottir|ová|ova|eva|ský|ski|ska|wicz|czyk|nen|berg|ström|gren|lund|quist|qvist|sen|ić|ovic|vić|escu|idis|opoulos|akis|yan|dze|shvili|enko|chuk|uk|oğlu|stein|mann|bauer|meier|son)");

    /// Whether a given name that is also a word or a place is meant as a name.
    static boolean isBacked(Reading reading, List<Word> words, int at) {
        Word word = words.get(at);
        String text = word.text();
        if (!word.isTitled()
                || !GivenNames.has(text)
                || MODALS.contains(text)
                || Capitals.isFrench(text)) {
            return false;
        }
        if (Capitals.isGiven(text)
                || reading.before(word.start(), 30, WEAK) && !Capitals.isFrench(text)
                || reading.behind(word.end(), 45, BEHIND)) {
            return true;
        }
        int next = at + 1;
        if (next + 1 < words.size() && words.get(next).isInitial() && words.get(next).follows()) {
            next++;
        }
        return next < words.size() && words.get(next).follows() && isUnknown(words.get(next));
    }

    private static boolean isUnknown(Word word) {
        String text = word.text();
        return word.isTitled()
                && text.length() > 2
                && !Words.isWord(text)
                && !Capitals.isOther(text)
                && !Capitals.isThing(text)
                && !Capitals.isEponym(text)
                && !Capitals.isFrench(text);
    }

    private static final Set<String> MODALS =
            Set.of(
                    "Will", "May", "Can", "Don", "See", "Any", "Art", "Son", "Man", "Day", "The",
                    "Per", "More", "For", "Long", "Young", "New", "Les", "Des", "Sans", "Mais",
                    "Case", "Era", "Lake", "South", "North", "East", "West", "San", "Santa",
                    "Saint", "Los", "Las", "Mental", "Unit", "Are", "Male", "Female", "Aged");

    static boolean titleBefore(Reading reading, Word word) {
        return !word.text().toLowerCase(Locale.ROOT).equals(word.text())
                        && !NO_DOCTORS.contains(word.text().toLowerCase(Locale.ROOT))
                        && !Capitals.isThing(word.text())
                        && reading.before(word.start(), 14, TITLE)
                || smallTitle(reading, word);
    }

    private static boolean smallTitle(Reading reading, Word word) {
        return Character.isLowerCase(word.text().charAt(0))
                && !Words.isWord(word.text())
                && !NO_DOCTORS.contains(word.text())
                && reading.before(word.start(), 14, TITLE);
    }

    /// Whether the words behind it say what only people do, or what only people have.
    static boolean actsBehind(Reading reading, Word word) {
        return reading.behind(word.end(), 45, BEHIND);
    }

    static boolean strongBefore(Reading reading, Word word) {
        return reading.before(word.start(), 50, STRONG);
    }

    /// How sure these words are a name: 0 not, 1 maybe, 2 likely.
    static int weigh(
            Reading reading, List<Word> words, int at, int end, boolean strong, boolean small) {
        Word first = words.get(at);
        Word last = words.get(end - 1);
        boolean given = GivenNames.has(first.text());
        boolean eponym = Capitals.isEponym(first.text()) && end - at == 1;
        int long2 = 0;
        for (int i = at; i < end; i++) {
            long2 += words.get(i).text().length() > 2 ? 1 : 0;
        }
        boolean several = end - at > 1 && long2 > 1;
        if (strong) {
            return 2;
        }
        if (!several && first.isShouted()) {
            return 0;
        }
        boolean weak = reading.before(first.start(), 30, WEAK);
        boolean behind = !eponym && reading.behind(last.end(), 45, BEHIND);
        if (small) {
            return given && (several || weak || behind) ? 2 : given ? 1 : 0;
        }
        if (given && several) {
            return 2;
        }
        if ((weak || behind) && !eponym && (given || several)) {
            return 2;
        }
        boolean brand =
                several
                        && !given
                        && (first.gap().endsWith("(") || first.text().equals(last.text()));
        if (brand) {
            return 0;
        }
        if (several || given && !eponym && first.text().length() > 2) {
            return 1;
        }
        boolean looks =
                first.text().length() > 6
                        && SURNAME_END.matcher(first.text()).matches()
                        && first.text().indexOf('-') < 0;
        return (weak || behind || looks) && !eponym && first.text().length() > 2 ? 1 : 0;
    }
}
