package rounds.kernel;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// That content has another version, or other words, or is to have them, or waits to be read at
/// all.
///
/// @param number tells this time from another
/// @param outcome `version` where it is read now, `version_proposed` while it waits; for who
///   proposed it `version_taken` or `version_declined`, for who shared the resource `version_left`
///   where it was not taken; `words_proposed`, `words_taken` and `words_declined` the same of what
///   is said of it; `resource_waits` while it waits to be let in, `resource_asked` while it, or a
///   story, is hidden and it is asked that it be shown again; `file_asked` while whoever made it is
///   asked about what its file holds, `file_found` the same for moderators; `case_waits` while a
///   story waits for who reads it first, `case_later` and `case_edited` when it has a follow-up, or
///   other words; `review_due` when the day has passed from which it is to be looked at again;
///   `topic_proposed` while a topic waits to be opened, `topic_opened`, `topic_declined` and
///   `topic_published` when it is, `topic_summary` when its summary says something else,
///   `topic_source` when one of its sources does, `topic_suggested` while a suggestion for it
///   waits, `topic_suggestion_taken` and `topic_suggestion_declined` for who made it,
///   `topic_offered` while it waits for the moderators of another community, whose number this is;
///   `term_proposed` while a word waits for a glossary, `term_taken` and `term_declined` for who
///   proposed it
/// @param by who did it; to herself it is no news
/// @param concerned whom the feature itself knows of, each once
/// @param place where it is decided about, or told, below the content's address, ending in `?again`
///   where a refusal was taken back; empty: the content; `again` where it waits not for the first
///   time
public record Renewal(
        ContentRef content,
        long number,
        String outcome,
        @Nullable Long by,
        List<Long> concerned,
        Instant at,
        String place) {}
