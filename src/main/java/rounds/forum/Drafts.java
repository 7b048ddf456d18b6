package rounds.forum;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.Moment;
import rounds.platform.database.Ids;
import rounds.platform.database.Transactions;
import rounds.platform.limits.Limit;
import rounds.platform.limits.Limits;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What people have begun to write and not sent. A draft is for its author's eyes only. It goes
/// when what was written in it is posted ([Written]), when she throws it away, or when she has not
/// come back to it for [#KEPT].
@Singleton
public class Drafts {
    /// Longer than a long leave.
    public static final Duration KEPT = Duration.ofDays(180);

    /// Nobody writes in more places at a time, and no program fills the disk.
    public static final int MOST = 100;

    /// To a resource, as it is typed.
    private static final String LINK = "\\[\\[r:[0-9a-z]{13}\\]\\]";

    private final DraftRepository drafts;
    private final Beginnings beginnings;
    private final References references;
    private final Limits limits;
    private final Moment moment;
    private final Transactions transactions;

    Drafts(
            DraftRepository drafts,
            Beginnings beginnings,
            References references,
            Limits limits,
            Moment moment,
            Transactions transactions) {
        this.drafts = drafts;
        this.beginnings = beginnings;
        this.references = references;
        this.limits = limits;
        this.moment = moment;
        this.transactions = transactions;
    }

    /// Saves what has been typed so far.
    ///
    /// @param revision of the draft it goes on from; 0 begins one
    /// @throws ProblemException invalid, for what is too long to be kept; not found or forbidden,
    ///   where nothing of hers can stand, or the draft is gone; conflict, if she has [#MOST]
    public Keeping keep(Viewer.SignedIn author, DraftPlace place, DraftWords typed, int revision) {
        limits.take(Limit.DRAFT, String.valueOf(author.personId()));
        DraftWords words = typed.kept();
        return transactions.write(
                author,
                () -> {
                    boolean kept =
                            revision == 0
                                    ? beginnings.begin(author, place, words)
                                    : goOn(place, words, revision);
                    Draft now = drafts.at(place.text()).map(DraftRow::draft).orElse(null);
                    if (now == null) {
                        throw revision == 0
                                ? new ProblemException(new Problem.Conflict("drafts.too-many"))
                                : ProblemException.notFound();
                    }
                    // The same words once more, after an answer that was lost on its way.
                    return kept || now.words().equals(words)
                            ? new Keeping.Saved(now)
                            : new Keeping.Meanwhile(now);
                });
    }

    private boolean goOn(DraftPlace place, DraftWords words, int revision) {
        return drafts.goOn(
                        place.text(),
                        revision,
                        words.kind(),
                        words.title(),
                        words.tags(),
                        words.body(),
                        words.language(),
                        words.madeFrom(),
                        words.seen(),
                        words.poll().stored(),
                        words.to(),
                        words.note(),
                        moment.now())
                == 1;
    }

    /// What she has begun in this place.
    public Optional<Draft> at(Viewer.SignedIn author, DraftPlace place) {
        return transactions.read(author, () -> drafts.at(place.text()).map(DraftRow::draft));
    }

    /// @throws ProblemException not found, also for another's
    public Draft draft(Viewer.SignedIn author, long id) {
        return transactions.read(
                author,
                () -> drafts.find(id).map(DraftRow::draft).orElseThrow(ProblemException::notFound));
    }

    /// All of hers, the one she wrote in last first.
    public List<DraftSummary> mine(Viewer.SignedIn author) {
        return transactions.read(author, () -> named(drafts.mine(MOST)));
    }

    /// What she can no longer open stays as it was typed: the list is her only copy.
    private List<DraftSummary> named(List<DraftSummary> mine) {
        Map<String, String> openings =
                references.spoken(
                        mine.stream()
                                .filter(draft -> draft.path() != null)
                                .map(DraftSummary::opening)
                                .toList());
        return mine.stream()
                .map(draft ->
                        draft.path() == null
                                ? draft
                                : draft.withOpening(
                                        openings.getOrDefault(draft.opening(), draft.opening())))
                .toList();
    }

    /// One of hers as the list shows it.
    ///
    /// @throws ProblemException not found, also for another's
    public DraftSummary mine(Viewer.SignedIn author, long id) {
        return mine(author).stream()
                .filter(draft -> draft.id() == id)
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    /// Where answers that she has begun lead to these resources by a link; the address of each, by
    /// the id of the resource.
    public Map<Long, String> leadingTo(Viewer.SignedIn author, List<Long> resources) {
        if (resources.isEmpty()) {
            return Map.of();
        }
        return transactions.read(
                author,
                () -> {
                    String[] links =
                            resources.stream()
                                    .map(id -> "[[r:" + Ids.text(id) + "]]")
                                    .toArray(String[]::new);
                    List<DraftHolding> found = drafts.answersHolding(links, LINK);
                    var paths = new HashMap<Long, String>();
                    if (!found.isEmpty()) {
                        List<DraftSummary> hers = drafts.mine(MOST);
                        for (DraftHolding one : found) {
                            hers.stream()
                                    .filter(draft -> draft.id() == one.id())
                                    .map(DraftSummary::path)
                                    .filter(Objects::nonNull)
                                    .findFirst()
                                    .ifPresent(path ->
                                            paths.put(resources.get(one.number() - 1), path));
                        }
                    }
                    return paths;
                });
    }

    /// @throws ProblemException not found, also for another's
    public void throwAway(Viewer.SignedIn author, long id) {
        int gone = transactions.write(author, () -> drafts.throwAway(id));
        if (gone == 0) {
            throw ProblemException.notFound();
        }
    }

    /// The same for what another feature stored a moment ago; what another device saved since
    /// stays.
    public void posted(Viewer.SignedIn author, @Nullable Written written) {
        if (written != null) {
            transactions.write(author, () -> drafts.sent(written.draft(), written.revision()));
        }
    }

    /// What was written in it is stored. Runs inside the author's transaction.
    void sent(@Nullable Written written) {
        if (written != null) {
            drafts.sent(written.draft(), written.revision());
        }
    }
}
