package rounds.forum;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Excerpt;
import rounds.platform.markdown.Html;
import rounds.platform.markdown.Markdown;

import java.time.Instant;
import java.util.List;

/// A discussion or an answer as a list of hits shows it.
@MappedEntity("post")
record ExcerptRow(
        @Id long id,
        long discussionId,
        String title,
        String kind,
        String[] tags,
        String slug,
        String communityName,
        String handle,
        String name,
        String profession,
        int number,
        String html,
        String language,
        Instant postedAt,
        @Nullable String sourceId,
        @Nullable String discussionSourceId) {

    /// @param filled its HTML as the reader is shown it
    Excerpt excerpt(ContentType type, String filled) {
        var html = new Html(filled, Markdown.VERSION);
        return new Excerpt(
                new ContentRef(type, id),
                new ContentRef(ContentType.DISCUSSION, discussionId),
                title,
                html.plainText(),
                html.ownWords(),
                Addresses.post(discussionId, title, number),
                number,
                kind,
                language,
                List.of(tags),
                slug,
                communityName,
                handle,
                name,
                profession,
                postedAt,
                sourceId,
                discussionSourceId);
    }
}
