package rounds.cli;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.runtime.server.EmbeddedServer;

import rounds.kernel.Problem;
import rounds.platform.database.Database;
import rounds.platform.database.Home;
import rounds.platform.mail.Wording;
import rounds.platform.settings.CannotStart;
import rounds.platform.settings.Running;
import rounds.platform.settings.Settings;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// An opened site: home folder, database and everything built on them, with or without its pages
/// being served. Any number of them may live in one process, each on its own home.
public final class Site implements AutoCloseable {
    private static final int ABOVE_ALL = 1_000_000;

    private final ApplicationContext context;

    /// What to close, the last one first.
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    private Site(ApplicationContext context) {
        this.context = context;
    }

    /// Opens the site and serves its pages. On return they can be visited.
    ///
    /// @param given settings that go before those of the environment, as `rounds.port`
    /// @throws CannotStart with the reason, everything closed again
    public static Site serve(Map<String, Object> given) {
        Site site = new Site(context(given));
        try {
            site.openAll(Running.SERVE);
            site.startServer();
            return site;
        } catch (RuntimeException failed) {
            site.close();
            throw failed;
        }
    }

    /// Opens the site for a command, without serving pages. Beside a running server it uses that
    /// server's database (see [Running#besideServer]).
    ///
    /// @throws CannotStart with the reason, everything closed again
    public static Site open(String command, Map<String, Object> given) {
        Site site = new Site(context(given));
        try {
            site.openAll(command);
            return site;
        } catch (RuntimeException failed) {
            site.close();
            throw failed;
        }
    }

    private static ApplicationContext context(Map<String, Object> given) {
        ApplicationContext context =
                ApplicationContext.builder()
                        .banner(false)
                        .deduceEnvironment(false)
                        .properties(given)
                        .build();
        context.getEnvironment().start();
        return context;
    }

    private void openAll(String command) {
        Settings settings = Settings.from(context.getEnvironment());
        Home home = keep(Home.open(settings.home()));
        boolean serves = command.equals(Running.SERVE);
        String address = serves ? settings.baseUrl().toString() : "";
        Optional<Home.Holder> holder = home.take(Home.Holder.of(command, address));
        boolean beside = holder.isPresent() && holder.get().serves() && !serves;
        if (holder.isPresent() && !beside) {
            throw new CannotStart(
                    "Another Rounds already uses the folder '"
                            + home.path()
                            + "': "
                            + holder.get().inWords()
                            + ".");
        }
        if (serves) {
            requireFree(settings.port());
        }
        Database database =
                keep(beside ? Database.beside(settings, home) : Database.open(settings, home));
        startContext(settings, home, database, new Running(command, beside));
    }

    private void startContext(Settings settings, Home home, Database database, Running running) {
        Map<String, Object> checked = new HashMap<>(database.properties());
        checked.put("micronaut.server.port", settings.port());
        checked.put("rounds.port", settings.port());
        checked.put("rounds.home", home.path().toString());
        checked.put("rounds.themes", settings.themes().toString());
        checked.put("rounds.base-url", settings.baseUrl().toString());
        checked.put("rounds.mail-from", settings.mailFrom());
        checked.put("rounds.version", Version.text());
        checked.put("rounds.secret", home.secret(settings.secret()));
        // What was read, checked and completed goes before what was said.
        context.getEnvironment()
                .addPropertySource(PropertySource.of("checked", checked, ABOVE_ALL));
        context.registerSingleton(Settings.class, settings);
        context.registerSingleton(Home.class, home);
        context.registerSingleton(Database.class, database);
        context.registerSingleton(Running.class, running);
        keep(context);
        context.start();
    }

    private void startServer() {
        try {
            context.getBean(EmbeddedServer.class).start();
        } catch (ServerStartupException failed) {
            throw new CannotStart("The pages cannot be served: " + failed.getMessage(), failed);
        }
    }

    private static void requireFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
        } catch (IOException _) {
            throw new CannotStart(
                    "ROUNDS_PORT is "
                            + port
                            + ", and another program listens there: give another one.");
        }
    }

    private <T extends AutoCloseable> T keep(T resource) {
        opened.push(resource);
        return resource;
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    public ApplicationContext context() {
        return context;
    }

    public Settings settings() {
        return get(Settings.class);
    }

    public Running running() {
        return get(Running.class);
    }

    /// A refusal as the pages would word it, for people at the command line.
    public String inWords(Problem problem) {
        Wording wording = get(Wording.class);
        return switch (problem) {
            case Problem.Invalid invalid ->
                    invalid.fields().stream()
                            .map(field -> wording.text("en", field.why(), field.details()))
                            .collect(Collectors.joining(" "));
            // Only programs are asked so.
            case Problem.Identifying _ -> "It could tell who a patient is.";
            case Problem.Conflict conflict -> wording.text("en", conflict.why(), List.of());
            case Problem.Forbidden forbidden -> wording.text("en", forbidden.why(), List.of());
            case Problem.NotFound _ -> "It is not there.";
            case Problem.Stale _ -> "It was changed meanwhile.";
            case Problem.TooMany much ->
                    "Too often: try again in " + much.retryAfterSeconds() + " seconds.";
            case Problem.SignInFirst _, Problem.SessionEnded _ ->
                    "Only for people who have signed in.";
        };
    }

    /// Where the pages are, without a slash at the end.
    public URI address() {
        return settings().baseUrl();
    }

    /// Stops serving, closes pools, stops the database if it is ours, and lets the home folder go:
    /// each of them, whatever went wrong before it.
    @Override
    public synchronized void close() {
        var failures = new IllegalStateException("The site was not closed in good order");
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception failed) {
                failures.addSuppressed(failed);
            }
        }
        if (failures.getSuppressed().length > 0) {
            throw failures;
        }
    }
}
