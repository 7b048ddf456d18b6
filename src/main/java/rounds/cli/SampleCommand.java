package rounds.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import rounds.interchange.Sample;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;

/// The sample community.
@Command(name = "sample", description = "The sample community.")
final class SampleCommand implements Runnable {
    @Spec private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            name = "remove",
            description =
                    "Take the sample communities and people away, for good. Everything else stays.")
    int remove() throws IOException, InterruptedException {
        try (Site site = Site.open("sample", Map.of())) {
            Index index = Index.of(site);
            Sample.Removed removed = site.get(Sample.class).remove();
            index.finish();
            PrintWriter out = spec.commandLine().getOut();
            out.printf(
                    Locale.ROOT,
                    "Removed %,d sample communities with %,d discussions, %,d posts and %,d resources, and %,d sample people.%n",
                    removed.communities(),
                    removed.discussions(),
                    removed.posts(),
                    removed.resources(),
                    removed.people());
            if (removed.kept() > 0) {
                out.printf(
                        Locale.ROOT,
                        "%,d discussions, posts and resources that they wrote elsewhere were kept, without their names.%n",
                        removed.kept());
            }
            return 0;
        }
    }
}
