package rounds.library;

import io.micronaut.core.annotation.Introspected;

import org.jspecify.annotations.Nullable;

/// One page of the text of a version.
///
/// @param markdown as it can be shown; absent where there is only the text
@Introspected
public record TextPage(int number, String heading, String text, @Nullable String markdown) {}
