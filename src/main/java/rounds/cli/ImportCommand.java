package rounds.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import rounds.interchange.Import;
import rounds.interchange.Source;
import rounds.interchange.Tally;
import rounds.interchange.Watcher;
import rounds.platform.settings.CannotStart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/// Takes a file in.
@Command(
        name = "import",
        description =
                "Take people, communities, discussions and posts in from a file of JSON Lines. Can be run again:"
                        + " nothing comes twice.")
final class ImportCommand implements Callable<Integer> {
    /// A file that is none of this kind has nothing but lines that cannot be taken.
    private static final int ENOUGH = 20;

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The file, as it is or compressed by gzip.")
    private Path file;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "Keeps this file's ids apart from those of other files.")
    private @Nullable String source;

    @Option(
            names = "--admins",
            description = "Administrators of the file become administrators of this site.")
    private boolean admins;

    @Override
    public Integer call() throws InterruptedException, IOException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new CannotStart("The file '" + file + "' cannot be read.");
        }
        try (Site site = Site.open("import", Map.of());
                Bar bar = new Bar("Importing", "posts")) {
            Index index = Index.of(site);
            Tally tally =
                    site.get(Import.class)
                            .run(
                                    Source.file(file),
                                    new Import.Options(source, admins),
                                    watcher(bar, file));
            index.finish();
            double seconds = bar.seconds();
            spec.commandLine().getOut().println(sentence(tally, seconds));
            return 0;
        }
    }

    /// Shows how far it is, and each line that cannot be taken.
    private static Watcher watcher(Bar bar, Path file) {
        long size = file.toFile().length();
        return new Watcher() {
            private final List<String> held = new ArrayList<>();
            private int said;

            @Override
            public void at(long position, Tally done) {
                if (done.taken() > 0) {
                    held.forEach(bar::say);
                    said = 0;
                } else if (!held.isEmpty()) {
                    bar.say("Nothing could be taken so far. Is this JSON Lines, or gzip of them?");
                }
                held.clear();
                bar.at(size == 0 ? 1 : (double) position / size, done.posts());
            }

            @Override
            public void refused(int line, String reason) {
                String sentence = "Line " + line + ": " + reason;
                if (said < ENOUGH) {
                    said++;
                    bar.say(sentence);
                } else {
                    held.add(sentence);
                }
            }
        };
    }

    private static String sentence(Tally tally, double seconds) {
        return String.format(
                Locale.ROOT,
                "Imported %s, %s, %s, %s, %s and %s about them in %.1f s (%,.0f posts a second);"
                        + " lines that were here already: %,d, rejected: %,d.",
                many(tally.people(), "person", "people"),
                many(tally.communities(), "community", "communities"),
                many(tally.memberships(), "membership", "memberships"),
                many(tally.discussions(), "discussion", "discussions"),
                many(tally.posts(), "post", "posts"),
                many(tally.marks(), "line", "lines"),
                seconds,
                tally.posts() / Math.max(0.001, seconds),
                tally.already(),
                tally.refused());
    }

    private static String many(long count, String one, String more) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : more);
    }
}
