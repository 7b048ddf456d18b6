package rounds.web.notes;

import rounds.community.Acquaintance;
import rounds.forum.DraftSummary;
import rounds.web.page.Filled;

import java.util.List;

/// Whom to write to.
///
/// @param words by which somebody is looked for
/// @param chosen who is chosen already
/// @param people others whom the words fit
/// @param more whether they fit more people than are shown
/// @param draft id of the note that was begun and waits for them; empty, where none was
/// @param begun other notes that were begun, where nobody is looked for yet
/// @param filled what was chosen, with the reason when nobody was
public record ChoosePage(
        String words,
        List<Acquaintance> chosen,
        List<Acquaintance> people,
        boolean more,
        String draft,
        List<DraftSummary> begun,
        Filled filled) {}
