package rounds.kernel;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// Content as the index takes it: plain text, no markup.
///
/// @param group what hits are grouped under: the discussion of a post
/// @param language of the text: `en`, `fr`, or another code
/// @param audience who may find it, in tokens: see [Audience]
/// @param kind the kind of the discussion, where there is one
/// @param traits what else it can be narrowed by, each as `name:value`: `is:open`, `file:pdf`
/// @param helpful how many said that it helped them
public record Indexable(
        ContentRef content,
        ContentRef group,
        long communityId,
        List<String> audience,
        String language,
        String title,
        String body,
        List<String> tags,
        @Nullable String kind,
        long authorId,
        String authorHandle,
        Instant at,
        long revision,
        List<String> traits,
        int helpful) {

    /// Of content that has no more to tell.
    public Indexable(
            ContentRef content,
            ContentRef group,
            long communityId,
            List<String> audience,
            String language,
            String title,
            String body,
            List<String> tags,
            @Nullable String kind,
            long authorId,
            String authorHandle,
            Instant at,
            long revision) {
        this(
                content,
                group,
                communityId,
                audience,
                language,
                title,
                body,
                tags,
                kind,
                authorId,
                authorHandle,
                at,
                revision,
                List.of(),
                0);
    }
}
