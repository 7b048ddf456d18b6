package rounds.topics;

import java.time.Instant;

/// What the viewer says of a statement that is put to the members.
public record MyStance(Stance stance, String reason, Instant at) {}
