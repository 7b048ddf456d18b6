package rounds.web.notifications;

import org.jspecify.annotations.Nullable;

import rounds.notifications.Saved;
import rounds.platform.database.Ids;
import rounds.platform.database.Slice;
import rounds.web.page.Filled;

import java.time.LocalDate;
import java.util.List;

/// What somebody has saved.
///
/// @param reminders whether only what she wants to be reminded of
/// @param refused the form that could not be taken, with its words
/// @param today the first day on which she can be reminded
public record SavedPage(Slice<Saved> list, boolean reminders, Filled refused, LocalDate today) {

    /// @param key its id, as its form carries it
    /// @param again whether the refused form is its own
    /// @param earliest the first day that its field takes: one that she chose before stays
    public record Entry(Saved saved, String key, boolean again, LocalDate earliest) {}

    public List<Entry> entries() {
        String again = refused.isRefused() ? refused.form().line("key") : "";
        return list.items().stream()
                .map(saved -> {
                    String key = Ids.text(saved.content().content().id());
                    return new Entry(saved, key, key.equals(again), earliest(saved));
                })
                .toList();
    }

    private LocalDate earliest(Saved saved) {
        LocalDate chosen = saved.remindOn();
        return chosen != null && chosen.isBefore(today) ? chosen : today;
    }

    public @Nullable String next() {
        return list.next() == null
                ? null
                : "/saved?" + (reminders ? "show=reminders&" : "") + "after=" + list.next();
    }
}
