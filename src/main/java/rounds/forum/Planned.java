package rounds.forum;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Author;
import rounds.platform.database.Ids;

import java.time.Instant;
import java.util.List;

/// A discussion that is to be opened later, as its author or a moderator sees it.
///
/// @param language absent: as the words sound
/// @param poll what it will ask to vote on
/// @param problem why it could not be published when its time had come: `rights`, `words`,
///   `account` or `fault`; absent while all is well
/// @param own whether the viewer planned it herself
public record Planned(
        long id,
        String communitySlug,
        String communityName,
        Author author,
        Kind kind,
        String title,
        List<String> tags,
        String body,
        @Nullable String language,
        PollWords poll,
        Instant publishAt,
        @Nullable String problem,
        int revision,
        Instant madeAt,
        boolean own) {

    public String path() {
        return "/c/" + communitySlug + "/planned/" + Ids.text(id);
    }
}
