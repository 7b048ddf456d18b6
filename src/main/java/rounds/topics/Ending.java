package rounds.topics;

import jakarta.inject.Singleton;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.kernel.What;
import rounds.platform.Moment;
import rounds.platform.database.Transactions;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What remains of a topic when it ends: its summary becomes a resource, with references to what it
/// cites.
@Singleton
public class Ending {
    /// What leads to content in a text, as people write it.
    private static final Pattern POINTER =
            Pattern.compile(
                    "\\[\\[([dprc]):([0-9A-Za-z]{13})(?:\\\\?\\|([^\\[\\]\\n|]{0,200}))?]]");

    private final EndingRepository rows;
    private final Tending tending;
    private final Transactions transactions;
    private final Moment moment;

    Ending(EndingRepository rows, Tending tending, Transactions transactions, Moment moment) {
        this.rows = rows;
        this.tending = tending;
        this.transactions = transactions;
        this.moment = moment;
    }

    /// The standing summary as a text of its own: what it cites stands in it by number, and below
    /// in the order of the numbers. Titles are filled in for each reader, so none is in it.
    ///
    /// @param heading above the references
    /// @return Markdown
    /// @throws ProblemException not found; forbidden, for who does not tend the topic; conflict,
    ///   where nothing is written, or it has become a resource already
    public String text(Viewer.SignedIn viewer, long topic, String heading) {
        return transactions.read(viewer, () -> text(ended(topic), heading));
    }

    private TendedRow ended(long topic) {
        TendedRow row = tending.row(topic);
        if (!row.curates()) {
            throw Tending.forbidden("topics.not-tended");
        }
        if (row.summary() == 0) {
            throw Tending.conflict("gather.no-summary");
        }
        if (row.resultId() != null) {
            throw Tending.conflict("gather.result.there");
        }
        return row;
    }

    private String text(TendedRow topic, String heading) {
        String body = rows.body(topic.id(), topic.summary()).orElse("");
        var cited = new LinkedHashSet<String>();
        Matcher pointers = POINTER.matcher(body);
        String numbered =
                pointers.replaceAll(found -> {
                    String target = found.group(1) + ":" + found.group(2).toLowerCase(Locale.ROOT);
                    cited.add(target);
                    int number = List.copyOf(cited).indexOf(target) + 1;
                    String words = found.group(3) == null ? "" : found.group(3).strip();
                    return Matcher.quoteReplacement(
                            "[["
                                    + target
                                    + "|"
                                    + (words.isEmpty() ? "" : words + " ")
                                    + "("
                                    + number
                                    + ")]]");
                });
        if (cited.isEmpty()) {
            return numbered;
        }
        var text = new StringBuilder(numbered.stripTrailing());
        text.append("\n\n## ").append(heading).append("\n\n");
        int number = 0;
        for (String target : cited) {
            number++;
            text.append(number).append(". [[").append(target).append("]]\n");
        }
        return text.toString();
    }

    /// Says which resource its summary became.
    ///
    /// @throws ProblemException not found; forbidden; conflict, where it became one already
    public void became(Viewer.SignedIn viewer, long topic, long resource) {
        transactions.run(
                viewer,
                () -> {
                    ended(topic);
                    if (rows.keep(topic, resource, moment.now()) == 0) {
                        throw Tending.conflict("gather.result.there");
                    }
                    tending.changed(viewer, topic, What.MARKED);
                });
    }

    /// The topic whose result a resource is, as far as the viewer may read it.
    public Optional<ResultOf> resultOf(Viewer viewer, ContentRef resource) {
        return resource.type() == ContentType.RESOURCE
                ? transactions.read(viewer, () -> rows.topic(resource.id()))
                : Optional.empty();
    }
}
