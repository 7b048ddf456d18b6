package rounds.web.notifications;

import org.jspecify.annotations.Nullable;

import rounds.notifications.Saved;
import rounds.platform.database.Ids;
import rounds.platform.database.Slice;
import rounds.web.page.Filled;

import java.util.List;

/// What somebody has saved.
///
/// @param reminders whether only what she wants to be reminded of
/// @param refused the form that could not be taken, with its words
public record SavedPage(Slice<Saved> list, boolean reminders, Filled refused) {

    /// @param key its id, as its form carries it
    /// @param again whether the refused form is its own
    public record Entry(Saved saved, String key, boolean again) {}

    public List<Entry> entries() {
        String again = refused.isRefused() ? refused.form().line("key") : "";
        return list.items().stream()
                .map(saved -> {
                    String key = Ids.text(saved.content().content().id());
                    return new Entry(saved, key, key.equals(again));
                })
                .toList();
    }

    public @Nullable String next() {
        return list.next() == null
                ? null
                : "/saved?" + (reminders ? "show=reminders&" : "") + "after=" + list.next();
    }
}
