package rounds.topics;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Audience;
import rounds.kernel.Indexable;
import rounds.platform.markdown.Html;
import rounds.platform.markdown.Markdown;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// A topic as the index takes it.
///
/// @param html of the summary that stands; null: none is written
/// @param text what it pursues, and why
/// @param guests the communities that took it as guests
@MappedEntity("topic")
record TopicIndexRow(
        @Id long id,
        long communityId,
        String title,
        @Nullable String html,
        String text,
        String language,
        String[] tags,
        String state,
        String visibility,
        long proposedBy,
        String handle,
        Long[] guests,
        Instant changedAt,
        int revision) {
    /// By which topics are told apart from all else.
    static final String KIND = "topic";

    Indexable indexable() {
        return new Indexable(
                Topic.ref(id),
                Topic.ref(id),
                communityId,
                audience(),
                language,
                title,
                words(html, text),
                List.of(tags),
                KIND,
                proposedBy,
                handle,
                changedAt,
                revision);
    }

    static String words(@Nullable String html, String text) {
        return html == null
                ? text
                : (text + "\n" + new Html(html, Markdown.VERSION).plainText()).strip();
    }

    private List<String> audience() {
        TopicState stands = TopicState.of(state);
        if (stands == TopicState.PROPOSED) {
            return List.of(Audience.members(communityId));
        }
        if (!stands.isOpened()) {
            return List.of();
        }
        Stream<String> open =
                visibility.equals("public")
                        ? Stream.of(Audience.publicIn(communityId))
                        : Stream.empty();
        return Stream.of(
                        open,
                        Stream.of(Audience.members(communityId)),
                        Arrays.stream(guests).map(Audience::members))
                .flatMap(tokens -> tokens)
                .toList();
    }
}
