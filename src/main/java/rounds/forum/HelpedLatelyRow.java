package rounds.forum;

import io.micronaut.core.annotation.Introspected;

import rounds.kernel.Author;
import rounds.platform.markdown.Html;

import java.time.Instant;

@Introspected
record HelpedLatelyRow(
        long postId,
        int number,
        String html,
        int htmlVersion,
        String language,
        long authorId,
        String handle,
        String name,
        String profession,
        String passage,
        String why,
        long discussionId,
        String title,
        String discussionLanguage,
        String communitySlug,
        String communityName,
        Instant markedAt) {

    HelpedLately helped() {
        return new HelpedLately(
                postId,
                number,
                language,
                new Author(authorId, handle, name, profession),
                Passage.of(new Html(html, htmlVersion).plainText(), passage),
                why,
                discussionId,
                title,
                discussionLanguage,
                communitySlug,
                communityName,
                markedAt);
    }
}
