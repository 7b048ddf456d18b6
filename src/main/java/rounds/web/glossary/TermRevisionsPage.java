package rounds.web.glossary;

import rounds.community.Community;
import rounds.glossary.Term;
import rounds.glossary.TermRevision;
import rounds.glossary.TermWords;
import rounds.kernel.Author;
import rounds.platform.difference.Difference;
import rounds.platform.difference.Segment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What a term said before.
///
/// @param changes the latest first
public record TermRevisionsPage(Community community, Term term, List<Changed> changes) {

    /// @param number of the revision that it made
    public record Changed(int number, Author by, Instant at, List<Segment> segments) {}

    /// Costs more than reading: not inside a transaction.
    static TermRevisionsPage of(Community community, Term term, List<TermRevision> before) {
        var changes = new ArrayList<Changed>();
        String after =
                text(
                        term.name(),
                        term.expansion(),
                        term.source(),
                        term.counterpart(),
                        term.spellings());
        for (TermRevision one : before) {
            TermWords words = one.words();
            String then =
                    text(
                            words.name(),
                            words.expansion(),
                            words.meaning(),
                            words.counterpart(),
                            words.spellings());
            changes.add(
                    new Changed(
                            one.number() + 1, one.by(), one.at(), Difference.between(then, after)));
            after = then;
        }
        return new TermRevisionsPage(community, term, List.copyOf(changes));
    }

    private static String text(
            String name,
            String expansion,
            String meaning,
            String counterpart,
            List<String> spellings) {
        return String.join(
                "\n", name, expansion, meaning, counterpart, String.join(", ", spellings));
    }

    public String path() {
        return GlossaryPage.path(community.slug());
    }
}
