package rounds.kernel;

import java.time.LocalDate;

/// Content that is due to be looked at again, for somebody who may read it.
///
/// @param path canonical address without the host
/// @param language of its title
/// @param on the day from which it is due
public record Reviewable(
        ContentRef content, String title, String path, String language, LocalDate on) {}
