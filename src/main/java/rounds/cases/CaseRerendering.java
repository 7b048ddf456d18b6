package rounds.cases;

import io.micronaut.scheduling.annotation.Scheduled;

import jakarta.inject.Singleton;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import rounds.platform.database.Ids;
import rounds.platform.database.Transactions;
import rounds.platform.markdown.Html;
import rounds.platform.markdown.Markdown;
import rounds.platform.markdown.Names;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Renders stories and follow-ups anew whose HTML an older renderer made, while the site runs. Only
/// the HTML changes, and nothing goes into the change log. It may be stopped at any moment and run
/// on several nodes at once; then some is done twice.
@Singleton
public class CaseRerendering {
    private static final Logger LOG = LoggerFactory.getLogger(CaseRerendering.class);

    /// Written in one transaction, some milliseconds.
    private static final int BATCH = 50;

    private final OlderTextRepository rows;
    private final Markdown markdown;
    private final Transactions transactions;

    CaseRerendering(OlderTextRepository rows, Markdown markdown, Transactions transactions) {
        this.rows = rows;
        this.markdown = markdown;
        this.transactions = transactions;
    }

    /// How many parts and follow-ups are still to be done.
    public long waiting() {
        return transactions.system(() -> rows.count(Markdown.VERSION));
    }

    // After the start people come first; later looks find what an older node still wrote.
    @Scheduled(initialDelay = "70s", fixedDelay = "10m")
    void look() {
        int done = all();
        if (done > 0) {
            LOG.info("{} parts of case stories were rendered anew.", done);
        }
    }

    /// Goes through all of them once.
    ///
    /// @return how many were written
    int all() {
        return all(last ->
                rows.sections(last.htmlVersion(), last.id(), last.part(), Markdown.VERSION, BATCH))
                + all(last ->
                        rows.followUps(last.htmlVersion(), last.id(), Markdown.VERSION, BATCH));
    }

    private int all(Function<OlderTextRow, List<OlderTextRow>> after) {
        int done = 0;
        var first = new OlderTextRow(0, "", 0, "", 0);
        List<OlderTextRow> batch = transactions.system(() -> after.apply(first));
        while (!batch.isEmpty()) {
            done += renew(batch);
            OlderTextRow last = batch.getLast();
            batch = transactions.system(() -> after.apply(last));
        }
        return done;
    }

    private record Renewed(OlderTextRow row, Html html) {}

    // Between the two transactions, since a text may take longer than a transaction may last.
    int renew(List<OlderTextRow> batch) {
        List<Renewed> renewed = batch.stream().flatMap(row -> renewed(row).stream()).toList();
        return renewed.isEmpty() ? 0 : transactions.system(() -> write(renewed));
    }

    private Optional<Renewed> renewed(OlderTextRow row) {
        String prefix = Ids.text(row.id()) + (row.part().isEmpty() ? "" : "-" + row.part());
        return markdown.renewed(row.body(), prefix, Names.none())
                .map(html -> new Renewed(row, html));
    }

    private int write(List<Renewed> renewed) {
        Long[] ids = renewed.stream().map(one -> one.row().id()).toArray(Long[]::new);
        String[] htmls = renewed.stream().map(one -> one.html().value()).toArray(String[]::new);
        Long[] seen = renewed.stream().map(one -> one.row().seen()).toArray(Long[]::new);
        return renewed.getFirst().row().part().isEmpty()
                ? rows.writeFollowUps(Markdown.VERSION, ids, htmls, seen)
                : rows.writeSections(
                        Markdown.VERSION,
                        ids,
                        renewed.stream().map(one -> one.row().part()).toArray(String[]::new),
                        htmls,
                        seen);
    }
}
