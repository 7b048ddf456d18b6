package rounds.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import rounds.interchange.Export;
import rounds.interchange.Tally;
import rounds.interchange.Watcher;
import rounds.kernel.ProblemException;
import rounds.platform.settings.CannotStart;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;

/// Gives everything out.
@Command(
        name = "export",
        description =
                "Write everything of the site, or of one community, into a file that `import` takes in.")
final class ExportCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            description = "The file to write; compressed if it ends with .gz.")
    private Path file;

    @Option(names = "--community", paramLabel = "SLUG", description = "Only this community.")
    private @Nullable String community;

    @Option(
            names = "--addresses",
            description = "With people's e-mail addresses, and who is an administrator.")
    private boolean addresses;

    @Option(
            names = "--private",
            description =
                    "With what is people's own: their notes to each other, what they follow, have saved and read. Of the whole site only.")
    private boolean own;

    @Override
    public Integer call() throws IOException {
        if (own && community != null) {
            throw new CannotStart(
                    "What is people's own is exported with the whole site only: leave out --private or --community.");
        }
        try (Site site = Site.open("export", Map.of());
                Bar bar = new Bar("Exporting", "posts")) {
            Tally tally = write(site.get(Export.class), bar);
            spec.commandLine()
                    .getOut()
                    .printf(
                            Locale.ROOT,
                            "Exported %,d people, %,d communities, %,d memberships, %,d discussions, %,d posts and %,d lines about them to %s in %.1f s.%n",
                            tally.people(),
                            tally.communities(),
                            tally.memberships(),
                            tally.discussions(),
                            tally.posts(),
                            tally.marks(),
                            file,
                            bar.seconds());
            return 0;
        }
    }

    /// Under another name until it is whole.
    private Tally write(Export export, Bar bar) throws IOException {
        Path target = file.toAbsolutePath();
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            Tally tally;
            try (OutputStream out = open(part)) {
                tally =
                        export.run(
                                out, new Export.Options(community, addresses, own), watcher(bar));
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            return tally;
        } catch (ProblemException _) {
            throw new CannotStart("There is no community '" + community + "'.");
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static OutputStream open(Path part) throws IOException {
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16);
        return part.toString().endsWith(".gz.part") ? new GZIPOutputStream(out, 1 << 16) : out;
    }

    private static Watcher watcher(Bar bar) {
        return new Watcher() {
            @Override
            public void at(long position, Tally done) {
                bar.at(-1, done.posts());
            }
        };
    }
}
