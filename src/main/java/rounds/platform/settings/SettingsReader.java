package rounds.platform.settings;

import io.micronaut.core.value.PropertyResolver;

import org.jspecify.annotations.Nullable;

import rounds.platform.settings.Settings.ExternalDatabase;
import rounds.platform.settings.Settings.Login;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/// Turns words into settings, or says in one sentence which word is wrong.
final class SettingsReader {
    static final List<String> NAMES =
            List.of(
                    "rounds.name",
                    "rounds.port",
                    "rounds.home",
                    "rounds.db.url",
                    "rounds.db.user",
                    "rounds.db.password",
                    "rounds.db.app-user",
                    "rounds.db.app-password",
                    "rounds.db.system-user",
                    "rounds.db.system-password",
                    "rounds.db.pool",
                    "rounds.theme",
                    "rounds.themes",
                    "rounds.base-url",
                    "rounds.secret",
                    "rounds.smtp-url",
                    "rounds.mail-from",
                    "rounds.sample",
                    "rounds.sample-password",
                    "rounds.limits",
                    "rounds.clamd",
                    "rounds.library-gigabytes",
                    "rounds.searches.look",
                    "rounds.searches.pause",
                    "rounds.searches.settling",
                    "rounds.time-zone",
                    "rounds.security-contact");

    private static final String JDBC = "jdbc:postgresql:";
    private static final int SHORTEST_SECRET = 32;
    private static final int SHORTEST_PASSWORD = 10;
    private static final String USUAL_THEMES = "themes";

    /// Names that need no quotes in SQL: they stand in the migrations as they are.
    private static final Pattern ROLE = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

    private static final Pattern THEME = Pattern.compile("[a-z0-9][a-z0-9_-]*");
    private static final Pattern MAIL = Pattern.compile("[^@\\s<>\"]+@[^@\\s<>\"]+");

    private final PropertyResolver properties;

    SettingsReader(PropertyResolver properties) {
        this.properties = properties;
    }

    Settings read() {
        int port = port();
        ExternalDatabase database = database();
        URI baseUrl = baseUrl(port);
        String theme = theme();
        return new Settings(
                port,
                path("rounds.home"),
                database,
                number("rounds.db.pool", 1, 1000),
                theme,
                themes(theme),
                baseUrl,
                secret(),
                smtp(),
                mailFrom(baseUrl),
                sample(database == null),
                samplePassword(),
                onOff("rounds.limits"),
                scanner(),
                (long) number("rounds.library-gigabytes", 1, 1_000_000) << 30,
                timeZone(),
                securityContact());
    }

    private int port() {
        int port = number("rounds.port", 0, 65_535);
        return port == 0 ? freePort() : port;
    }

    private @Nullable ExternalDatabase database() {
        String url = text("rounds.db.url");
        Login owner = login("rounds.db.user", "rounds.db.password");
        Login app = login("rounds.db.app-user", "rounds.db.app-password");
        Login system = login("rounds.db.system-user", "rounds.db.system-password");
        if (url == null) {
            refuseWithout("rounds.db.user", owner);
            refuseWithout("rounds.db.app-user", app);
            refuseWithout("rounds.db.system-user", system);
            return null;
        }
        if (!url.startsWith(JDBC)) {
            throw wrong("rounds.db.url", "must begin with " + JDBC + "//host/database");
        }
        if (owner == null) {
            throw wrong(
                    "rounds.db.user", "must name the role that owns the database at ROUNDS_DB_URL");
        }
        if (app != null && system != null && app.user().equals(system.user())) {
            throw wrong("rounds.db.system-user", "must be another role than ROUNDS_DB_APP_USER");
        }
        return new ExternalDatabase(
                url, owner, role("rounds.db.app-user", app), role("rounds.db.system-user", system));
    }

    private static void refuseWithout(String name, @Nullable Login login) {
        if (login != null) {
            throw new CannotStart(
                    variable(name)
                            + " is given without ROUNDS_DB_URL, which says where that role lives.");
        }
    }

    private @Nullable Login login(String userName, String passwordName) {
        String user = text(userName);
        String password = text(passwordName);
        if (user == null && password == null) {
            return null;
        }
        if (user == null || password == null) {
            String missing = user == null ? userName : passwordName;
            String given = user == null ? passwordName : userName;
            throw wrong(missing, "must be given together with " + variable(given));
        }
        return new Login(user, password);
    }

    private @Nullable Login role(String name, @Nullable Login login) {
        if (login != null && !ROLE.matcher(login.user()).matches()) {
            throw wrong(name, "must be a role's name of small letters, digits and underscores");
        }
        return login;
    }

    private URI baseUrl(int port) {
        String text = text("rounds.base-url");
        if (text == null) {
            return URI.create("http://localhost:" + port);
        }
        String rule = "must be an address like https://rounds.example.org, without a path";
        URI url = uri("rounds.base-url", text.replaceAll("/+$", ""), Set.of("http", "https"), rule);
        boolean more =
                !url.getRawPath().isEmpty()
                        || url.getRawQuery() != null
                        || url.getRawFragment() != null;
        if (more || url.getRawUserInfo() != null) {
            throw wrong("rounds.base-url", rule);
        }
        return url;
    }

    private String theme() {
        String theme = text("rounds.theme");
        if (theme == null || !THEME.matcher(theme).matches()) {
            throw wrong("rounds.theme", "must be the name of a folder in ROUNDS_THEMES");
        }
        return theme;
    }

    private Path themes(String theme) {
        Path themes = path("rounds.themes");
        String given = Objects.requireNonNull(text("rounds.themes"));
        boolean usual = Path.of(USUAL_THEMES).normalize().equals(Path.of(given).normalize());
        if (!usual && !Files.isDirectory(themes)) {
            throw wrong("rounds.themes", "must be a folder that is there");
        }
        if (!theme.equals(Settings.DEFAULT_THEME) && !Files.isDirectory(themes.resolve(theme))) {
            throw wrong("rounds.theme", "must be the name of a folder in " + themes);
        }
        return themes;
    }

    private @Nullable String secret() {
        String secret = text("rounds.secret");
        if (secret != null && secret.length() < SHORTEST_SECRET) {
            throw new CannotStart(
                    "ROUNDS_SECRET is too short: it must have at least "
                            + SHORTEST_SECRET
                            + " characters, all of them random.");
        }
        return secret;
    }

    // One of the sample people is an administrator of the site.
    private @Nullable String samplePassword() {
        String password = text("rounds.sample-password");
        if (password != null && password.length() < SHORTEST_PASSWORD) {
            throw new CannotStart(
                    "ROUNDS_SAMPLE_PASSWORD is too short: it must have at least "
                            + SHORTEST_PASSWORD
                            + " characters, as everybody's password.");
        }
        return password;
    }

    private @Nullable URI smtp() {
        String text = text("rounds.smtp-url");
        if (text == null) {
            return null;
        }
        try {
            return uri("rounds.smtp-url", text, Set.of("smtp", "smtps"), "");
        } catch (CannotStart _) {
            // It may hold a password: never shown.
            throw new CannotStart(
                    "ROUNDS_SMTP_URL must look like smtp://user:password@mail.example.org:587.");
        }
    }

    private @Nullable URI scanner() {
        String text = text("rounds.clamd");
        String rule = "must be a host and a port, like clamd.example.org:3310";
        if (text == null) {
            return null;
        }
        URI scanner = uri("rounds.clamd", "tcp://" + text, Set.of("tcp"), rule);
        if (scanner.getPort() < 1 || !scanner.getRawPath().isEmpty()) {
            throw wrong("rounds.clamd", rule);
        }
        return scanner;
    }

    private String mailFrom(URI baseUrl) {
        String from = text("rounds.mail-from");
        if (from == null) {
            return "rounds@" + baseUrl.getHost();
        }
        if (!MAIL.matcher(from).matches()) {
            throw wrong("rounds.mail-from", "must be an e-mail address");
        }
        return from;
    }

    private boolean sample(boolean embedded) {
        return text("rounds.sample") == null ? embedded : onOff("rounds.sample");
    }

    private ZoneId timeZone() {
        String name = text("rounds.time-zone");
        try {
            return ZoneId.of(name == null ? Settings.DEFAULT_TIME_ZONE : name);
        } catch (DateTimeException _) {
            throw wrong("rounds.time-zone", "must be the name of a zone, like America/Toronto");
        }
    }

    private @Nullable String securityContact() {
        String contact = text("rounds.security-contact");
        if (contact == null || contact.matches("(mailto:|https:)[^\\s<>\"]+")) {
            return contact;
        }
        if (MAIL.matcher(contact).matches()) {
            return "mailto:" + contact;
        }
        throw wrong("rounds.security-contact", "must be an e-mail address or a page's address");
    }

    private boolean onOff(String name) {
        String text = text(name);
        return switch (text == null ? "" : text.toLowerCase(Locale.ROOT)) {
            case "on", "true", "yes" -> true;
            case "off", "false", "no" -> false;
            default -> throw wrong(name, "must be on or off");
        };
    }

    private int number(String name, int least, int most) {
        String text = text(name);
        if (text != null && text.matches("\\d{1,9}")) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw wrong(name, "must be a whole number from " + least + " to " + most);
    }

    /// Relative paths start at the project's folder when Maven runs the product, since it does so
    /// elsewhere.
    private Path path(String name) {
        String text = text(name);
        if (text == null) {
            throw wrong(name, "must be the path of a folder");
        }
        try {
            Path base = Path.of(System.getProperty("rounds.project", ""));
            return base.resolve(text).toAbsolutePath().normalize();
        } catch (InvalidPathException _) {
            throw wrong(name, "must be the path of a folder");
        }
    }

    private URI uri(String name, String text, Set<String> schemes, String rule) {
        try {
            URI uri = new URI(text);
            if (uri.getHost() != null
                    && uri.getScheme() != null
                    && schemes.contains(uri.getScheme())) {
                return uri;
            }
        } catch (URISyntaxException _) {
            throw wrong(name, rule);
        }
        throw wrong(name, rule);
    }

    /// Nothing and blank are the same: a compose file passes empty variables on.
    private @Nullable String text(String name) {
        return properties
                .getProperty(name, String.class)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElse(null);
    }

    private CannotStart wrong(String name, String rule) {
        String value = text(name);
        return new CannotStart(
                variable(name)
                        + (value == null ? " is missing" : " is '" + value + "'")
                        + ": it "
                        + rule
                        + ".");
    }

    static String variable(String name) {
        return name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new CannotStart("ROUNDS_PORT is 0, and there is no free port.", failed);
        }
    }
}
