package rounds.web.notes;

import rounds.community.Acquaintance;

import java.util.List;

/// Whom to write to.
///
/// @param words by which somebody is looked for
/// @param people those they fit
public record ChoosePage(String words, List<Acquaintance> people) {}
