package rounds.library;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import org.jspecify.annotations.Nullable;

import rounds.kernel.State;

import java.time.Instant;
import java.time.LocalDate;

@MappedEntity("resource")
record WithheldRow(
        @Id long id,
        String slug,
        String communityName,
        String kind,
        String title,
        String language,
        String[] tags,
        String form,
        @Nullable String type,
        int pages,
        long sharedBy,
        String handle,
        String name,
        String profession,
        Instant changedAt,
        boolean official,
        @Nullable LocalDate reviewOn,
        int readers,
        String state,
        int revision,
        Instant sharedAt,
        boolean declined,
        @Nullable Instant askedAt,
        String asked,
        @Nullable String act,
        @Nullable String words,
        @Nullable Instant decidedAt) {

    Withheld withheld() {
        var row =
                new ResourceSummaryRow(
                        id,
                        slug,
                        communityName,
                        kind,
                        title,
                        language,
                        tags,
                        form,
                        type,
                        pages,
                        sharedBy,
                        handle,
                        name,
                        profession,
                        changedAt,
                        official,
                        reviewOn,
                        readers,
                        state,
                        revision,
                        0);
        return new Withheld(
                row.summary(),
                State.of(state),
                declined,
                act == null || decidedAt == null
                        ? null
                        : new Fate(act, words == null ? "" : words, decidedAt),
                askedAt == null ? null : new Asked(asked, askedAt));
    }
}
