package rounds.platform.settings;

import io.micronaut.core.value.PropertyResolver;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;

/// Every setting of the site, checked. `config/application.yml` names each with its default.
///
/// @param port where pages are served; never 0, which was replaced by a free one
/// @param home the folder of everything that must be kept
/// @param externalDatabase null: the site runs its own PostgreSQL under [#home]
/// @param pool connections of the application's pool, and of the system's
/// @param themes the folder that holds themes; may not exist while `theme` is `default`
/// @param baseUrl the address people use, without a slash at its end
/// @param secret null: kept in the home folder
/// @param smtp null: mails are kept to be read by an administrator
/// @param sample whether the sample people may sign in
/// @param samplePassword null: a random one
/// @param limits whether rates are limited
/// @param scanner where clamd listens that looks at shared files; null: nobody does
/// @param libraryBytes how much the files of one community's library may take, in bytes
/// @param timeZone of visitors, and of the months of archives
/// @param securityContact an address, `mailto:` or `https:`, for those who found a hole
public record Settings(
        int port,
        Path home,
        @Nullable ExternalDatabase externalDatabase,
        int pool,
        String theme,
        Path themes,
        URI baseUrl,
        @Nullable String secret,
        @Nullable URI smtp,
        String mailFrom,
        boolean sample,
        @Nullable String samplePassword,
        boolean limits,
        @Nullable URI scanner,
        long libraryBytes,
        ZoneId timeZone,
        @Nullable String securityContact) {

    public static final String DEFAULT_THEME = "default";

    /// Where most of our readers are.
    public static final String DEFAULT_TIME_ZONE = "America/Toronto";

    /// A PostgreSQL that somebody else keeps.
    ///
    /// @param owner owns the schema and runs the migrations
    /// @param app null: the owner makes the role
    /// @param system null: the owner makes the role
    public record ExternalDatabase(
            String url, Login owner, @Nullable Login app, @Nullable Login system) {}

    /// A role's name and password.
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }

    /// Reads and checks them all.
    ///
    /// @throws CannotStart with a sentence that names the first wrong one
    public static Settings from(PropertyResolver properties) {
        return new SettingsReader(properties).read();
    }

    /// Variables that look like settings and are none: somebody mistyped them.
    public static List<String> mistaken(Collection<String> variables) {
        return variables.stream()
                .filter(variable -> variable.startsWith("ROUNDS_"))
                .filter(variable ->
                        SettingsReader.NAMES.stream()
                                .map(SettingsReader::variable)
                                .noneMatch(variable::equals))
                .sorted()
                .toList();
    }

    /// Whether the site is visited over TLS, so that cookies may demand it.
    public boolean secure() {
        return baseUrl.getScheme().equals("https");
    }

    @Override
    public String toString() {
        return "Settings[" + baseUrl + ", " + home + "]";
    }
}
