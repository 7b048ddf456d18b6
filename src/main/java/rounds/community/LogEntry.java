package rounds.community;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// One act in the government of a community.
///
/// @param act a code, whose sentence is the message `log.<act>`
/// @param actorName who did it; absent: the product itself
/// @param contentId what it was done to, with its type
/// @param personName to whom it was done
/// @param detail what the sentence needs besides: the code of a role, a visibility or a kind of
///   reason; of changed settings which
@MappedEntity("community_log")
public record LogEntry(
        @Id long id,
        String act,
        @Nullable String actorHandle,
        @Nullable String actorName,
        @Nullable String contentType,
        @Nullable Long contentId,
        @Nullable String personHandle,
        @Nullable String personName,
        String detail,
        String reason,
        Instant at) {

    /// The first of the settings that were changed; null where that is not known.
    public @Nullable String setting() {
        return detail.isEmpty() ? null : settings().getFirst();
    }

    public List<String> otherSettings() {
        List<String> all = settings();
        return all.subList(1, all.size());
    }

    private List<String> settings() {
        return List.of(detail.split(","));
    }
}
