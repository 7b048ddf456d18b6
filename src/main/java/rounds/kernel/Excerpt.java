package rounds.kernel;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// Content as a list of hits or notifications shows it, read through the wall.
///
/// @param text plain text in which a passage can be marked
/// @param own the same without what it quotes from others, to begin with
/// @param path canonical address without the host, answering 200 without a redirect
/// @param number of a post within its discussion; 1 for the discussion itself
public record Excerpt(
        ContentRef content,
        ContentRef group,
        String title,
        String text,
        String own,
        String path,
        int number,
        @Nullable String kind,
        String language,
        List<String> tags,
        String communitySlug,
        String communityName,
        String authorHandle,
        String authorName,
        @Nullable String authorProfession,
        Instant at,
        @Nullable String sourceId,
        @Nullable String groupSourceId) {

    /// Of content that quotes nobody.
    public Excerpt(
            ContentRef content,
            ContentRef group,
            String title,
            String text,
            String path,
            int number,
            @Nullable String kind,
            String language,
            List<String> tags,
            String communitySlug,
            String communityName,
            String authorHandle,
            String authorName,
            @Nullable String authorProfession,
            Instant at,
            @Nullable String sourceId,
            @Nullable String groupSourceId) {
        this(
                content,
                group,
                title,
                text,
                text,
                path,
                number,
                kind,
                language,
                tags,
                communitySlug,
                communityName,
                authorHandle,
                authorName,
                authorProfession,
                at,
                sourceId,
                groupSourceId);
    }

    /// What it is linked to and told of as: a page stands for its document.
    public ContentRef whole() {
        return content.type() == ContentType.PAGE ? group : content;
    }

    /// Whether it stands in private notes: their community has no address, only this sign.
    public boolean conversation() {
        return communitySlug.startsWith("~");
    }
}
