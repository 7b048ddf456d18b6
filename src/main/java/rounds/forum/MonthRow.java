package rounds.forum;

import io.micronaut.core.annotation.Introspected;

import java.time.Instant;

@Introspected
record MonthRow(Instant at, int discussions) {}
