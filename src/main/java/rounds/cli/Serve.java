package rounds.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import rounds.platform.database.Database;
import rounds.platform.settings.Announcement;
import rounds.platform.settings.Running;
import rounds.platform.settings.Settings;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/// Serves the site until it is told to stop.
@Command(
        name = Running.SERVE,
        description = "Serve the site (what is done if no command is given).")
final class Serve implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        stopWithParent();
        PrintWriter out = spec.commandLine().getOut();
        Settings.mistaken(System.getenv().keySet())
                .forEach(variable ->
                        out.println(variable + " is no setting of Rounds, and changes nothing."));
        Site site = Site.serve(Map.of());
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> {
                            site.close();
                            stopped.countDown();
                        }));
        announce(site, out);
        stopped.await();
        return 0;
    }

    /// Under Maven we are its child: a Maven that was killed could not tell us to stop.
    private static void stopWithParent() {
        if (Boolean.getBoolean("rounds.stop-with-parent")) {
            ProcessHandle.current()
                    .parent()
                    .ifPresent(parent ->
                            Thread.ofPlatform()
                                    .daemon()
                                    .name("parent")
                                    .start(() -> {
                                        parent.onExit().join();
                                        System.exit(1);
                                    }));
        }
    }

    private static void announce(Site site, PrintWriter out) {
        Duration took = Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
        out.println();
        out.printf(
                "Rounds is running at %s (started in %.1f s)%n",
                site.address(), took.toMillis() / 1000.0);
        out.printf(
                "  Data      %s, %s%n", site.settings().home(), site.get(Database.class).inWords());
        site.context().getBeansOfType(Announcement.class).stream()
                .flatMap(announcement -> announcement.lines().stream())
                .forEach(line -> out.println("  " + line));
        out.println("  Stop      Ctrl-C");
        out.println();
        out.flush();
    }
}
