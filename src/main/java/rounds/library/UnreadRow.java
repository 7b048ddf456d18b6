package rounds.library;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import org.jspecify.annotations.Nullable;

/// A version whose text is still to be read.
///
/// @param tries how often that was begun
/// @param vouched whether whoever sent it says that no patient can be seen in what has no text
/// @param asks whether its community asks about what could tell who a patient is
/// @param credited whom a document names as its own: the authors of the resource, and who sent it
@MappedEntity("resource_version")
record UnreadRow(
        @Id long id,
        long resourceId,
        long communityId,
        String form,
        @Nullable String hash,
        @Nullable String type,
        @Nullable String body,
        int tries,
        String state,
        long madeBy,
        boolean vouched,
        boolean asks,
        String[] credited) {

    boolean isFile() {
        return form.equals(VersionForm.FILE.code());
    }

    /// Whether others read it already, from before files were looked at.
    boolean isShared() {
        return state.equals(VersionState.CURRENT.code())
                || state.equals(VersionState.EARLIER.code());
    }
}
