package rounds.web.page;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The person who asks, as every page shows her.
///
/// @param language of the interface, or null while she has not chosen
/// @param theme `light`, `dark`, or null to follow her device
/// @param timeZone in which she reads times
/// @param unread how many unread notifications she has, counted to 100
public record Me(
        long id,
        String handle,
        String name,
        @Nullable String language,
        @Nullable String theme,
        String timeZone,
        boolean admin,
        List<Place> communities,
        int unread) {

    static Me of(MeRow row) {
        List<Place> places = row.communities().lines().map(Place::of).toList();
        return new Me(
                row.id(),
                row.handle(),
                row.name(),
                row.language(),
                row.theme(),
                row.timeZone(),
                row.admin(),
                places,
                row.unread());
    }

    /// The number at the bell; empty for none.
    public String bell() {
        return unread == 0 ? "" : unread > 99 ? "99+" : String.valueOf(unread);
    }

    /// A community she is in.
    public record Place(String slug, String name) {
        // A slug has no blank, so the first one ends it.
        private static Place of(String line) {
            int blank = line.indexOf(' ');
            return new Place(line.substring(0, blank), line.substring(blank + 1));
        }
    }
}
