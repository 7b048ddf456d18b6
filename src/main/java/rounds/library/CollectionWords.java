package rounds.library;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ProblemException;
import rounds.platform.entry.Entry;
import rounds.platform.entry.Shared;
import rounds.platform.entry.Tongue;
import rounds.platform.entry.Wrong;

/// What curators say of a collection.
///
/// @param description Markdown
/// @param language ISO 639-1; empty: as the words sound
/// @param parentId the collection in which it is to lie; absent: in none
public record CollectionWords(
        String title, String description, String language, @Nullable Long parentId) {

    /// As it is stored.
    ///
    /// @throws ProblemException invalid, with every field that cannot be taken
    CollectionWords checked() {
        var wrong = new Wrong();
        String named = wrong.or(() -> Shared.title(title), "");
        String said =
                wrong.or(
                        () -> Shared.words("description", Entry.note("description", description)),
                        "");
        String tongue =
                wrong.or(
                        () ->
                                language.isBlank()
                                        ? Tongue.of(named + "\n" + said, "en")
                                        : Entry.language(language.strip()),
                        "en");
        wrong.refuse();
        return new CollectionWords(named, said, tongue, parentId);
    }
}
