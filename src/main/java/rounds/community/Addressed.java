package rounds.community;

import io.micronaut.core.annotation.Introspected;

/// Somebody to whom a note is addressed.
///
/// @param may the code of whether the viewer may write to her
@Introspected
record Addressed(
        long id, String handle, String name, String profession, String organisation, String may) {

    Acquaintance acquaintance() {
        return new Acquaintance(id, handle, name, profession, organisation);
    }
}
