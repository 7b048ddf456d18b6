package rounds.cases;

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

/// A story as the index takes it.
///
/// @param html its parts and what was added to it later
/// @param text what else is said of it
/// @param writtenBy only for the audience of what others do not read
/// @param signedBy absent where its author is not named: then nobody finds it by her
@MappedEntity("case_story")
record CaseIndexRow(
        @Id long id,
        long communityId,
        String title,
        String html,
        String text,
        String language,
        String[] conditions,
        String[] tags,
        @Nullable String outcome,
        String state,
        String visibility,
        long writtenBy,
        @Nullable Long signedBy,
        @Nullable String handle,
        Instant changedAt,
        int revision) {

    Indexable indexable() {
        return new Indexable(
                CaseFinding.ref(id),
                CaseFinding.ref(id),
                communityId,
                audience(),
                language,
                title,
                words(html, text),
                tags(tags, conditions),
                outcome,
                signedBy == null ? 0 : signedBy,
                handle == null ? "" : handle,
                changedAt,
                revision);
    }

    static String words(String html, String text) {
        return (new Html(html, Markdown.VERSION).plainText() + "\n" + text).strip();
    }

    /// A condition is looked for as a tag is.
    static List<String> tags(String[] tags, String[] conditions) {
        return Stream.concat(Arrays.stream(tags), Arrays.stream(conditions)).distinct().toList();
    }

    private List<String> audience() {
        return switch (CaseState.of(state)) {
            case VISIBLE ->
                    visibility.equals("public")
                            ? List.of(Audience.publicIn(communityId), Audience.members(communityId))
                            : List.of(Audience.members(communityId));
            case QUEUED, HIDDEN ->
                    List.of(
                            Audience.moderators(communityId),
                            Audience.person(writtenBy, communityId));
            case DRAFT, WITHDRAWN -> List.of();
        };
    }
}
