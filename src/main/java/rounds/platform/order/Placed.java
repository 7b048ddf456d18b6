package rounds.platform.order;

import io.micronaut.core.annotation.Introspected;

/// Where something stands in an order: before what has a higher place or, at the same, a higher id.
@Introspected
public record Placed(long id, long place) {}
