package rounds.forum;

import org.jspecify.annotations.Nullable;

/// A reaction as it is given.
///
/// @param outcome only of what was tried, where it is owed
/// @param note on where it was tried; may be empty
/// @param place the organisation for which "same here" is said; may be empty
/// @param community the slug of one of her communities for which she says so
public record Saying(
        Reaction reaction,
        @Nullable Tried outcome,
        String note,
        String place,
        @Nullable String community) {

    /// A reaction that says nothing more.
    public static Saying of(Reaction reaction) {
        return new Saying(reaction, null, "", "", null);
    }
}
