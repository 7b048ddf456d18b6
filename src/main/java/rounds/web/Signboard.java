package rounds.web;

import io.micronaut.context.annotation.Property;

import jakarta.inject.Singleton;

import rounds.platform.settings.Settings;

/// What every page says of the site.
///
/// @param timeZone of those who have not chosen theirs
/// @param baseUrl the address people use, without a slash at its end
@Singleton
public record Signboard(
        @Property(name = "rounds.name", defaultValue = "Rounds") String name,
        @Property(name = "rounds.base-url", defaultValue = "http://localhost:8080") String baseUrl,
        @Property(name = "rounds.version", defaultValue = "0.1") String version,
        @Property(name = "rounds.time-zone", defaultValue = Settings.DEFAULT_TIME_ZONE)
                String timeZone) {

    /// Whether the site is visited over TLS, so that cookies may demand it.
    public boolean secure() {
        return baseUrl.startsWith("https:");
    }
}
