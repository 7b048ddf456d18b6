package rounds.web.identity;

import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;

/// The time zones to choose from: those where our readers live first, then all others.
final class TimeZones {
    private static final List<String> CANADA =
            List.of(
                    "America/St_Johns",
                    "America/Halifax",
                    "America/Toronto",
                    "America/Winnipeg",
                    "America/Regina",
                    "America/Edmonton",
                    "America/Vancouver",
                    "America/Whitehorse");

    private static final List<String> ALL = all();

    private TimeZones() {}

    /// @param present is always among them
    static List<String> offered(String present) {
        if (ALL.contains(present)) {
            return ALL;
        }
        var zones = new java.util.ArrayList<>(ALL);
        zones.addFirst(present);
        return zones;
    }

    private static List<String> all() {
        var zones = new java.util.ArrayList<>(CANADA);
        for (String zone : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
            // Only places: the others are old names of the same.
            if (zone.matches(
                            "(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+")
                    && !CANADA.contains(zone)) {
                zones.add(zone);
            }
        }
        zones.add("UTC");
        return List.copyOf(zones);
    }
}
