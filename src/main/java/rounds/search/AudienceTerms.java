package rounds.search;

import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The words of the index, as far as an audience may find something by them. Every figure is
/// counted inside it.
final class AudienceTerms {
    private final List<LeafReaderContext> leaves;
    private final List<AudienceSlice> slices = new ArrayList<>();
    private final Map<Term, Integer> frequencies = new HashMap<>();
    private final int documents;

    /// @param leaves the parts of the index
    AudienceTerms(
            List<LeafReaderContext> leaves, ViewerAudience audience, AudienceSlices remembered) {
        this.leaves = leaves;
        for (LeafReaderContext leaf : leaves) {
            slices.add(remembered.of(leaf.reader(), audience));
        }
        documents = slices.stream().mapToInt(AudienceSlice::size).sum();
    }

    /// How many documents the audience may find at all.
    int documents() {
        return documents;
    }

    /// What it may find of one part of the index.
    AudienceSlice slice(LeafReaderContext leaf) {
        return slices.get(leaf.ord);
    }

    /// How many documents hold the word as one of the languages writes it. Its forms share this
    /// figure in every query that follows, so that a language with few texts does not make its
    /// words look rare; the parts of what is written as one keep their own.
    ///
    /// @param forms of each language, the parts of what it takes apart
    int frequency(Collection<List<Term>> forms) throws IOException {
        int sum = 0;
        for (List<Term> parts : forms) {
            int rarest = documents;
            for (Term part : parts) {
                rarest = Math.min(rarest, counted(part));
            }
            sum += rarest;
        }
        int shared = Math.min(sum, documents);
        forms.stream()
                .filter(parts -> parts.size() == 1)
                .forEach(parts -> frequencies.put(parts.getFirst(), shared));
        return shared;
    }

    /// How many documents hold this form; of a word's only form in a language, the word.
    int frequency(Term form) throws IOException {
        Integer known = frequencies.get(form);
        return known != null ? known : Math.min(counted(form), documents);
    }

    /// Whether the audience may find anything by this form. What lies in the index besides must
    /// decide nothing, not even whether a word counts as misspelt.
    boolean isHeld(Term form) throws IOException {
        return counted(form) > 0;
    }

    /// How many documents the audience may find by this form.
    int counted(Term form) throws IOException {
        int sum = 0;
        for (int i = 0; i < leaves.size(); i++) {
            sum += slices.get(i).frequency(leaves.get(i).reader(), form);
        }
        return sum;
    }

    /// A word that comes near another.
    ///
    /// @param likeness 1 for the same, less for each letter that differs
    /// @param frequency how many documents hold it
    record Near(String word, double likeness, int frequency) {}

    /// The words of a field that differ from this one in at most so many letters, and not in the
    /// first; only those that the audience may read.
    ///
    /// @param edits 1 or 2
    Collection<Near> near(Term word, int edits) throws IOException {
        var found = new HashMap<String, Near>();
        for (int i = 0; i < slices.size(); i++) {
            LeafReader leaf = leaves.get(i).reader();
            Terms terms = leaf.terms(word.field());
            if (terms != null) {
                var like = new FuzzyTermsEnum(terms, word, edits, 1, true);
                for (BytesRef next = like.next(); next != null; next = like.next()) {
                    var term = new Term(word.field(), BytesRef.deepCopyOf(next));
                    int held = slices.get(i).frequency(leaf, term);
                    if (held > 0) {
                        found.merge(
                                term.text(),
                                new Near(term.text(), like.getBoost(), held),
                                (one, other) ->
                                        new Near(
                                                one.word(),
                                                one.likeness(),
                                                one.frequency() + other.frequency()));
                    }
                }
            }
        }
        return found.values();
    }

    /// The words of a field that this automaton accepts, and how many documents the audience may
    /// find by each; none that she may find nothing by.
    Map<String, Integer> held(String field, Automaton accepted) throws IOException {
        var found = new HashMap<String, Integer>();
        var compiled = new CompiledAutomaton(accepted, false, true);
        for (int i = 0; i < slices.size(); i++) {
            LeafReader leaf = leaves.get(i).reader();
            Terms terms = leaf.terms(field);
            if (terms != null) {
                TermsEnum words = compiled.getTermsEnum(terms);
                for (BytesRef next = words.next(); next != null; next = words.next()) {
                    var term = new Term(field, BytesRef.deepCopyOf(next));
                    int held = slices.get(i).frequency(leaf, term);
                    if (held > 0) {
                        found.merge(term.text(), held, Integer::sum);
                    }
                }
            }
        }
        return found;
    }
}
