package rounds.cases;

import jakarta.inject.Singleton;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.platform.markdown.Markdown;

import java.util.Comparator;
import java.util.List;

/// Finds the story of which a deed speaks; needs the viewer's running transaction.
@Singleton
final class CaseFinding {
    private final CaseRepository rows;
    private final SectionRepository sections;
    private final CaseRules rules;
    private final Markdown markdown;

    CaseFinding(
            CaseRepository rows, SectionRepository sections, CaseRules rules, Markdown markdown) {
        this.rows = rows;
        this.sections = sections;
        this.rules = rules;
        this.markdown = markdown;
    }

    /// @throws ProblemException not found, also for who may not read it
    CaseRow row(long id) {
        return rows.seen(id).orElseThrow(ProblemException::notFound);
    }

    /// One that the viewer wrote.
    ///
    /// @throws ProblemException not found; forbidden, for somebody else's
    CaseRow own(Viewer.SignedIn viewer, long id) {
        CaseRow row = row(id);
        if (!row.writtenBy(viewer)) {
            throw new ProblemException(new Problem.Forbidden("cases.not-yours"));
        }
        return row;
    }

    /// The same while it is a draft.
    ///
    /// @throws ProblemException conflict, when it is none any more
    CaseRow draft(Viewer.SignedIn viewer, long id) {
        CaseRow row = own(viewer, id);
        if (row.stands() != CaseState.DRAFT) {
            throw conflict("cases.moved-meanwhile");
        }
        return row;
    }

    CaseStory seen(Viewer viewer, long id) {
        return seen(viewer, row(id));
    }

    CaseStory seen(Viewer viewer, CaseRow row) {
        return row.seenBy(viewer, parts(row), rules.of(row, viewer));
    }

    List<Section> parts(CaseRow row) {
        boolean draft = row.stands() == CaseState.DRAFT;
        return sections.of(row.id()).stream()
                .map(part -> part.section(draft, markdown, Ids.text(row.id())))
                .sorted(Comparator.comparing(Section::part))
                .toList();
    }

    static ProblemException conflict(String why) {
        return new ProblemException(new Problem.Conflict(why));
    }

    static ContentRef ref(long id) {
        return new ContentRef(ContentType.CASE_STORY, id);
    }
}
