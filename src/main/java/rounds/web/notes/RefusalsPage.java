package rounds.web.notes;

import rounds.community.Acquaintance;

import java.util.List;

/// From whom one takes notes.
///
/// @param receives whether others may write notes to her at all
public record RefusalsPage(boolean receives, List<Acquaintance> refused) {}
