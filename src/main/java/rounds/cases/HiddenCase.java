package rounds.cases;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Objects;

/// A hidden story as moderators see it.
///
/// @param act `case_hidden` or `hidden_by_report`; empty: nobody has said
/// @param words what was said when it was hidden; may be empty
/// @param againAt since when its author asks that it be shown again; null: she does not
/// @param again what she says with it; may be empty
/// @param own whether the viewer wrote it, so that others decide
public record HiddenCase(
        CaseSummary story,
        String act,
        String words,
        @Nullable Instant againAt,
        String again,
        boolean own) {

    static HiddenCase of(CaseSummary story, @Nullable HiddenCaseRow why) {
        return why == null
                ? new HiddenCase(story, "", "", null, "", false)
                : new HiddenCase(
                        story,
                        Objects.requireNonNullElse(why.act(), ""),
                        Objects.requireNonNullElse(why.words(), ""),
                        why.againAt(),
                        why.again(),
                        why.own());
    }
}
