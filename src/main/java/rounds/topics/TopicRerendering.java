package rounds.topics;

import io.micronaut.scheduling.annotation.Scheduled;

import jakarta.inject.Singleton;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import rounds.platform.database.Ids;
import rounds.platform.database.Transactions;
import rounds.platform.markdown.Html;
import rounds.platform.markdown.Markdown;
import rounds.platform.markdown.Names;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Renders anew summaries and statements whose HTML an older renderer made, while the site runs.
/// Only the HTML changes, and nothing goes into the change log. It may be stopped at any moment and
/// run on several nodes at once; then some is done twice.
@Singleton
class TopicRerendering {
    private static final Logger LOG = LoggerFactory.getLogger(TopicRerendering.class);

    /// Written in one transaction, some milliseconds.
    private static final int BATCH = 20;

    private final OlderSummaryRepository rows;
    private final OlderAgreementRepository agreements;
    private final Markdown markdown;
    private final Transactions transactions;

    TopicRerendering(
            OlderSummaryRepository rows,
            OlderAgreementRepository agreements,
            Markdown markdown,
            Transactions transactions) {
        this.rows = rows;
        this.agreements = agreements;
        this.markdown = markdown;
        this.transactions = transactions;
    }

    // After the start people come first; later looks find what an older node still wrote.
    @Scheduled(initialDelay = "75s", fixedDelay = "10m")
    void look() {
        int done = all();
        if (done > 0) {
            LOG.info("{} summaries and statements of topics were rendered anew.", done);
        }
    }

    /// Goes through all of them once.
    ///
    /// @return how many were written
    int all() {
        return summaries() + statements();
    }

    private int statements() {
        int done = 0;
        List<OlderAgreementRow> batch = after(new OlderAgreementRow(0, 0, ""));
        while (!batch.isEmpty()) {
            done += renewed(batch);
            batch = after(batch.getLast());
        }
        return done;
    }

    private List<OlderAgreementRow> after(OlderAgreementRow last) {
        return transactions.system(
                () -> agreements.older(last.htmlVersion(), last.id(), Markdown.VERSION, BATCH));
    }

    private int renewed(List<OlderAgreementRow> batch) {
        var ids = new ArrayList<Long>();
        var htmls = new ArrayList<String>();
        for (OlderAgreementRow row : batch) {
            markdown.renewed(row.statement(), Ids.text(row.id()), Names.none())
                    .ifPresent(made -> {
                        ids.add(row.id());
                        htmls.add(made.value());
                    });
        }
        return ids.isEmpty()
                ? 0
                : transactions.system(() ->
                        agreements.write(
                                Markdown.VERSION,
                                ids.toArray(Long[]::new),
                                htmls.toArray(String[]::new)));
    }

    private int summaries() {
        int done = 0;
        List<OlderSummaryRow> batch = after(new OlderSummaryRow(0, 0, 0, ""));
        while (!batch.isEmpty()) {
            done += renew(batch);
            batch = after(batch.getLast());
        }
        return done;
    }

    private List<OlderSummaryRow> after(OlderSummaryRow last) {
        return transactions.system(() ->
                rows.older(
                        last.htmlVersion(),
                        last.topicId(),
                        last.number(),
                        Markdown.VERSION,
                        BATCH));
    }

    // Between two transactions, since a text may take longer than a transaction may last.
    private int renew(List<OlderSummaryRow> batch) {
        var topics = new ArrayList<Long>();
        var numbers = new ArrayList<Integer>();
        var htmls = new ArrayList<String>();
        for (OlderSummaryRow row : batch) {
            Optional<Html> html =
                    markdown.renewed(row.body(), TopicRow.prefix(row.topicId()), Names.none());
            html.ifPresent(made -> {
                topics.add(row.topicId());
                numbers.add(row.number());
                htmls.add(made.value());
            });
        }
        return topics.isEmpty()
                ? 0
                : transactions.system(() ->
                        rows.write(
                                Markdown.VERSION,
                                topics.toArray(Long[]::new),
                                numbers.toArray(Integer[]::new),
                                htmls.toArray(String[]::new)));
    }
}
