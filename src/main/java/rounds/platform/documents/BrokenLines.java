package rounds.platform.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Lines as they were printed, made paragraphs: hyphens that only the end of a line asked for are
/// taken out, others stay.
final class BrokenLines {
    private static final Pattern PARAGRAPHS = Pattern.compile("\\n[ \\t]*(?:\\n[ \\t]*)+");
    private static final Pattern ITEM =
            Pattern.compile(
                    "^(?:[\u2022\u00b7\u25aa\u25cf\u25e6\u2013\u2014*\u2023o-]\\s|\\(?\\d{1,3}[.)]\\s|\\(?[a-z][.)]\\s)");

    /// Of the longest line of its paragraph: a shorter one was ended by who wrote it.
    private static final double FULL = 0.6;

    /// Letters; rows of tables are shorter.
    private static final int SHORTEST_FULL = 30;

    /// Never written without a hyphen, or only as two words.
    private static final Set<String> COMPOUNDS =
            words(
                    """
                    long-term short-term near-term full-term mid-term long-standing long-acting
                    short-acting long-lasting follow-up set-up start-up check-up work-up warm-up catch-up
                    well-being well-known well-established well-defined well-tolerated well-controlled
                    self-care self-management self-reported self-report self-efficacy self-esteem
                    self-assessment self-monitoring self-rated self-harm high-risk low-risk high-dose
                    low-dose high-quality low-quality high-income low-income middle-income high-level
                    low-level large-scale small-scale full-time part-time real-time real-world
                    real-life half-life cross-sectional double-blind single-blind open-label
                    placebo-controlled single-center single-centre multi-center multi-centre first-line
                    second-line third-line front-line first-degree second-degree third-party
                    decision-making decision-maker decision-makers problem-solving peer-reviewed
                    face-to-face one-to-one day-to-day state-of-the-art up-to-date out-of-pocket
                    end-of-life point-of-care point-of-view in-depth on-call on-site in-hospital
                    in-patient out-patient non-profit not-for-profit co-author co-authors co-morbidity
                    age-adjusted cost-effective cost-effectiveness quality-adjusted risk-adjusted
                    year-old year-olds weight-bearing ill-defined ill-health so-called would-be
                    drop-out drop-outs add-on hands-on trade-off trade-offs cut-off cut-offs
                    peut-\u00eatre lui-m\u00eame elle-m\u00eame eux-m\u00eames elles-m\u00eames soi-m\u00eame
                    celui-ci celle-ci ceux-ci celles-ci au-del\u00e0 ci-dessus ci-dessous ci-apr\u00e8s
                    c'est-\u00e0-dire rendez-vous vis-\u00e0-vis sous-groupe sous-groupes sous-jacent
                    sous-jacente sous-jacents bien-\u00eatre savoir-faire compte-rendu mi-parcours
                    grand-m\u00e8re grand-p\u00e8re demi-heure quelques-uns quelques-unes au-dessus au-dessous
                    l\u00e0-bas non-respect
                    """);

    /// Second halves that no divided word has.
    private static final Set<String> SECONDS =
            words(
                    """
                    based related centered centred oriented driven specific reported reviewed adjusted
                    controlled assisted associated dependent induced mediated resistant threatening level
                    risk dose making being known up to of the and in by off il elle ils elles on ci l\u00e0
                    m\u00eame m\u00eames vous
                    """);

    private BrokenLines() {}

    private static Set<String> words(String list) {
        return Set.copyOf(List.of(list.strip().split("\\s+")));
    }

    static String joined(String text, Vocabulary vocabulary) {
        var paragraphs = new ArrayList<StringBuilder>();
        for (String printed : PARAGRAPHS.split(text.strip())) {
            StringBuilder paragraph = paragraph(printed, vocabulary);
            if (paragraph.isEmpty()) {
                continue;
            }
            // What pdfbox takes for a new one may go on with the old one's sentence.
            if (!paragraphs.isEmpty() && goesOn(paragraphs.getLast(), paragraph)) {
                append(paragraphs.getLast(), paragraph.toString(), vocabulary);
            } else {
                paragraphs.add(paragraph);
            }
        }
        return String.join("\n\n", paragraphs);
    }

    private static boolean goesOn(CharSequence before, CharSequence next) {
        char last = before.charAt(before.length() - 1);
        boolean open = Character.isLetter(last) || last == ',' || Vocabulary.isHyphen(last);
        return open && Character.isLowerCase(next.charAt(0)) && !ITEM.matcher(next).lookingAt();
    }

    private static StringBuilder paragraph(String printed, Vocabulary vocabulary) {
        List<String> lines = printed.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
        int longest = lines.stream().mapToInt(String::length).max().orElse(0);
        var paragraph = new StringBuilder();
        int before = 0;
        for (String line : lines) {
            if (paragraph.isEmpty()) {
                paragraph.append(line);
            } else if (isDivided(paragraph) || isOneWith(before, longest, line)) {
                append(paragraph, line, vocabulary);
            } else {
                paragraph.append('\n').append(line);
            }
            before = line.length();
        }
        return paragraph;
    }

    private static boolean isOneWith(int before, int longest, String line) {
        if (ITEM.matcher(line).lookingAt()) {
            return false;
        }
        return Character.isLowerCase(line.charAt(0))
                || before >= FULL * longest && longest >= SHORTEST_FULL;
    }

    private static void append(StringBuilder to, String line, Vocabulary vocabulary) {
        int end = to.length() - 1;
        char last = to.charAt(end);
        if (!isDivided(to)) {
            to.append(' ');
        } else if (last == '\u00ad' || !keepsHyphen(to, end, line, vocabulary)) {
            to.setLength(end);
        }
        to.append(line);
    }

    private static boolean isDivided(CharSequence before) {
        int end = before.length() - 1;
        return end > 0
                && (Vocabulary.isHyphen(before.charAt(end)) || before.charAt(end) == '\u00ad')
                && Character.isLetterOrDigit(before.charAt(end - 1));
    }

    private static boolean keepsHyphen(
            StringBuilder before, int hyphen, String line, Vocabulary vocabulary) {
        int from = hyphen;
        while (from > 0 && isOfWord(before.charAt(from - 1))) {
            from--;
        }
        int to = 0;
        while (to < line.length() && Character.isLetter(line.charAt(to))) {
            to++;
        }
        String first = before.substring(from, hyphen).toLowerCase(Locale.ROOT);
        String second = line.substring(0, to);
        boolean goesOn = to < line.length() && Vocabulary.isHyphen(line.charAt(to));
        return second.isEmpty()
                || !Character.isLowerCase(second.charAt(0))
                || first.chars().anyMatch(sign -> !Character.isLetter(sign))
                || goesOn
                || SECONDS.contains(second)
                || COMPOUNDS.contains(first + '-' + second)
                || vocabulary.hyphenates(first, second);
    }

    private static boolean isOfWord(char sign) {
        return Character.isLetterOrDigit(sign) || Vocabulary.isHyphen(sign) || sign == '\'';
    }
}
