package rounds.library;

import rounds.kernel.Author;

import java.time.Instant;

/// An adaptation of a resource, shown under the original.
///
/// @param changes what was changed, and why
public record Adapted(
        String title,
        String language,
        String path,
        String communityName,
        Author by,
        String changes,
        Instant at) {}
