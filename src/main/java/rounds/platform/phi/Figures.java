package rounds.platform.phi;

/// How well the check does on texts of others: the labelled sentences of Microsoft's
/// presidio-research, and medical texts without identifiers (MedQuAD, PubMedQA). A test counts them
/// again where those texts are at hand; `src/site/markdown/identifiers.md` tells more.
///
/// @param labelled identifiers in the labelled sentences
/// @param found those of which some part was found
/// @param clean texts without identifiers
/// @param alarmed those in which something was found all the same
public record Figures(int labelled, int found, int clean, int alarmed) {
    public static final Figures MEASURED = new Figures(1_021, 904, 400, 7);

    /// In percent.
    public int foundOfHundred() {
        return Math.round(found * 100f / labelled);
    }

    public int alarmedOfHundred() {
        return Math.round(alarmed * 100f / clean);
    }
}
