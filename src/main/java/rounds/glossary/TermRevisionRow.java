package rounds.glossary;

import io.micronaut.core.annotation.Introspected;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Author;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

@Introspected
record TermRevisionRow(
        int number,
        String name,
        String expansion,
        String meaning,
        String language,
        String counterpart,
        String[] spellings,
        @Nullable LocalDate reviewOn,
        long replacedBy,
        String handle,
        String personName,
        String profession,
        Instant replacedAt) {

    TermRevision revision() {
        return new TermRevision(
                number,
                new TermWords(
                        name,
                        expansion,
                        meaning,
                        language,
                        counterpart,
                        List.of(spellings),
                        reviewOn),
                new Author(replacedBy, handle, personName, profession),
                replacedAt);
    }
}
