package rounds.web.page;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/// The person who asks, as every page shows her.
///
/// @param language of the interface, or null while she has not chosen
/// @param theme `light`, `dark`, or null to follow her device
/// @param timeZone in which she reads times
/// @param told how many unread notifications she has, counted to 100
/// @param shortcuts whether single keys do something on her pages
/// @param meanings whether what words mean is shown where they stand in a text
public record Me(
        long id,
        String handle,
        String name,
        @Nullable String language,
        @Nullable String theme,
        String timeZone,
        boolean admin,
        boolean shortcuts,
        boolean meanings,
        List<Place> communities,
        int told) {

    static Me of(MeRow row, Map<String, Integer> unread) {
        List<Place> places = row.communities().lines().map(line -> Place.of(line, unread)).toList();
        return new Me(
                row.id(),
                row.handle(),
                row.name(),
                row.language(),
                row.theme(),
                row.timeZone(),
                row.admin(),
                row.shortcuts(),
                row.meanings(),
                places,
                row.told());
    }

    /// The number at the bell; empty for none.
    public String bell() {
        return told == 0 ? "" : told > 99 ? "99+" : String.valueOf(told);
    }

    /// How many discussions in her communities hold something new; above 99 it is more.
    public int unread() {
        return communities.stream().mapToInt(Place::unread).sum();
    }

    /// A community she is in.
    ///
    /// @param unread how many of its discussions hold something new to her
    public record Place(String slug, String name, int unread) {
        // A slug has no blank, so the first one ends it.
        private static Place of(String line, Map<String, Integer> unread) {
            int blank = line.indexOf(' ');
            String slug = line.substring(0, blank);
            return new Place(slug, line.substring(blank + 1), unread.getOrDefault(slug, 0));
        }
    }
}
