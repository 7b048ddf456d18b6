package rounds.kernel;

import java.time.LocalDate;

/// That the day has passed from which content is due to be looked at again.
public record Overdue(ContentRef content, LocalDate on) {}
