package rounds.library;

import rounds.support.Site;

/// Reads shared documents when a test says so.
public final class Readings {

    /// All that waits to be read.
    public static void readAll(Site site) {
        TextReading reading = site.bean(TextReading.class);
        while (reading.readOne()) {
            // The next one.
        }
    }

    /// The same of a site without pages.
    public static void readAll(rounds.cli.Site site) {
        TextReading reading = site.get(TextReading.class);
        while (reading.readOne()) {
            // The next one.
        }
    }

    private Readings() {}
}
