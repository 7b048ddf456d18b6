package rounds.cases;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.community.Capability;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.Moment;
import rounds.platform.changes.Submissions;
import rounds.platform.database.Ids;
import rounds.platform.database.Transactions;
import rounds.platform.entry.Entry;
import rounds.platform.entry.Tongue;
import rounds.platform.limits.Limit;
import rounds.platform.limits.Limits;
import rounds.platform.markdown.Markdown;

import java.util.List;
import java.util.Optional;

/// Case stories: begin one, write in it, read it. A draft is its author's alone, and is saved part
/// by part while she writes.
@Singleton
public class Cases {
    static final int MOST_DRAFTS = 100;

    private final CaseRepository rows;
    private final SectionRepository sections;
    private final CaseFinding finding;
    private final FactsKeeping facts;
    private final CaseRules rules;
    private final Submissions submissions;
    private final Limits limits;
    private final Transactions transactions;
    private final Moment moment;

    Cases(
            CaseRepository rows,
            SectionRepository sections,
            CaseFinding finding,
            FactsKeeping facts,
            CaseRules rules,
            Submissions submissions,
            Limits limits,
            Transactions transactions,
            Moment moment) {
        this.rows = rows;
        this.sections = sections;
        this.finding = finding;
        this.facts = facts;
        this.rules = rules;
        this.submissions = submissions;
        this.limits = limits;
        this.transactions = transactions;
        this.moment = moment;
    }

    /// Begins a draft in a community.
    ///
    /// @param title may be empty
    /// @param submission by which the same request, sent twice, is known
    /// @throws ProblemException not found, forbidden; conflict, for whoever has too many drafts
    public CaseStory start(
            Viewer.SignedIn viewer, String slug, String title, @Nullable String submission) {
        limits.take(Limit.POST, String.valueOf(viewer.personId()));
        String named = title.isBlank() ? "" : Entry.title(title);
        return transactions.write(
                viewer,
                () -> {
                    CaseRoomRow room = rows.room(slug).orElseThrow(ProblemException::notFound);
                    rules.require(Capability.TELL, room.standing(viewer), false);
                    var made = new ContentRef(ContentType.CASE_STORY, Ids.next());
                    Optional<ContentRef> before =
                            submissions.claim(
                                    viewer.personId(), submission, made, List.of(slug, named));
                    if (before.isEmpty() && begin(made.id(), room, named) == 0) {
                        throw CaseFinding.conflict("cases.drafts.too-many");
                    }
                    return finding.seen(viewer, before.orElse(made).id());
                });
    }

    private int begin(long id, CaseRoomRow room, String title) {
        return rows.begin(
                id,
                room.id(),
                title,
                Tongue.of(title, "en"),
                room.visibility(),
                MOST_DRAFTS,
                moment.now());
    }

    /// @throws ProblemException not found, also for who may not read it
    public CaseStory story(Viewer viewer, long id) {
        return transactions.read(viewer, () -> finding.seen(viewer, id));
    }

    /// Saves a part of a draft as it is typed.
    ///
    /// @param body Markdown; may be empty, at most [Section#LONGEST] characters
    /// @param seen the revision that it goes on from; 0: nothing was there
    /// @throws ProblemException not found, forbidden; invalid on the part; conflict, when it is no
    ///   draft any more
    public Saving save(Viewer.SignedIn viewer, long id, Part part, String body, int seen) {
        limits.take(Limit.DRAFT, String.valueOf(viewer.personId()));
        String words = words(part, body);
        return transactions.write(
                viewer,
                () -> {
                    if (rows.touch(id, moment.now()) == 0) {
                        finding.draft(viewer, id);
                        throw ProblemException.notFound();
                    }
                    return sections.save(id, part.code(), words, seen).stream()
                            .findFirst()
                            .<Saving>map(Saving.Saved::new)
                            .orElseGet(() -> meanwhile(id, part));
                });
    }

    static String words(Part part, String body) {
        String words = Markdown.tidy(body);
        int length = words.codePointCount(0, words.length());
        if (length > Section.LONGEST) {
            throw ProblemException.invalid(
                    part.code(), "forum.note.too-long", length, Section.LONGEST);
        }
        return words;
    }

    private Saving meanwhile(long id, Part part) {
        return sections.one(id, part.code())
                .map(row -> new Saving.Meanwhile(row.body(), row.revision()))
                .orElseGet(() -> new Saving.Meanwhile("", 0));
    }

    /// Says what is said of a case beside its telling: all of it, in place of what was said before.
    ///
    /// @param revision that was looked at
    /// @throws ProblemException not found, forbidden; invalid, with every field that cannot be
    ///   taken; conflict, when something else was said since
    public CaseStory describe(Viewer.SignedIn viewer, long id, Facts entered, int revision) {
        limits.take(Limit.DRAFT, String.valueOf(viewer.personId()));
        Facts checked = entered.checked();
        return transactions.write(
                viewer,
                () -> {
                    CaseRow row = finding.draft(viewer, id);
                    String heard =
                            sections.one(id, Part.STORY.code()).map(SectionRow::body).orElse("");
                    if (!facts.keep(row, revision, checked, heard)) {
                        throw CaseFinding.conflict("cases.changed-meanwhile");
                    }
                    return finding.seen(viewer, id);
                });
    }

    /// Records by what right the case is told.
    ///
    /// @throws ProblemException not found, forbidden; invalid; conflict, when it is neither a draft
    ///   nor read
    public void authorise(Viewer.SignedIn viewer, long id, Authority entered) {
        Authority checked = entered.checked();
        transactions.run(
                viewer,
                () -> {
                    CaseRow row = finding.own(viewer, id);
                    if (!rules.of(row, viewer).word()) {
                        throw CaseFinding.conflict("cases.moved-meanwhile");
                    }
                    rows.authorise(
                            id,
                            row.communityId(),
                            checked.ground().code(),
                            checked.ofWhom(),
                            checked.on(),
                            checked.reference(),
                            moment.now());
                });
    }

    /// By what right it is told; empty while nobody has said.
    ///
    /// @throws ProblemException not found; forbidden, for all but its author and moderators
    public Optional<Authority> authority(Viewer viewer, long id) {
        return transactions.read(
                viewer,
                () -> {
                    if (!rules.of(finding.row(id), viewer).inside()) {
                        throw new ProblemException(new Problem.Forbidden("cases.inside"));
                    }
                    return rows.authority(id).stream().findFirst().map(AuthorityRow::authority);
                });
    }

    /// Throws a draft away, with all that was written in it.
    public void throwAway(Viewer.SignedIn viewer, long id) {
        transactions.run(
                viewer,
                () -> {
                    finding.draft(viewer, id);
                    if (rows.throwAway(id) == 0) {
                        throw CaseFinding.conflict("cases.moved-meanwhile");
                    }
                });
    }
}
