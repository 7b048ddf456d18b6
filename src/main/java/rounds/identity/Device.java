package rounds.identity;

import java.util.List;

/// What a session shows of the browser or program that opened it: enough for its owner to know it
/// again, and no more.
final class Device {
    private static final int LONGEST = 60;

    /// In this order, since most browsers also call themselves by others' names.
    private static final List<List<String>> PROGRAMS =
            List.of(
                    List.of("Edg/", "Edge"),
                    List.of("OPR/", "Opera"),
                    List.of("Firefox/", "Firefox"),
                    List.of("FxiOS/", "Firefox"),
                    List.of("CriOS/", "Chrome"),
                    List.of("Chrome/", "Chrome"),
                    List.of("Safari/", "Safari"));

    private static final List<List<String>> SYSTEMS =
            List.of(
                    List.of("iPhone", "iPhone"),
                    List.of("iPad", "iPad"),
                    List.of("Android", "Android"),
                    List.of("Windows", "Windows"),
                    List.of("Mac OS X", "macOS"),
                    List.of("CrOS", "ChromeOS"),
                    List.of("Linux", "Linux"));

    private Device() {}

    static String of(String userAgent) {
        String program = first(PROGRAMS, userAgent);
        if (program.isEmpty()) {
            String name = Names.line(userAgent.split("[ (]", 2)[0]);
            return name.substring(0, Math.min(name.length(), LONGEST));
        }
        String system = first(SYSTEMS, userAgent);
        return system.isEmpty() ? program : program + ", " + system;
    }

    private static String first(List<List<String>> known, String userAgent) {
        return known.stream()
                .filter(pair -> userAgent.contains(pair.getFirst()))
                .map(List::getLast)
                .findFirst()
                .orElse("");
    }
}
