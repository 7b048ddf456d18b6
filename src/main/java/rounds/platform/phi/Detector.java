package rounds.platform.phi;

/// Finds one family of identifiers. Takes time in proportion to the text, whatever is in it.
@FunctionalInterface
interface Detector {
    void look(Reading reading, Findings found);
}
