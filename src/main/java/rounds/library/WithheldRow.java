package rounds.library;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import org.jspecify.annotations.Nullable;

import rounds.kernel.State;

import java.time.Instant;

/// What became of a resource.
///
/// @param at by which it is listed
@MappedEntity("resource")
record WithheldRow(
        @Id long id,
        Instant at,
        String state,
        boolean declined,
        @Nullable Instant askedAt,
        String asked,
        boolean opens,
        @Nullable String act,
        @Nullable String words,
        @Nullable Instant decidedAt,
        boolean rewording,
        boolean renewing) {

    Withheld of(ResourceSummary resource) {
        return new Withheld(
                resource,
                State.of(state),
                declined,
                act == null || decidedAt == null
                        ? null
                        : new Fate(act, words == null ? "" : words, decidedAt),
                askedAt == null ? null : new Asked(asked, askedAt),
                opens,
                rewording,
                renewing);
    }
}
