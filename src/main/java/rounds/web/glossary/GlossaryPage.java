package rounds.web.glossary;

import rounds.community.Community;
import rounds.glossary.Glossary;
import rounds.glossary.Term;
import rounds.glossary.TermState;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The glossary of a community.
///
/// @param letters under which something stands, in their order
/// @param letter the one that is shown; empty: all of them
/// @param find words that were looked for; empty: none
/// @param shown what is shown, letter by letter
/// @param waiting what is proposed: for who curates all, for others their own
/// @param gone what was declined or removed, likewise
/// @param total how many terms stand in it
public record GlossaryPage(
        Community community,
        List<Letter> letters,
        String letter,
        String find,
        List<Letter> shown,
        List<Term> waiting,
        List<Term> gone,
        int total) {

    /// Up to so many stand on one page; more are shown letter by letter.
    private static final int AT_ONCE = 150;

    static GlossaryPage of(
            Community community,
            List<Term> all,
            List<Term> others,
            String letter,
            String find,
            LocalDate today) {
        List<Letter> letters = letters(all, today);
        String chosen = find.isEmpty() ? chosen(letters, letter, all.size()) : "";
        String wanted = plain(find);
        List<Letter> shown =
                !wanted.isEmpty()
                        ? letters(all.stream().filter(one -> says(one, wanted)).toList(), today)
                        : letters.stream()
                                .filter(one -> chosen.isEmpty() || one.code().equals(chosen))
                                .toList();
        return new GlossaryPage(
                community,
                letters,
                chosen,
                find,
                shown,
                others.stream().filter(Term::waits).toList(),
                others.stream().filter(one -> !one.waits()).toList(),
                all.size());
    }

    private static String chosen(List<Letter> letters, String letter, int total) {
        boolean there = letters.stream().anyMatch(one -> one.code().equals(letter));
        return there ? letter : total <= AT_ONCE ? "" : letters.getFirst().code();
    }

    private static List<Letter> letters(List<Term> terms, LocalDate today) {
        Map<String, Term> byName =
                terms.stream()
                        .collect(
                                Collectors.toMap(
                                        one -> one.language() + plain(one.name()),
                                        Function.identity(),
                                        (one, _) -> one));
        var letters = new TreeMap<String, List<Entry>>();
        for (Term one : terms) {
            letters.computeIfAbsent(one.letter(), _ -> new ArrayList<>())
                    .add(
                            Entry.of(
                                    one,
                                    byName.get(one.otherLanguage() + plain(one.counterpart())),
                                    today));
        }
        return letters.entrySet().stream()
                .map(one -> new Letter(one.getKey(), List.copyOf(one.getValue())))
                .toList();
    }

    private static boolean says(Term term, String wanted) {
        return Stream.concat(
                        Stream.of(term.name(), term.expansion(), term.counterpart(), term.source()),
                        term.spellings().stream())
                .anyMatch(words -> plain(words).contains(wanted));
    }

    /// In lower case and without accents.
    private static String plain(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFD)
                .replaceAll("\\p{Mn}", "")
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    public String path() {
        return path(community.slug());
    }

    static String path(String slug) {
        return "/c/" + slug + "/glossary";
    }

    public boolean curates() {
        return community.may().contains("curate");
    }

    public boolean full() {
        return total >= Glossary.MOST;
    }

    /// What was declined, for who proposed it.
    public List<Term> declined() {
        return gone.stream().filter(one -> one.state() == TermState.DECLINED).toList();
    }

    /// What was taken out.
    public List<Term> removed() {
        return gone.stream().filter(one -> one.state() == TermState.REMOVED).toList();
    }
}
