package rounds.platform.phi;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/// The identifier check: what in a text could identify a patient. It prompts, a person decides: it
/// does not find everything, and much of what it finds is harmless.
///
/// English and French are looked for side by side, since people mix them.
public final class Identifiers {
    private static final Detector SURE = new HealthCards();
    private static final Detector TOWNS = new Towns();
    private static final List<Detector> DETECTORS =
            List.of(
                    SURE,
                    new SocialNumbers(),
                    new Accounts(),
                    new RecordNumbers(),
                    new Online(),
                    new Phones(),
                    new Dates(),
                    new Ages(),
                    new Postcodes(),
                    new Addresses());

    private Identifiers() {}

    /// In the order of the text; no two overlap. Takes time in proportion to the text.
    public static List<Finding> in(String text) {
        return in(text, Set.of());
    }

    /// The same where somebody was named elsewhere in what is told: a part of the name is found
    /// here also by itself.
    ///
    /// @param names words of names, as [#names] tells them
    static List<Finding> in(String text, Set<String> names) {
        return in(text, names, List.of());
    }

    /// The same of what is told about one person: also the town where she lives.
    static List<Finding> inStory(String text, Set<String> names) {
        return in(text, names, List.of(TOWNS));
    }

    private static List<Finding> in(String text, Set<String> names, List<Detector> besides) {
        var reading = new Reading(text);
        var found = new Findings();
        besides.forEach(detector -> detector.look(reading, found));
        DETECTORS.forEach(detector -> detector.look(reading, found));
        new Names(names).look(reading, found);
        return found.settled(reading);
    }

    /// The words of the likely names in a text, in small letters.
    static Set<String> names(String text) {
        return Names.met(text);
    }

    /// Whether something in the text identifies somebody beyond doubt: the first such passage, or
    /// null. Takes a small part of the time of [#in].
    public static @Nullable String certain(String text) {
        var reading = new Reading(text);
        var found = new Findings();
        SURE.look(reading, found);
        return found.settled(reading).stream()
                .filter(finding -> finding.certainty() == Certainty.CERTAIN)
                .map(finding -> text.substring(finding.start(), finding.end()))
                .findFirst()
                .orElse(null);
    }
}
