package rounds.web.api;

import io.micronaut.serde.annotation.Serdeable;

import org.jspecify.annotations.Nullable;

import rounds.forum.Referrer;
import rounds.platform.database.Ids;

import java.time.Instant;

/// A post that leads to another.
///
/// @param community the slug; absent for a private note
@Serdeable
record ReferrerJson(
        String id,
        String url,
        String title,
        int number,
        @Nullable String community,
        String author,
        String authorName,
        Instant at) {

    static ReferrerJson of(Referrer one, String baseUrl) {
        return new ReferrerJson(
                Ids.text(one.postId()),
                baseUrl + one.path(),
                one.title(),
                one.number(),
                one.conversation() ? null : one.communitySlug(),
                one.authorHandle(),
                one.authorName(),
                one.at());
    }
}
