package rounds.platform.phi;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/// Which words are words: what stands in a dictionary is less often somebody's name. Read once,
/// when first asked for.
final class Words {
    private static final String DICTIONARY =
            "/META-INF/resources/webjars/typo-js/1.2.1/dictionaries/en_US/en_US.dic";
    private static final Set<String> KNOWN = dictionary();

    /// With how many letters must stand before.
    private static final Pattern ENDING =
            Pattern.compile(
                    "^(...*?)(?:'s|s|es|d|ed|ing|n't|'ve|'re|'ll|'d)$|^(....*?)(?:ly|al|ally|ness|r|er|ers|st|est|ion|ions|able|ible|ment|ity|ism|ist|ive|less|ful)$");

    private static final Pattern BEGINNING =
            Pattern.compile(
                    "^(?:re|un|in|im|ir|dis|de|pro|non|pre|post|anti|over|under|hyper|hypo|inter|intra|trans|sub|super|micro|macro|multi|poly|mis|neuro|cardio|psycho|gastro|immuno|auto|bio|tele|peri|para|extra|mono|uni|health|self)-?(.{4,})$");

    /// What medicine makes words with. No list of words has them all.
    private static final Pattern MEDICAL =
            Pattern.compile(
                    "..(?:osis|itis|a?emia|oma|omas|pathy|ectomy|o[st]tomy|plasty|scopy|graphy|gram|uria|algia|plasia|trophy|gen|genic|genital|stasis|static|ology|cytes?|mycin|cillin|statin|mab|nib|prazole|sartan|olol|pril|azole|azepam|idine|amine|ase|alis|ivirus|coccus|bacter|somal|ocyte|philic|philia|ectasia|opathic|otype|hydrate|oxide|chloride|sulfate|sulphate|azine|mide|lide|oid|oids|ective|ability|ational|ization|ational|penia|phagia|phasia|phobia|plegia|kinesia|cardia|oxia|ophthalmia|ine|ines|ium|ous|etic|otic|atic|lytic|tropic|emic|ular|inal|oral|idol|adol|azol|erol|isone|olone|onate|azone|dronate|cyclin|floxacin|sporin|parin|osa|osum|osus|gliptin|gliflozin|glutide|xaban|trel|triptan|setron|conazole|fibrate|barbital)$");

    private static final Pattern BLANKS = Pattern.compile(" +");

    private Words() {}

    /// Whether the dictionary has it, or what it was built from, with a small letter: `Roxanne` is
    /// not a word.
    static boolean isWord(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        if (word.length() > Word.LONGEST || isBuilt(word)) {
            return true;
        }
        var beginning = BEGINNING.matcher(word);
        if (beginning.matches() && isBuilt(beginning.group(1))) {
            return true;
        }
        if (MEDICAL.matcher(word).find() && !GivenNames.has(word)) {
            return true;
        }
        int hyphen = word.indexOf('-');
        return hyphen > 0 && !GivenNames.has(word) && isWord(word.substring(hyphen + 1));
    }

    private static boolean isBuilt(String word) {
        if (KNOWN.contains(word)) {
            return true;
        }
        var ending = ENDING.matcher(word);
        if (!ending.matches()) {
            return false;
        }
        String root = ending.group(1) == null ? ending.group(2) : ending.group(1);
        return KNOWN.contains(root)
                || KNOWN.contains(root + "e")
                || KNOWN.contains(root + "y")
                || root.endsWith("i") && KNOWN.contains(root.substring(0, root.length() - 1) + "y");
    }

    /// Whether one of these words is none.
    static boolean hasUnknown(String words) {
        for (String word : BLANKS.split(words)) {
            if (word.length() > 2 && !isWord(word) && !Capitals.isOther(word)) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> dictionary() {
        // Two that it lacks.
        var words = new HashSet<>(List.of("after", "then"));
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(Words.class.getResourceAsStream(DICTIONARY)),
                                StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null) {
                int end = line.indexOf('/');
                String word = end < 0 ? line : line.substring(0, end);
                if (!word.isEmpty() && Character.isLowerCase(word.charAt(0))) {
                    words.add(word);
                }
                line = lines.readLine();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return words;
    }
}
