package rounds.forum;

import io.micronaut.core.annotation.Introspected;

import rounds.kernel.Author;
import rounds.platform.markdown.Html;

import java.time.Instant;

/// A post that helped, and what was said of it.
@Introspected
record HelpRow(
        long postId,
        int number,
        String html,
        int htmlVersion,
        String language,
        long authorId,
        String authorHandle,
        String authorName,
        String authorProfession,
        String passage,
        String why,
        long markedBy,
        String markerHandle,
        String markerName,
        String markerProfession,
        Instant markedAt,
        Integer[] counts) {

    Help help() {
        String words = new Html(html, htmlVersion).plainText();
        String shown = Passage.of(words, passage);
        return new Help(
                postId,
                number,
                language,
                new Author(authorId, authorHandle, authorName, authorProfession),
                shown,
                why,
                new Author(markedBy, markerHandle, markerName, markerProfession),
                markedAt,
                PostMarks.of(counts, true, false, null, false, false));
    }
}
