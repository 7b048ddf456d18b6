package rounds.library;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Author;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// Words that somebody wants to be said of a resource.
///
/// @param answer why they were not taken; null, with all behind it, while they wait
/// @param current the number of the version that was read when that was decided
@MappedEntity("resource_wording")
record WordingRow(
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
        @Nullable String answer,
        @Nullable Instant declinedAt,
        @Nullable Integer current) {

    ProposedWords words() {
        return new ProposedWords(
                id,
                new Details(
                        ResourceKind.of(kind),
                        title,
                        description,
                        language,
                        List.of(tags),
                        List.of(keywords),
                        List.of(authors),
                        source,
                        Licence.of(licence),
                        journal,
                        year,
                        doi,
                        pmid,
                        outline,
                        originalId == null ? null : new Adaptation(originalId, adaptation)),
                new Author(madeBy, handle, name, profession),
                madeAt);
    }

    /// Of words that were not taken.
    DeclinedWords declined() {
        return new DeclinedWords(
                words(),
                Objects.requireNonNull(answer),
                Objects.requireNonNull(declinedAt),
                Objects.requireNonNull(current));
    }
}
