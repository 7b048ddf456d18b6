package rounds.topics;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.community.CommunityLog;
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
import rounds.platform.limits.Limit;
import rounds.platform.limits.Limits;
import rounds.platform.markdown.Html;
import rounds.platform.markdown.Markdown;

import java.util.List;
import java.util.Optional;

/// Members say how they would word a summary; whoever tends the topic takes it in or says why not.
@Singleton
public class Suggestions {
    /// That wait, of one person in one topic.
    static final int MOST_WAITING = 10;

    private static final int MOST = 100;

    private final SuggestionRepository rows;
    private final Summaries summaries;
    private final TopicFinding finding;
    private final Markdown markdown;
    private final CommunityLog log;
    private final Submissions submissions;
    private final Limits limits;
    private final Changes changes;
    private final Transactions transactions;
    private final Moment moment;

    Suggestions(
            SuggestionRepository rows,
            Summaries summaries,
            TopicFinding finding,
            Markdown markdown,
            CommunityLog log,
            Submissions submissions,
            Limits limits,
            Changes changes,
            Transactions transactions,
            Moment moment) {
        this.rows = rows;
        this.summaries = summaries;
        this.finding = finding;
        this.markdown = markdown;
        this.log = log;
        this.submissions = submissions;
        this.limits = limits;
        this.changes = changes;
        this.transactions = transactions;
        this.moment = moment;
    }

    /// What was suggested for a topic: what waits first; nothing for who is no member.
    public List<Suggestion> of(Viewer viewer, long topic) {
        return transactions.read(
                viewer,
                () -> rows.of(topic, MOST).stream().map(row -> row.suggestion(viewer)).toList());
    }

    /// @throws ProblemException not found, also for who is no member
    public Suggestion suggestion(Viewer viewer, long id) {
        return transactions.read(viewer, () -> find(viewer, id));
    }

    private Suggestion find(Viewer viewer, long id) {
        return rows.find(id)
                .map(row -> row.suggestion(viewer))
                .orElseThrow(ProblemException::notFound);
    }

    /// Suggests another wording.
    ///
    /// @param body the whole summary as she wants it
    /// @param entered why; may be empty
    /// @param base the number of the version that she changed
    /// @param submission by which the same request, sent twice, is known
    /// @throws ProblemException not found; forbidden, for who is no member; invalid on `body`, also
    ///   where it says what stands there, or `why`; conflict, when the topic is not under way, or
    ///   too many of hers wait
    public Suggestion suggest(
            Viewer.SignedIn viewer,
            long topicId,
            String body,
            String entered,
            int base,
            @Nullable String submission) {
        limits.take(Limit.POST, String.valueOf(viewer.personId()));
        String words = Entry.body(body);
        String why = Entry.line("why", entered, Suggestion.LONGEST_WHY);
        // What cannot be laid out is refused to who wrote it, not to who takes it.
        markdown.render(words, TopicRow.prefix(topicId));
        return transactions.write(
                viewer,
                () -> {
                    Topic topic = finding.takenPartIn(viewer, topicId);
                    if (words.strip().equals(summaries.text(viewer, topicId).body().strip())) {
                        throw ProblemException.invalid("body", "topics.suggestion.same");
                    }
                    var made = new ContentRef(ContentType.TOPIC, Ids.next());
                    Optional<ContentRef> before =
                            submissions.claim(
                                    viewer.personId(),
                                    submission,
                                    made,
                                    List.of(topicId, words, why));
                    if (before.isPresent()) {
                        return find(viewer, before.get().id());
                    }
                    if (rows.make(
                                    made.id(),
                                    topicId,
                                    topic.communityId(),
                                    base,
                                    words,
                                    why,
                                    MOST_WAITING,
                                    moment.now())
                            == 0) {
                        throw TopicFinding.conflict("topics.suggestion.too-many");
                    }
                    changes.append(viewer.personId(), topic.ref(), What.MARKED);
                    return find(viewer, made.id());
                });
    }

    /// Takes a suggestion in: another version, which names who suggested it.
    ///
    /// @param body the text that is taken; where the summary has moved on, put together with it
    /// @param base the number of the version that this goes on from
    /// @return false when the summary has moved on since: nothing was changed
    /// @throws ProblemException not found, forbidden; invalid on `body`; conflict, when it was
    ///   decided meanwhile
    public boolean accept(Viewer.SignedIn viewer, long id, String body, int base) {
        limits.take(Limit.POST, String.valueOf(viewer.personId()));
        String words = Entry.body(body);
        Suggestion seen = suggestion(viewer, id);
        Html html = markdown.render(words, TopicRow.prefix(seen.topicId()));
        return transactions.write(
                viewer,
                () -> {
                    Suggestion waiting = waiting(viewer, id);
                    Topic topic = finding.tended(viewer, waiting.topicId());
                    String note = Entry.line("note", cut(waiting.why()), Summary.LONGEST_NOTE);
                    if (!summaries.write(topic, base, words, html, note, waiting.by().id())) {
                        return false;
                    }
                    settle(id, Suggestion.State.ACCEPTED, "");
                    log.add(
                            viewer,
                            topic.communityId(),
                            "topic_suggestion_accepted",
                            topic.ref(),
                            waiting.by().id(),
                            "",
                            "");
                    summaries.told(viewer, topic, base + 1, note);
                    return true;
                });
    }

    private static String cut(String why) {
        return why.codePointCount(0, why.length()) <= Summary.LONGEST_NOTE
                ? why
                : why.substring(0, why.offsetByCodePoints(0, Summary.LONGEST_NOTE - 1)) + "…";
    }

    /// Says why a suggestion is not taken.
    ///
    /// @throws ProblemException not found, forbidden; invalid on `reason`; conflict, when it was
    ///   decided meanwhile
    public void decline(Viewer.SignedIn viewer, long id, String entered) {
        String reason = Entry.line("reason", Entry.reason(entered), 1_000);
        transactions.run(
                viewer,
                () -> {
                    Suggestion waiting = waiting(viewer, id);
                    Topic topic = finding.tended(viewer, waiting.topicId());
                    settle(id, Suggestion.State.DECLINED, reason);
                    log.add(
                            viewer,
                            topic.communityId(),
                            "topic_suggestion_declined",
                            topic.ref(),
                            waiting.by().id(),
                            "",
                            reason);
                    changes.append(viewer.personId(), topic.ref(), What.MARKED);
                });
    }

    /// Takes back what the viewer suggested.
    ///
    /// @throws ProblemException not found; forbidden, for somebody else's; conflict, when it was
    ///   decided meanwhile
    public void takeBack(Viewer.SignedIn viewer, long id) {
        transactions.run(
                viewer,
                () -> {
                    Suggestion waiting = waiting(viewer, id);
                    if (!waiting.own()) {
                        throw new ProblemException(new Problem.Forbidden("topics.not-tended"));
                    }
                    settle(id, Suggestion.State.WITHDRAWN, "");
                    changes.append(viewer.personId(), Topic.ref(waiting.topicId()), What.MARKED);
                });
    }

    private Suggestion waiting(Viewer viewer, long id) {
        Suggestion found = find(viewer, id);
        if (!found.isWaiting()) {
            throw TopicFinding.conflict("topics.suggestion.decided");
        }
        return found;
    }

    private void settle(long id, Suggestion.State state, String reason) {
        if (rows.settle(id, state.code(), reason, moment.now()) == 0) {
            throw TopicFinding.conflict("topics.suggestion.decided");
        }
    }
}
