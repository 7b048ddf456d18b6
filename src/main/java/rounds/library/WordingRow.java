package rounds.library;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Author;

import java.time.Instant;
import java.util.List;

/// Words that wait for a curator.
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
        Instant madeAt) {

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
}
