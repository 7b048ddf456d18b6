package rounds.web.page;

import io.micronaut.core.annotation.Introspected;

import org.jspecify.annotations.Nullable;

/// A row of the query behind `Me`.
///
/// @param communities one a line, its slug, a blank and its name
/// @param told what she has not read of what she is told of; 100 for more than that
@Introspected
record MeRow(
        long id,
        String handle,
        String name,
        @Nullable String language,
        @Nullable String theme,
        String timeZone,
        boolean admin,
        boolean shortcuts,
        boolean meanings,
        String communities,
        int told) {}
