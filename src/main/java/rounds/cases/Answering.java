package rounds.cases;

import jakarta.inject.Singleton;

import rounds.community.Capability;
import rounds.community.CommunityLog;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.kernel.What;
import rounds.platform.Moment;
import rounds.platform.changes.Changes;
import rounds.platform.database.Ids;
import rounds.platform.database.Transactions;
import rounds.platform.entry.Entry;
import rounds.platform.entry.Shared;
import rounds.platform.limits.Limit;
import rounds.platform.limits.Limits;
import rounds.platform.markdown.Html;
import rounds.platform.markdown.Markdown;

import java.util.List;
import java.util.stream.Collectors;

/// What comes after a story: its author tells how it went on, others that they tried it, or would.
@Singleton
public class Answering {
    public static final int SHOWN = 100;
    private static final int MOST_FOLLOW_UPS = 50;

    /// What the check calls the words of a follow-up.
    private static final String FIELD = "follow_up";

    private final AftermathRepository rows;
    private final Clearing clearing;
    private final CaseFinding finding;
    private final CaseRules rules;
    private final CommunityLog log;
    private final Markdown markdown;
    private final Limits limits;
    private final Changes changes;
    private final Transactions transactions;
    private final Moment moment;

    Answering(
            AftermathRepository rows,
            Clearing clearing,
            CaseFinding finding,
            CaseRules rules,
            CommunityLog log,
            Markdown markdown,
            Limits limits,
            Changes changes,
            Transactions transactions,
            Moment moment) {
        this.rows = rows;
        this.clearing = clearing;
        this.finding = finding;
        this.rules = rules;
        this.log = log;
        this.markdown = markdown;
        this.limits = limits;
        this.changes = changes;
        this.transactions = transactions;
        this.moment = moment;
    }

    /// @throws ProblemException not found, also for who may not read the story
    public Aftermath of(Viewer viewer, long id) {
        return transactions.read(
                viewer,
                () -> {
                    CaseRow row = finding.row(id);
                    boolean tried = row.tried() > 0;
                    return new Aftermath(
                            rows.followUps(id).stream().map(one -> one.followUp(markdown)).toList(),
                            tried ? rows.tallies(id) : List.of(),
                            tried
                                    ? rows.trials(id, SHOWN).stream().map(TrialRow::trial).toList()
                                    : List.of(),
                            tried
                                    ? rows.mine(id).stream()
                                            .findFirst()
                                            .map(TrialRow::trial)
                                            .orElse(null)
                                    : null,
                            rows.words(id).stream()
                                    .map(Word::of)
                                    .collect(Collectors.toUnmodifiableSet()));
                });
    }

    /// Tells how a case went on.
    ///
    /// @param months since the end of what the story tells: 0 to 600
    /// @param body Markdown, 1 to 5,000 characters; the identifier check looks at it
    /// @param reason why passages in it that look as if they named somebody do not; may be empty
    /// @throws ProblemException not found, forbidden; invalid; conflict, while it is not read
    public FollowUp followUp(
            Viewer.SignedIn viewer, long id, int months, String body, String reason) {
        limits.take(Limit.POST, String.valueOf(viewer.personId()));
        String words = checked(months, body);
        String why = Entry.line("reason", reason, Clearing.LONGEST_REASON);
        return transactions.write(
                viewer,
                () -> {
                    CaseRow row = finding.own(viewer, id);
                    if (row.stands() != CaseState.VISIBLE || !rules.of(row, viewer).word()) {
                        throw CaseFinding.conflict("cases.moved-meanwhile");
                    }
                    clearing.require(row, FIELD, "body", words, why);
                    long made = Ids.next();
                    Html html = markdown.show(words, Ids.text(made));
                    if (rows.follow(
                                    made,
                                    id,
                                    months,
                                    words,
                                    html.value(),
                                    html.version(),
                                    MOST_FOLLOW_UPS,
                                    moment.now())
                            == 0) {
                        throw CaseFinding.conflict("cases.follow-up.too-many");
                    }
                    rows.touch(id, moment.now());
                    changes.append(viewer.personId(), CaseFinding.ref(id), What.EDITED);
                    return rows.followUps(id).stream()
                            .filter(one -> one.id() == made)
                            .findFirst()
                            .orElseThrow()
                            .followUp(markdown);
                });
    }

    /// Takes a follow-up out, for good: its author does, and moderators.
    ///
    /// @throws ProblemException not found, also for a follow-up of another story; forbidden
    public void strike(Viewer.SignedIn viewer, long id, long followUp) {
        transactions.run(
                viewer,
                () -> {
                    CaseRow row = finding.row(id);
                    if (rows.followUps(id).stream().noneMatch(one -> one.id() == followUp)) {
                        throw ProblemException.notFound();
                    }
                    CaseRights may = rules.of(row, viewer);
                    if (!may.strike()) {
                        throw new ProblemException(new Problem.Forbidden("cases.not-yours"));
                    }
                    if (rows.strike(followUp, moment.now()) == null) {
                        throw CaseFinding.conflict("cases.moved-meanwhile");
                    }
                    if (!row.writtenBy(viewer)) {
                        log.add(
                                viewer,
                                row.communityId(),
                                "case_follow_up_struck",
                                CaseFinding.ref(id),
                                row.named() ? row.writerId() : null,
                                "",
                                "");
                    }
                    changes.append(viewer.personId(), CaseFinding.ref(id), What.AUDIENCE);
                });
    }

    private static String checked(int months, String body) {
        String words = Entry.body(body);
        int length = words.codePointCount(0, words.length());
        if (length > FollowUp.LONGEST) {
            throw ProblemException.invalid("body", "forum.note.too-long", length, FollowUp.LONGEST);
        }
        if (months < 0 || months > FollowUp.MOST_MONTHS) {
            throw ProblemException.invalid(
                    "months", "cases.follow-up.months", FollowUp.MOST_MONTHS);
        }
        return words;
    }

    /// Says that the viewer tried the same, or says it in other words.
    ///
    /// @param note at most 500 characters
    /// @throws ProblemException not found, forbidden; invalid on `note`
    public void tried(
            Viewer.SignedIn viewer, long id, Result result, Setting setting, String note) {
        limits.take(Limit.REACT, String.valueOf(viewer.personId()));
        String words = Shared.words("note", Entry.line("note", note, Trial.LONGEST_NOTE));
        transactions.run(
                viewer,
                () -> {
                    require(viewer, id);
                    if (!rows.attempt(id, result.code(), setting.code(), words, moment.now())) {
                        throw CaseFinding.conflict("cases.moved-meanwhile");
                    }
                    changes.append(viewer.personId(), CaseFinding.ref(id), What.MARKED);
                });
    }

    /// Takes that back.
    public void notTried(Viewer.SignedIn viewer, long id) {
        transactions.run(
                viewer,
                () -> {
                    finding.row(id);
                    if (rows.attemptNoMore(id)) {
                        changes.append(viewer.personId(), CaseFinding.ref(id), What.MARKED);
                    }
                });
    }

    /// Gives a quiet word.
    ///
    /// @throws ProblemException not found, forbidden
    public void say(Viewer.SignedIn viewer, long id, Word word) {
        limits.take(Limit.REACT, String.valueOf(viewer.personId()));
        transactions.run(
                viewer,
                () -> {
                    require(viewer, id);
                    if (!rows.say(id, word.code(), true, moment.now())) {
                        throw CaseFinding.conflict("cases.moved-meanwhile");
                    }
                    changes.append(viewer.personId(), CaseFinding.ref(id), What.MARKED);
                });
    }

    /// Takes it back.
    public void unsay(Viewer.SignedIn viewer, long id, Word word) {
        transactions.run(
                viewer,
                () -> {
                    finding.row(id);
                    rows.say(id, word.code(), false, moment.now());
                    changes.append(viewer.personId(), CaseFinding.ref(id), What.MARKED);
                });
    }

    private void require(Viewer.SignedIn viewer, long id) {
        CaseRow row = finding.row(id);
        rules.require(Capability.TELL, row.standing(viewer), false);
        if (row.writtenBy(viewer)) {
            throw new ProblemException(new Problem.Forbidden("cases.own"));
        }
    }
}
