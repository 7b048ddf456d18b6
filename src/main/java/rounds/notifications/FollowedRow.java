package rounds.notifications;

import io.micronaut.core.annotation.Introspected;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Excerpt;
import rounds.platform.database.Ids;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/// @param key the slug of the community, or the handle of the person; empty for content
/// @param name theirs; empty for content
@Introspected
record FollowedRow(
        String target,
        long targetId,
        String tag,
        String level,
        Instant since,
        String key,
        String name,
        String profession) {

    ContentRef content() {
        return new ContentRef(ContentType.of(target), targetId);
    }

    boolean ofContent() {
        return target.equals("discussion")
                || target.equals("resource")
                || target.equals("case_story")
                || target.equals("topic");
    }

    /// Null where content is not to be read any more.
    @Nullable Followed shown(Map<ContentRef, Excerpt> readable) {
        return switch (target) {
            case "community" -> followed(name, "", "/c/" + key, "/c/" + key, null, null);
            case "tag" ->
                    followed(
                            tag,
                            name,
                            "/c/"
                                    + key
                                    + "/discussions?tag="
                                    + URLEncoder.encode(tag, StandardCharsets.UTF_8),
                            "/c/" + key + "/tags",
                            tag,
                            null);
            case "person" -> followed(name, profession, "/u/" + key, "/u/" + key, null, null);
            default -> {
                Excerpt excerpt = readable.get(content());
                yield excerpt == null
                        ? null
                        : followed(
                                excerpt.title(),
                                excerpt.communityName(),
                                excerpt.path(),
                                place() + Ids.text(targetId),
                                null,
                                excerpt.language());
            }
        };
    }

    private String place() {
        return switch (target) {
            case "resource" -> "/r/";
            case "case_story" -> "/cases/";
            case "topic" -> "/focus/";
            default -> "/d/";
        };
    }

    private Followed followed(
            String shown,
            String beside,
            String path,
            String place,
            @Nullable String ofTag,
            @Nullable String language) {
        return new Followed(
                target,
                shown,
                beside,
                path,
                place + "/watch",
                ofTag,
                language,
                Objects.requireNonNull(Level.of(level)),
                since);
    }
}
