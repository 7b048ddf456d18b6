package rounds.kernel;

import java.time.Instant;
import java.util.List;

/// That something asked at content is over: a poll has ended.
///
/// @param authorId who asked
/// @param concerned who asked and who answered, each once
public record Ending(ContentRef content, long authorId, List<Long> concerned, Instant at) {}
