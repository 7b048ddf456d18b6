package rounds.search;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Words that join others and say nothing themselves. They stay in the index, for phrases; a
/// question is asked without them.
final class StopWords {
    private static final Set<String> ENGLISH =
            set(
                    """
                    a an the this that these those each every either neither some any all both
                    such own same other another more most few several many much
                    i me my mine myself we us our ours ourselves you your yours yourself he him his
                    himself she her hers herself it its itself they them their theirs themselves
                    one ones
                    am is are was were be been being have has had having do does did doing done
                    can could may might must shall should will would ought
                    and or but nor not no so if then else than as because while though although
                    unless until since whether
                    of at by for with without within about against between among into onto through
                    during before after above below to from up down in out on off over under per
                    via upon toward towards
                    again further here there where when why how what which who whom whose
                    very too also just only even still yet ever never already
                    s t d ll m re ve don didn doesn isn wasn aren couldn shouldn wouldn hasn haven hadn
                    ive dont didnt doesnt isnt wasnt cant wont
                    """);

    private static final Set<String> FRENCH =
            set(
                    """
                    le la les l un une des du de d au aux ce cet cette ces cela ca ceci
                    mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs
                    je j tu il elle on nous vous ils elles me m te t se s moi toi lui eux y en
                    qui que qu quoi dont ou quel quelle quels quelles lequel laquelle
                    et mais donc or ni car si comme quand lorsque puisque parce
                    a par pour dans sur sous avec sans chez vers entre depuis pendant avant apres
                    contre jusque jusqu
                    suis es est sommes etes sont etait etaient ete etre etant sera serait soit
                    ai as avons avez ont avait avaient avoir eu aura aurait ait
                    fait faire peut peuvent pouvez peux dois doit doivent devrait faut
                    ne n pas plus moins tres trop bien aussi encore deja jamais toujours tout toute
                    tous toutes meme autre autres chaque plusieurs quelque quelques aucun aucune
                    comment pourquoi combien est-ce c
                    """);

    /// What stands between words in Japanese and Chinese.
    private static final Set<String> PARTICLES =
            set(
                    """
                    の に は を が で と も へ や か ね よ な から まで より です ます した する して ある いる
                    的 了 在 是 和 与 及 或 吗 呢 把 被 對 对 於 于
                    """);

    /// These are words of their own in the other language ("car accident", "son"), so they neither
    /// tell the language nor are left out unless something else tells it.
    private static final Set<String> AMBIGUOUS =
            set(
                    """
                    a as on me or son ton car est sur pas plus or mine may can do done note y
                    pour main but ton tes mes fait ete sous if es ma us comme l d s t m n c j
                    """);

    /// In a question these carry the asking, not what is asked for; alone they may be its subject.
    private static final Set<String> ASKING =
            set(
                    """
                    please thank thanks thankyou help hello hi dear sir madam regards
                    know known tell told find found looking look wonder wondering want wanted need
                    needs needed like get getting got give given take taking use used using
                    make made possible information info question questions advice anyone anybody
                    someone somebody something anything everything way ways best good kind etc
                    merci bonjour svp cherche chercher savoir aimerais voudrais besoin quelqu
                    """);

    /// With these somebody begins to ask a colleague; nobody types them into a search box.
    private static final Set<String> BEGINNING =
            set(
                    """
                    how what which who whom whose when where why is are was were do does did has have
                    can could should would
                    comment pourquoi quand combien quel quelle quels quelles qui que quoi ou
                    est est-ce peut peut-on doit doit-on faut faut-il
                    """);

    private static final Pattern APOSTROPHE = Pattern.compile("['’]");

    private StopWords() {}

    /// Whether a text that begins with this word asks something.
    static boolean asks(String first) {
        return BEGINNING.contains(folded(first));
    }

    /// What is left of these words when those that say nothing are taken away; all of them, when
    /// nothing would be left.
    static List<String> without(List<String> words) {
        long english = count(words, ENGLISH);
        long french = count(words, FRENCH);
        List<String> left =
                words.stream().filter(word -> !isStop(folded(word), english, french)).toList();
        return left.isEmpty() ? words : left;
    }

    /// The same for words that only carry the asking.
    static List<String> withoutAsking(List<String> words) {
        List<String> left = words.stream().filter(word -> !ASKING.contains(folded(word))).toList();
        return left.isEmpty() ? words : left;
    }

    private static boolean isStop(String word, long english, long french) {
        if (AMBIGUOUS.contains(word)) {
            return (english > french && ENGLISH.contains(word))
                    || (french > english && FRENCH.contains(word));
        }
        return ENGLISH.contains(word)
                || FRENCH.contains(word)
                || PARTICLES.contains(word)
                || isContracted(word);
    }

    /// Two of them drawn together, as in "I've" and "qu'il".
    private static boolean isContracted(String word) {
        List<String> parts = List.of(APOSTROPHE.split(word));
        return parts.size() == 2 && (ENGLISH.containsAll(parts) || FRENCH.containsAll(parts));
    }

    private static long count(List<String> words, Set<String> language) {
        return words.stream()
                .map(StopWords::folded)
                .filter(word -> language.contains(word) && !AMBIGUOUS.contains(word))
                .count();
    }

    private static String folded(String word) {
        return AccentFilter.folded(IndexSchema.lower(word));
    }

    private static Set<String> set(String words) {
        return Set.copyOf(List.of(words.strip().split("\\s+")));
    }
}
