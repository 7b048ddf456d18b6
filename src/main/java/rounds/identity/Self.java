package rounds.identity;

import io.micronaut.core.annotation.Introspected;

import org.jspecify.annotations.Nullable;

/// What somebody sees of her own account.
///
/// @param confirmed her address is: only then may she write
/// @param admin keeps the site
/// @param language of the pages, or null for what the browser asks
/// @param shortcuts whether single keys do something on her pages
/// @param meanings whether what words mean is shown where they stand in a text
/// @param theme `light`, `dark`, or null for what the device asks
@Introspected
public record Self(
        long id,
        String handle,
        String name,
        String email,
        boolean confirmed,
        boolean admin,
        @Nullable String language,
        @Nullable String theme,
        String timeZone,
        boolean shortcuts,
        boolean meanings) {}
