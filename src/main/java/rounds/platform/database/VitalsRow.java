package rounds.platform.database;

import io.micronaut.core.annotation.Introspected;

/// What the database says of itself.
@Introspected
record VitalsRow(String version, long bytes) {}
