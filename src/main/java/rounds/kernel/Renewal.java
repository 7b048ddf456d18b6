package rounds.kernel;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// That content has another version, or is to have one.
///
/// @param number of the version
/// @param outcome `version` where it is read now, `version_proposed` while it waits,
///   `version_declined` where it was not taken
/// @param by who did it; to herself it is no news
/// @param concerned whom the feature itself knows of, each once
public record Renewal(
        ContentRef content,
        long number,
        String outcome,
        @Nullable Long by,
        List<Long> concerned,
        Instant at) {}
