package rounds.web.api;

import io.micronaut.serde.annotation.Serdeable;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Excerpt;
import rounds.platform.database.Ids;

import java.time.Instant;

/// A discussion or a post as a list shows it.
///
/// @param type `discussion` or `post`
/// @param author a handle
@Serdeable
record ExcerptJson(
        String type,
        String id,
        String url,
        String title,
        @Nullable String kind,
        String community,
        String author,
        String authorName,
        Instant at) {

    static ExcerptJson of(Excerpt excerpt, String baseUrl) {
        return new ExcerptJson(
                excerpt.content().type().code(),
                Ids.text(excerpt.content().id()),
                baseUrl + excerpt.path(),
                excerpt.title(),
                excerpt.kind(),
                excerpt.communitySlug(),
                excerpt.authorHandle(),
                excerpt.authorName(),
                excerpt.at());
    }
}
