package rounds.topics;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.kernel.What;
import rounds.platform.Moment;
import rounds.platform.database.Ids;
import rounds.platform.database.Transactions;
import rounds.platform.entry.Entry;
import rounds.platform.entry.Shared;
import rounds.platform.limits.Limit;
import rounds.platform.limits.Limits;
import rounds.platform.markdown.Html;
import rounds.platform.markdown.Markdown;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/// What a community agrees on in a topic: who tends it puts a statement to the members, they say
/// what they think of it until a date, and she says what came of that.
@Singleton
public class Agreements {
    public static final int SHOWN = 200;
    private static final int MOST = 100;

    /// Longer than that nobody remembers what was asked.
    private static final Duration LONGEST = Duration.ofDays(366);

    private final AgreementRepository rows;
    private final Tending tending;
    private final Markdown markdown;
    private final Limits limits;
    private final Transactions transactions;
    private final Moment moment;

    Agreements(
            AgreementRepository rows,
            Tending tending,
            Markdown markdown,
            Limits limits,
            Transactions transactions,
            Moment moment) {
        this.rows = rows;
        this.tending = tending;
        this.markdown = markdown;
        this.limits = limits;
        this.transactions = transactions;
        this.moment = moment;
    }

    /// @throws ProblemException not found, also for who may not read the topic
    public AgreedApproach of(Viewer viewer, long topic) {
        return transactions.read(viewer, () -> seen(tending.row(topic)));
    }

    AgreedApproach seen(TendedRow topic) {
        Instant now = moment.now();
        List<Agreement> all =
                rows.of(topic.id(), MOST).stream().map(one -> one.seen(markdown, now)).toList();
        Agreement open = all.stream().filter(Agreement::isOpen).findFirst().orElse(null);
        Agreement inForce =
                all.stream()
                        .filter(one -> one.state() == AgreementState.AGREED)
                        .findFirst()
                        .orElse(null);
        return new AgreedApproach(
                open,
                inForce,
                all.stream().filter(one -> one != open && one != inForce).toList(),
                topic.member(),
                topic.curates() && topic.underWay(),
                open != null && !open.past() && topic.member() && topic.underWay());
    }

    /// What members said of one of them, those with reasons first; none for others.
    ///
    /// @param number of the statement in its topic
    /// @throws ProblemException not found
    public List<Said> reasons(Viewer viewer, long topic, int number) {
        return transactions.read(
                viewer,
                () -> said(rows.one(topic, number).orElseThrow(ProblemException::notFound).id()));
    }

    private List<Said> said(long id) {
        return rows.said(id, SHOWN).stream().map(SaidRow::said).toList();
    }

    /// Puts a statement to the members.
    ///
    /// @param statement Markdown, 1 to [Agreement#LONGEST] characters
    /// @param closes until when they answer: after now, and within a year
    /// @return its number in the topic
    /// @throws ProblemException not found; forbidden; invalid on `statement` or `closes`; conflict,
    ///   when another is open or the topic is not under way
    public int put(Viewer.SignedIn viewer, long topic, String statement, Instant closes) {
        return put(viewer, topic, statement, closes, null);
    }

    /// The same to the end of a day, which everybody is told as it was chosen.
    ///
    /// @param last today or later, and within a year
    /// @param zone where that day ends
    public int put(
            Viewer.SignedIn viewer, long topic, String statement, LocalDate last, ZoneId zone) {
        Instant end = last.plusDays(1).atStartOfDay(zone).toInstant();
        return put(viewer, topic, statement, end, last);
    }

    private int put(
            Viewer.SignedIn viewer,
            long topic,
            String statement,
            Instant closes,
            @Nullable LocalDate on) {
        limits.take(Limit.POST, String.valueOf(viewer.personId()));
        String words = statement(statement);
        Instant now = moment.now();
        if (!closes.isAfter(now) || closes.isAfter(now.plus(LONGEST))) {
            throw ProblemException.invalid("closes", "gather.agreement.closes.when");
        }
        return transactions.write(
                viewer,
                () -> {
                    tending.tended(topic);
                    long id = Ids.next();
                    Html html = markdown.show(words, Ids.text(id));
                    int put =
                            rows.put(
                                    id,
                                    topic,
                                    words,
                                    html.value(),
                                    html.version(),
                                    closes,
                                    on,
                                    now);
                    if (put == 0) {
                        throw Tending.conflict("gather.agreement.another");
                    }
                    tending.changed(viewer, topic, What.MARKED);
                    return rows.of(topic, 1).getFirst().number();
                });
    }

    private static String statement(String entered) {
        String words = Markdown.tidy(entered).strip();
        int length = words.codePointCount(0, words.length());
        if (length == 0) {
            throw ProblemException.invalid("statement", "gather.agreement.statement.missing");
        }
        if (length > Agreement.LONGEST) {
            throw ProblemException.invalid(
                    "statement", "forum.note.too-long", length, Agreement.LONGEST);
        }
        return Shared.words("statement", words);
    }

    /// Says what the viewer thinks of the open statement, or something else than before.
    ///
    /// @param reason at most [Said#LONGEST_REASON] characters; owed with a concern or an objection
    /// @throws ProblemException not found; forbidden, for all but members; invalid on `note`;
    ///   conflict, when it takes no answers any more
    public void stand(
            Viewer.SignedIn viewer, long topic, int number, Stance stance, String reason) {
        limits.take(Limit.REACT, String.valueOf(viewer.personId()));
        String words = Shared.words("note", Entry.line("note", reason, Said.LONGEST_REASON));
        if (words.isEmpty() && stance.needsReason()) {
            throw ProblemException.invalid("note", "gather.stance.reason.missing");
        }
        transactions.run(
                viewer,
                () -> {
                    tending.shared(topic);
                    AgreementRow row =
                            rows.one(topic, number).orElseThrow(ProblemException::notFound);
                    if (!rows.stand(row.id(), stance.code(), words, moment.now())) {
                        throw over();
                    }
                    tending.changed(viewer, topic, What.MARKED);
                });
    }

    /// Takes that back.
    public void standNoMore(Viewer.SignedIn viewer, long topic, int number) {
        transactions.run(
                viewer,
                () -> {
                    tending.shared(topic);
                    AgreementRow row =
                            rows.one(topic, number).orElseThrow(ProblemException::notFound);
                    if (!rows.standNoMore(row.id(), moment.now())) {
                        throw over();
                    }
                    tending.changed(viewer, topic, What.MARKED);
                });
    }

    /// Says what came of it; nobody answers any more.
    ///
    /// @param result anything but open
    /// @param outcome what is said with it, at most [Agreement#LONGEST_OUTCOME] characters; owed
    ///   where somebody objected to what is agreed on: what became of that
    /// @throws ProblemException not found; forbidden; invalid on `outcome` or `result`; conflict,
    ///   when it has a result already
    public void close(
            Viewer.SignedIn viewer, long topic, int number, AgreementState result, String outcome) {
        String words =
                Shared.words("outcome", Entry.line("outcome", outcome, Agreement.LONGEST_OUTCOME));
        if (result == AgreementState.OPEN) {
            throw ProblemException.invalid("result", "gather.result.missing");
        }
        transactions.run(
                viewer,
                () -> {
                    tending.tended(topic);
                    AgreementRow row =
                            rows.one(topic, number).orElseThrow(ProblemException::notFound);
                    if (words.isEmpty() && result == AgreementState.AGREED && row.objected() > 0) {
                        throw ProblemException.invalid("outcome", "gather.outcome.missing");
                    }
                    if (rows.close(row.id(), result.code(), words, moment.now()) == 0) {
                        throw over();
                    }
                    tending.changed(viewer, topic, What.MARKED);
                });
    }

    private static ProblemException over() {
        return Tending.conflict("gather.agreement.over");
    }
}
