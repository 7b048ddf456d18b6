package rounds.library;

import rounds.support.Site;

import java.util.concurrent.locks.LockSupport;

/// Reads shared documents when a test says so.
public final class Readings {

    /// All that waits to be read.
    public static void readAll(Site site) {
        TextReading reading = site.bean(TextReading.class);
        while (reading.readOne()) {
            // The next one.
        }
        // The form by which a file is shared begins to read it, too.
        for (int tries = 0; tries < 600 && waits(site); tries++) {
            LockSupport.parkNanos(100_000_000);
        }
    }

    private static boolean waits(Site site) {
        return site.db().count("select count(*) from resource_version where reading = 'waiting'")
                > 0;
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
