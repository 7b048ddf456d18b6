package rounds.forum;

import io.micronaut.core.annotation.Introspected;

import org.jspecify.annotations.Nullable;

/// Whom a name means in a place.
///
/// @param called the person's name
/// @param reads whether she reads what is written there
/// @param before whether the post named her before
@Introspected
record NamedRow(
        String name,
        @Nullable Long personId,
        @Nullable String called,
        @Nullable String role,
        boolean reads,
        boolean before) {}
