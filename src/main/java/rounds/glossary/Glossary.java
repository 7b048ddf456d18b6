package rounds.glossary;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.community.Capability;
import rounds.community.CommunityLog;
import rounds.community.Policy;
import rounds.community.Standing;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.kernel.What;
import rounds.platform.Moment;
import rounds.platform.changes.Changes;
import rounds.platform.changes.Submissions;
import rounds.platform.database.Ids;
import rounds.platform.database.Transactions;
import rounds.platform.entry.Entry;
import rounds.platform.markdown.Html;
import rounds.platform.markdown.Markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the words of a community mean. Any member proposes one; those who curate enter, change,
/// merge and remove them.
@Singleton
public class Glossary {
    /// So many terms stand in one glossary: all of them come with one answer, to be found in texts.
    public static final int MOST = 1_000;

    /// So many wait in one community.
    static final int MOST_WAITING = 200;

    /// Of what waits, was declined or removed so many are shown.
    private static final int OTHERS = 300;

    private static final int REVISIONS = 100;

    private final TermRepository rows;
    private final Policy policy;
    private final CommunityLog log;
    private final Markdown markdown;
    private final Changes changes;
    private final Submissions submissions;
    private final Transactions transactions;
    private final Moment moment;

    Glossary(
            TermRepository rows,
            Policy policy,
            CommunityLog log,
            Markdown markdown,
            Changes changes,
            Submissions submissions,
            Transactions transactions,
            Moment moment) {
        this.rows = rows;
        this.policy = policy;
        this.log = log;
        this.markdown = markdown;
        this.changes = changes;
        this.submissions = submissions;
        this.transactions = transactions;
        this.moment = moment;
    }

    /// All that stands in it, in the order of the letters.
    public List<Term> all(Viewer viewer, long communityId) {
        return transactions.read(viewer, () -> shown(rows.standing(communityId, MOST)));
    }

    /// What waits, was declined or removed there, as far as the viewer sees it: her own proposals,
    /// and for who curates all.
    public List<Term> others(Viewer viewer, long communityId) {
        return transactions.read(viewer, () -> shown(rows.others(communityId, OTHERS)));
    }

    /// @throws ProblemException not found
    public Term one(Viewer viewer, long id) {
        return transactions.read(viewer, () -> row(id).shown(markdown));
    }

    /// What it said before, the latest first.
    ///
    /// @throws ProblemException not found; forbidden for who is no member
    public List<TermRevision> revisions(Viewer viewer, long id) {
        return transactions.read(
                viewer,
                () -> {
                    policy.require(Capability.SEE_REVISIONS, row(id).standing(viewer));
                    return rows.revisions(id, REVISIONS).stream()
                            .map(TermRevisionRow::revision)
                            .toList();
                });
    }

    /// By what it is known whether the words have changed for this viewer.
    public Wordbook wordbook(Viewer viewer, long communityId) {
        return transactions.read(viewer, () -> rows.wordbook(communityId));
    }

    /// Enters a term, or proposes it where the viewer does not curate.
    ///
    /// @param submission see [Submissions#claim]
    /// @throws ProblemException not found or forbidden; invalid with every field that cannot be
    ///   taken; a conflict where there is no room
    public Term add(
            Viewer.SignedIn viewer, String slug, TermWords entered, @Nullable String submission) {
        TermWords words = entered.checked();
        Html html = markdown.render(words.meaning());
        return transactions.write(
                viewer,
                () -> {
                    GlossaryRoomRow room = rows.room(slug).orElseThrow(ProblemException::notFound);
                    policy.require(Capability.PROPOSE_TERMS, room.standing(viewer));
                    boolean curates = policy.may(Capability.CURATE, room.standing(viewer));
                    long id = Ids.next();
                    Optional<ContentRef> made =
                            submissions.claim(viewer.personId(), submission, ref(id), said(words));
                    return made.isPresent()
                            ? row(made.get().id()).shown(markdown)
                            : add(viewer, room.id(), id, words, html, curates);
                });
    }

    private Term add(
            Viewer.SignedIn viewer,
            long communityId,
            long id,
            TermWords words,
            Html html,
            boolean curates) {
        requireFree(communityId, words, 0);
        TermState state = curates ? TermState.STANDING : TermState.PROPOSED;
        int made =
                rows.add(
                        id,
                        communityId,
                        state.code(),
                        words.name(),
                        words.expansion(),
                        words.meaning(),
                        html.value(),
                        html.version(),
                        words.language(),
                        words.counterpart(),
                        spellings(words),
                        words.reviewOn(),
                        curates ? MOST : MOST_WAITING,
                        moment.now());
        if (made == 0) {
            throw conflict("glossary.full");
        }
        if (curates) {
            note(viewer, communityId, "term_entered", words.name(), "");
        }
        changes.append(viewer.personId(), ref(id), What.CREATED);
        return row(id).shown(markdown);
    }

    private static List<?> said(TermWords words) {
        return List.of(
                words.name(),
                words.expansion(),
                words.meaning(),
                words.language(),
                words.counterpart(),
                words.spellings(),
                String.valueOf(words.reviewOn()));
    }

    /// A word stands once in a language, however it is written.
    private void requireFree(long communityId, TermWords words, long except) {
        rows.named(communityId, words.name())
                .filter(other -> other.id() != except)
                .filter(other -> other.language().equals(words.language()))
                .ifPresent(other -> {
                    throw ProblemException.invalid("name", "glossary.name.taken", other.name());
                });
    }

    /// Says something else of it; what stood there is kept. A proposal may be mended before it is
    /// taken.
    ///
    /// @param revision that was edited; null: whichever it is now
    public Term edit(
            Viewer.SignedIn viewer, long id, TermWords entered, @Nullable Integer revision) {
        TermWords words = entered.checked();
        Html html = markdown.render(words.meaning());
        return transactions.write(
                viewer,
                () -> {
                    TermRow row = curated(viewer, id);
                    if (revision != null && revision != row.revision()) {
                        throw conflict("glossary.edited-meanwhile");
                    }
                    if (row.is() == TermState.STANDING) {
                        requireFree(row.communityId(), words, id);
                    }
                    write(row, words, html);
                    note(viewer, row.communityId(), "term_changed", words.name(), "");
                    changes.append(viewer.personId(), ref(id), What.EDITED);
                    return row(id).shown(markdown);
                });
    }

    private void write(TermRow row, TermWords words, Html html) {
        rows.keep(row.id(), moment.now());
        rows.edit(
                row.id(),
                words.name(),
                words.expansion(),
                words.meaning(),
                html.value(),
                html.version(),
                words.language(),
                words.counterpart(),
                spellings(words),
                words.reviewOn(),
                moment.now());
    }

    /// Takes a proposal into the glossary, or brings back what was removed.
    ///
    /// @throws ProblemException invalid on `name` where a term of that name stands there by now
    public Term take(Viewer.SignedIn viewer, long id) {
        return transactions.write(
                viewer,
                () -> {
                    TermRow row = curated(viewer, id);
                    if (row.is() == TermState.STANDING) {
                        return row.shown(markdown);
                    }
                    requireFree(row.communityId(), words(row), id);
                    if (rows.wordbook(row.communityId()).terms() >= MOST) {
                        throw conflict("glossary.full");
                    }
                    move(viewer, row, TermState.STANDING, "");
                    String act = row.is() == TermState.REMOVED ? "term_restored" : "term_taken";
                    note(viewer, row.communityId(), act, row.name(), "");
                    return row(id).shown(markdown);
                });
    }

    /// Does not take a proposal; whoever made it reads why.
    public void decline(Viewer.SignedIn viewer, long id, String why) {
        String reason = Entry.reason(why);
        transactions.run(
                viewer,
                () -> {
                    TermRow row = curated(viewer, id);
                    requireState(row, TermState.PROPOSED);
                    move(viewer, row, TermState.DECLINED, reason);
                    note(viewer, row.communityId(), "term_declined", row.name(), reason);
                });
    }

    /// Takes back what the viewer proposed herself, while it does not stand in the glossary.
    public void takeBack(Viewer.SignedIn viewer, long id) {
        transactions.run(
                viewer,
                () -> {
                    TermRow row = row(id);
                    if (row.proposedBy() != viewer.personId() || rows.takeBack(id) == 0) {
                        throw conflict("glossary.meanwhile");
                    }
                    changes.append(viewer.personId(), ref(id), What.AUDIENCE);
                });
    }

    /// Takes it out of the glossary; those who curate can bring it back.
    public void remove(Viewer.SignedIn viewer, long id) {
        transactions.run(
                viewer,
                () -> {
                    TermRow row = curated(viewer, id);
                    requireState(row, TermState.STANDING);
                    move(viewer, row, TermState.REMOVED, "");
                    note(viewer, row.communityId(), "term_removed", row.name(), "");
                });
    }

    /// Puts a term into another that says the same: from now on its name and its spellings are
    /// other spellings of that one. Its own words are kept with what was removed.
    ///
    /// @param into what the other is called
    /// @throws ProblemException invalid on `into` where nothing else is called so
    /// @return the other one
    public Term merge(Viewer.SignedIn viewer, long id, String into) {
        String name = Entry.line("into", into, TermWords.LONGEST_NAME);
        return transactions.write(
                viewer,
                () -> {
                    TermRow row = curated(viewer, id);
                    TermRow goal =
                            rows.named(row.communityId(), name)
                                    .filter(other -> other.id() != id)
                                    .orElseThrow(() ->
                                            ProblemException.invalid(
                                                    "into", "glossary.merge.unknown", name));
                    requireState(row, TermState.STANDING);
                    move(viewer, row, TermState.REMOVED, "");
                    write(curated(viewer, goal.id()), joined(goal, row).checked(), html(goal));
                    changes.append(viewer.personId(), ref(goal.id()), What.EDITED);
                    note(
                            viewer,
                            row.communityId(),
                            "term_merged",
                            row.name() + " → " + goal.name(),
                            "");
                    return row(goal.id()).shown(markdown);
                });
    }

    private static Html html(TermRow row) {
        return new Html(row.html(), row.htmlVersion());
    }

    private static TermWords joined(TermRow goal, TermRow merged) {
        TermWords words = words(goal);
        var spellings = new ArrayList<>(words.spellings());
        spellings.add(merged.name());
        spellings.addAll(List.of(merged.spellings()));
        return new TermWords(
                words.name(),
                words.expansion(),
                words.meaning(),
                words.language(),
                words.counterpart(),
                spellings.stream().distinct().toList(),
                words.reviewOn());
    }

    private static TermWords words(TermRow row) {
        return new TermWords(
                row.name(),
                row.expansion(),
                row.meaning(),
                row.language(),
                row.counterpart(),
                List.of(row.spellings()),
                row.reviewOn());
    }

    private void move(Viewer.SignedIn viewer, TermRow row, TermState becomes, String reason) {
        if (rows.move(row.id(), row.state(), becomes.code(), reason, moment.now()) == 0) {
            throw conflict("glossary.meanwhile");
        }
        changes.append(viewer.personId(), ref(row.id()), What.AUDIENCE);
    }

    private static void requireState(TermRow row, TermState state) {
        if (row.is() != state) {
            throw conflict("glossary.meanwhile");
        }
    }

    private TermRow row(long id) {
        return rows.seen(id).orElseThrow(ProblemException::notFound);
    }

    private TermRow curated(Viewer.SignedIn viewer, long id) {
        Standing standing = row(id).standing(viewer);
        policy.require(Capability.CURATE, standing);
        return rows.hold(id).flatMap(rows::seen).orElseThrow(ProblemException::notFound);
    }

    private void note(
            Viewer.SignedIn viewer, long communityId, String act, String name, String reason) {
        log.add(viewer, communityId, act, name, reason);
    }

    private List<Term> shown(List<TermRow> found) {
        return found.stream().map(row -> row.shown(markdown)).toList();
    }

    private static String[] spellings(TermWords words) {
        return words.spellings().toArray(String[]::new);
    }

    private static ContentRef ref(long id) {
        return new ContentRef(ContentType.TERM, id);
    }

    private static ProblemException conflict(String why) {
        return new ProblemException(new Problem.Conflict(why));
    }
}
