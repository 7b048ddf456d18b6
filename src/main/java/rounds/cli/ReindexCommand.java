package rounds.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import rounds.search.Reindex;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/// Builds the search index anew.
@Command(
        name = "reindex",
        description =
                "Build the search index anew. A running server does it itself, while the old index answers.")
final class ReindexCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        try (Site site = Site.open("reindex", Map.of())) {
            Reindex reindex = site.get(Reindex.class);
            if (site.running().besideServer()) {
                reindex.ask();
                spec.commandLine()
                        .getOut()
                        .println(
                                "The running server has been asked, and begins within seconds; the old index answers meanwhile.");
                return 0;
            }
            try (Bar bar = new Bar("Indexing", "contents")) {
                Counter counter = new Counter(bar);
                long contents = reindex.run(counter::at);
                spec.commandLine()
                        .getOut()
                        .printf(
                                Locale.ROOT,
                                "Indexed %,d contents in %.1f s.%n",
                                contents,
                                bar.seconds());
            }
            return 0;
        }
    }
}
