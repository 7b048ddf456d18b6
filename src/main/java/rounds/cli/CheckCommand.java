package rounds.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import rounds.kernel.ContentRef;
import rounds.platform.database.Ids;
import rounds.search.IndexCheck;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/// Compares the index with the database. Exits with 0 where they are equal, else with 1.
@Command(
        name = "check",
        description = "Compare the search index with the database, content by content.")
final class CheckCommand implements Callable<Integer> {
    private static final int SHOWN = 20;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        try (Site site = Site.open("check", Map.of())) {
            // Without a server the index may still have to take in what came before the last stop.
            Index.of(site).finish();
            try (Bar bar = new Bar("Checking", "contents")) {
                Counter counter = new Counter(bar);
                return tell(site.get(IndexCheck.class).run(counter::at));
            }
        }
    }

    private int tell(IndexCheck.Difference difference) {
        PrintWriter out = spec.commandLine().getOut();
        if (difference.isNone()) {
            out.printf(
                    Locale.ROOT,
                    "The index equals the database: %,d contents compared.%n",
                    difference.compared());
            return 0;
        }
        list(out, "Missing in the index", difference.missing());
        list(out, "In the index only", difference.extra());
        list(out, "Otherwise in the index", difference.stale());
        out.printf(
                Locale.ROOT,
                "The index differs from the database: %,d missing, %,d too many, %,d otherwise, of %,d contents. `reindex` builds it anew.%n",
                difference.missing().size(),
                difference.extra().size(),
                difference.stale().size(),
                difference.compared());
        return 1;
    }

    private static void list(PrintWriter out, String what, List<ContentRef> contents) {
        contents.stream()
                .limit(SHOWN)
                .forEach(content ->
                        out.println(
                                what
                                        + ": "
                                        + content.type().code()
                                        + " "
                                        + Ids.text(content.id())));
    }
}
