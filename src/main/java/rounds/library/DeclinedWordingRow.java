package rounds.library;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// Words that were not taken.
@MappedEntity("declined_wording")
record DeclinedWordingRow(
        @Id long id,
        long resourceId,
        String kind,
        String title,
        String description,
        String language,
        String[] tags,
        String[] keywords,
        String[] authors,
        String source,
        String licence,
        String journal,
        @Nullable Integer year,
        String doi,
        String pmid,
        String outline,
        @Nullable Long originalId,
        String adaptation,
        long madeBy,
        String handle,
        String name,
        String profession,
        Instant madeAt,
        String answer,
        Instant declinedAt,
        int current) {

    DeclinedWords declined() {
        var words =
                new WordingRow(
                        id,
                        resourceId,
                        kind,
                        title,
                        description,
                        language,
                        tags,
                        keywords,
                        authors,
                        source,
                        licence,
                        journal,
                        year,
                        doi,
                        pmid,
                        outline,
                        originalId,
                        adaptation,
                        madeBy,
                        handle,
                        name,
                        profession,
                        madeAt);
        return new DeclinedWords(words.words(), answer, declinedAt, current);
    }
}
