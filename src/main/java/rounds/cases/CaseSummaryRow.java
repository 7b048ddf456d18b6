package rounds.cases;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Author;

import java.time.Instant;
import java.util.List;

@MappedEntity("case_story")
record CaseSummaryRow(
        @Id long id,
        String slug,
        String communityName,
        String title,
        String language,
        String state,
        @Nullable String outcome,
        @Nullable String setting,
        String[] conditions,
        String[] tags,
        String[] learning,
        String opening,
        @Nullable Long signedBy,
        @Nullable String handle,
        @Nullable String name,
        @Nullable String profession,
        int tried,
        int thanked,
        int same,
        Instant at,
        int revision,
        @Nullable String askedName) {

    CaseSummary summary() {
        return new CaseSummary(
                id,
                slug,
                communityName,
                title,
                language,
                CaseState.of(state),
                outcome,
                setting,
                List.of(conditions),
                List.of(tags),
                List.of(learning),
                opening,
                signedBy == null || handle == null || name == null
                        ? null
                        : new Author(signedBy, handle, name, profession == null ? "" : profession),
                tried,
                thanked,
                same,
                at,
                revision,
                askedName);
    }
}
