package rounds.community;

import io.micronaut.core.annotation.Introspected;

/// One thing that several members say of themselves, to choose them by.
///
/// @param aspect `profession`, `organisation`, `place`, `expertise` or `emr`
@Introspected
public record Aspect(String aspect, String word) {}
