package rounds.platform.entry;

import rounds.kernel.ProblemException;
import rounds.platform.phi.Identifiers;

import java.util.List;

/// What people enter for others to read: made ready as [Entry] does, and refused where it
/// identifies a patient beyond doubt.
public final class Shared {
    /// One line.
    ///
    /// @throws ProblemException invalid on `title`
    public static String title(String entered) {
        return words("title", Entry.title(entered));
    }

    /// @throws ProblemException invalid on `body`
    public static String body(String entered) {
        return words("body", Entry.body(entered));
    }

    /// @throws ProblemException invalid on `tags`
    public static List<String> tags(List<String> entered) {
        List<String> tags = Entry.tags(entered);
        tags.forEach(tag -> words("tags", tag));
        return tags;
    }

    /// Words that were made ready before.
    ///
    /// @throws ProblemException invalid on that field, with the passage: the number of a health
    ///   card with its check digit
    public static String words(String field, String text) {
        String passage = Identifiers.certain(text);
        if (passage != null) {
            throw ProblemException.invalid(field, "identifiers.certain", passage);
        }
        return text;
    }

    private Shared() {}
}
