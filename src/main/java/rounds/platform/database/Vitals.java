package rounds.platform.database;

import io.micronaut.core.annotation.Introspected;

/// How the site's storage is, for an administrator.
///
/// @param version of PostgreSQL, as `18.6`
/// @param embedded whether the site runs that PostgreSQL itself
/// @param bytes that the database takes
/// @param free bytes that are left where the home folder lies
/// @param total bytes of that disk
@Introspected
public record Vitals(String version, boolean embedded, long bytes, long free, long total) {}
