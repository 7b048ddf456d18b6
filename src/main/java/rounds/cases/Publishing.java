package rounds.cases;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.kernel.What;
import rounds.platform.Moment;
import rounds.platform.changes.Changes;
import rounds.platform.database.Ids;
import rounds.platform.database.Transactions;
import rounds.platform.entry.Entry;
import rounds.platform.limits.Limit;
import rounds.platform.limits.Limits;
import rounds.platform.markdown.Html;
import rounds.platform.markdown.Markdown;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// From a draft to what others read, and back: nothing is published that lacks its authority, or in
/// which a patient could be known.
@Singleton
public class Publishing {
    private final CaseRepository rows;
    private final SectionRepository sections;
    private final CaseEditRepository edits;
    private final Clearing clearing;
    private final CaseFinding finding;
    private final FactsKeeping facts;
    private final CaseRules rules;
    private final Markdown markdown;
    private final Limits limits;
    private final Changes changes;
    private final Transactions transactions;
    private final Moment moment;

    Publishing(
            CaseRepository rows,
            SectionRepository sections,
            CaseEditRepository edits,
            Clearing clearing,
            CaseFinding finding,
            FactsKeeping facts,
            CaseRules rules,
            Markdown markdown,
            Limits limits,
            Changes changes,
            Transactions transactions,
            Moment moment) {
        this.rows = rows;
        this.sections = sections;
        this.edits = edits;
        this.clearing = clearing;
        this.finding = finding;
        this.facts = facts;
        this.rules = rules;
        this.markdown = markdown;
        this.limits = limits;
        this.changes = changes;
        this.transactions = transactions;
        this.moment = moment;
    }

    /// Publishes a draft; where its community wants it, hands it to a second reader.
    ///
    /// @param revision of its facts that was looked at
    /// @param reader the handle of a member whom the author asks to read it first; moderators read
    ///   it unasked
    /// @throws ProblemException not found, forbidden; invalid, on every field that is missing or
    ///   could tell who the patient is; conflict, when something was said since
    public CaseStory publish(
            Viewer.SignedIn viewer, long id, int revision, @Nullable String reader) {
        limits.take(Limit.POST, String.valueOf(viewer.personId()));
        return transactions.write(
                viewer,
                () -> {
                    CaseRow row = finding.draft(viewer, id);
                    if (rows.hold(id, row.state(), revision).isEmpty()) {
                        throw CaseFinding.conflict("cases.changed-meanwhile");
                    }
                    List<Section> parts = finding.parts(row);
                    clearing.require(row, Told.of(row.facts(), parts));
                    make(id, parts);
                    String state =
                            rows.publish(
                                    id,
                                    revision,
                                    asked(viewer, row.communityId(), reader),
                                    moment.now());
                    if (state == null) {
                        throw reader == null
                                ? CaseFinding.conflict("cases.changed-meanwhile")
                                : ProblemException.invalid("reader", "cases.reader.no-member");
                    }
                    changes.append(viewer.personId(), CaseFinding.ref(id), What.CREATED);
                    return finding.seen(viewer, id);
                });
    }

    /// @param named by handle, or by name where only one is called so
    private @Nullable Long asked(Viewer.SignedIn viewer, long community, @Nullable String named) {
        if (named == null || named.isBlank()) {
            return null;
        }
        List<Long> people = rows.member(community, named.strip().replaceFirst("^@", ""));
        if (people.equals(List.of(viewer.personId()))) {
            throw ProblemException.invalid("reader", "cases.reader.self");
        }
        return people.size() > 1
                ? several()
                : people.stream()
                        .findFirst()
                        .orElseThrow(
                                () -> ProblemException.invalid("reader", "cases.reader.no-member"));
    }

    private static Long several() {
        throw ProblemException.invalid("reader", "cases.reader.several");
    }

    private void make(long id, List<Section> parts) {
        sections.make(
                id,
                Markdown.VERSION,
                parts.stream().map(one -> one.part().code()).toArray(String[]::new),
                parts.stream().map(one -> html(id, one.part(), one.body())).toArray(String[]::new));
    }

    private String html(long id, Part part, String body) {
        Html made = markdown.show(body, Ids.text(id) + "-" + part.code());
        return made.value();
    }

    /// Takes back what waits for its second reader, to go on writing.
    public CaseStory takeBack(Viewer.SignedIn viewer, long id) {
        return transactions.write(
                viewer,
                () -> {
                    CaseRow row = finding.own(viewer, id);
                    if (row.stands() != CaseState.QUEUED
                            || !rows.move(id, row.state(), CaseState.DRAFT.code(), "")) {
                        throw CaseFinding.conflict("cases.moved-meanwhile");
                    }
                    changes.append(viewer.personId(), CaseFinding.ref(id), What.AUDIENCE);
                    return finding.seen(viewer, id);
                });
    }

    /// Says something else in a story that is read, or hidden; what stood there is kept for its
    /// author and for moderators. Where she is in its community no longer she takes words out and
    /// puts none in.
    ///
    /// @param parts all of them; one that is absent or blank is gone
    /// @param confirming why passages name nobody about which the check asks
    /// @param revision that was looked at
    /// @throws ProblemException as [#publish]
    public CaseStory edit(
            Viewer.SignedIn viewer,
            long id,
            Facts entered,
            Map<Part, String> parts,
            List<Confirmation> confirming,
            int revision) {
        limits.take(Limit.POST, String.valueOf(viewer.personId()));
        Facts checked = entered.checked();
        var words = new EnumMap<Part, String>(Part.class);
        parts.forEach((part, body) -> words.put(part, Cases.words(part, body)));
        words.values().removeIf(String::isBlank);
        return transactions.write(
                viewer,
                () -> {
                    CaseRow row = finding.own(viewer, id);
                    CaseRights may = rules.of(row, viewer);
                    if (!may.withdraw()) {
                        throw CaseFinding.conflict("cases.moved-meanwhile");
                    }
                    var told = new Told(checked, words);
                    if (may.shorten()) {
                        Shortening.require(Told.of(row.facts(), finding.parts(row)), told);
                    }
                    clearing.hear(row, told, confirming);
                    clearing.require(row, told);
                    if (!rows.keep(id, revision, moment.now())
                            || !facts.keep(
                                    row, revision, checked, words.getOrDefault(Part.STORY, ""))) {
                        throw CaseFinding.conflict("cases.changed-meanwhile");
                    }
                    replace(id, words);
                    edits.forget(id);
                    changes.append(viewer.personId(), CaseFinding.ref(id), What.AUDIENCE);
                    return finding.seen(viewer, id);
                });
    }

    private void replace(long id, Map<Part, String> words) {
        sections.replace(
                id,
                Markdown.VERSION,
                words.keySet().stream().map(Part::code).toArray(String[]::new),
                words.values().toArray(String[]::new),
                words.entrySet().stream()
                        .map(one -> html(id, one.getKey(), one.getValue()))
                        .toArray(String[]::new));
    }

    /// Asks moderators to show again what is hidden: once, until they have decided.
    ///
    /// @param revision that was looked at
    /// @param words for them; may be empty
    /// @throws ProblemException not found, forbidden; conflict, when it is not hidden, or it was
    ///   asked before, or something was said in it since
    public void askAgain(Viewer.SignedIn viewer, long id, int revision, String words) {
        limits.take(Limit.POST, String.valueOf(viewer.personId()));
        String said = Entry.note("note", words);
        transactions.run(
                viewer,
                () -> {
                    CaseRow row = finding.own(viewer, id);
                    if (!rules.of(row, viewer).word()
                            || row.stands() != CaseState.HIDDEN
                            || row.againAt() != null) {
                        throw CaseFinding.conflict("cases.moved-meanwhile");
                    }
                    if (!rows.askAgain(id, revision, said, moment.now())) {
                        throw CaseFinding.conflict("cases.changed-meanwhile");
                    }
                    changes.append(viewer.personId(), CaseFinding.ref(id), What.AUDIENCE);
                });
    }

    /// Takes a story back for good: others do not read it any more from now on, anywhere.
    ///
    /// @param reason for moderators, who go on reading it
    /// @throws ProblemException not found, forbidden; invalid on `reason`; conflict, when it is
    ///   read by nobody anyway
    public void withdraw(Viewer.SignedIn viewer, long id, String reason) {
        String why = Entry.reason(reason);
        transactions.run(
                viewer,
                () -> {
                    CaseRow row = finding.own(viewer, id);
                    // While the wall still shows it to her.
                    edits.forget(id);
                    if (!rules.of(row, viewer).withdraw()
                            || !rows.move(id, row.state(), CaseState.WITHDRAWN.code(), why)) {
                        throw CaseFinding.conflict("cases.moved-meanwhile");
                    }
                    changes.append(viewer.personId(), CaseFinding.ref(id), What.AUDIENCE);
                });
    }
}
