package rounds.topics;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.community.CommunityLog;
import rounds.kernel.ContentRef;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.kernel.What;
import rounds.platform.Moment;
import rounds.platform.changes.Changes;
import rounds.platform.database.Transactions;
import rounds.platform.difference.Merge;
import rounds.platform.entry.Entry;
import rounds.platform.limits.Limit;
import rounds.platform.limits.Limits;
import rounds.platform.markdown.Html;
import rounds.platform.markdown.Markdown;

import java.util.List;
import java.util.stream.Stream;

/// The living summary of a topic: its curators write it version by version, and know what its
/// sources say.
@Singleton
public class Summaries {
    /// So many sources are seen at once.
    public static final int SHOWN = 40;

    private static final int MOST_VERSIONS = 200;

    private final SummaryRepository rows;
    private final SourceRepository sources;
    private final TopicFinding finding;
    private final Citing citing;
    private final Markdown markdown;
    private final CommunityLog log;
    private final Limits limits;
    private final Changes changes;
    private final Transactions transactions;
    private final Moment moment;

    Summaries(
            SummaryRepository rows,
            SourceRepository sources,
            TopicFinding finding,
            Citing citing,
            Markdown markdown,
            CommunityLog log,
            Limits limits,
            Changes changes,
            Transactions transactions,
            Moment moment) {
        this.rows = rows;
        this.sources = sources;
        this.finding = finding;
        this.citing = citing;
        this.markdown = markdown;
        this.log = log;
        this.limits = limits;
        this.changes = changes;
        this.transactions = transactions;
        this.moment = moment;
    }

    /// What stands there, as it was written.
    ///
    /// @throws ProblemException not found, also for who may not read the topic
    public SummaryText text(Viewer viewer, long id) {
        return transactions.read(viewer, () -> standing(finding.row(id).summary(), id));
    }

    private SummaryText standing(int number, long id) {
        return number == 0 ? SummaryText.NONE : rows.text(id, number).orElse(SummaryText.NONE);
    }

    /// Saves another version.
    ///
    /// @param body Markdown; what it cites is read from its links
    /// @param entered what changed, in a line; may be empty
    /// @param base the number of the version that it goes on from; 0: none was written
    /// @param looked whether its curator says that she knows what all its sources say now
    /// @throws ProblemException not found; forbidden, for who does not tend it; invalid on `body`
    ///   or `note`; conflict, when the topic is not under way
    public SummarySaving save(
            Viewer.SignedIn viewer, long id, String body, String entered, int base, Looked looked) {
        limits.take(Limit.POST, String.valueOf(viewer.personId()));
        String words = Entry.body(body);
        String note = Entry.line("note", entered, Summary.LONGEST_NOTE);
        Html html = markdown.render(words, TopicRow.prefix(id));
        var met =
                transactions.write(
                        viewer,
                        () -> {
                            Topic topic = tended(viewer, id);
                            if (!write(topic, base, words, html, note, null)) {
                                SummaryText theirs = standing(now(topic), id);
                                // Sent twice: it stands there already.
                                return theirs.body().equals(words)
                                        ? new Met(topic, null, null)
                                        : new Met(topic, text(id, base), theirs);
                            }
                            if (looked == Looked.AT_ALL) {
                                rows.look(id, null, null, moment.now());
                            }
                            told(viewer, topic, base + 1, note);
                            return new Met(finding.seen(viewer, id), null, null);
                        });
        return met.theirs == null || met.base == null
                ? new SummarySaving.Saved(met.topic)
                : meanwhile(met.base.body(), words, met.theirs);
    }

    private static SummarySaving meanwhile(String base, String hers, SummaryText theirs) {
        String merged = Merge.of(base, hers, theirs.body()).orElse(null);
        return new SummarySaving.Meanwhile(
                base,
                theirs.body(),
                theirs.number(),
                merged == null ? Merge.keepingBoth(base, hers, theirs.body()) : merged,
                merged == null);
    }

    /// Whether a curator says that she has looked at all sources.
    public enum Looked {
        AT_ALL,
        NOT
    }

    private record Met(Topic topic, @Nullable SummaryText base, @Nullable SummaryText theirs) {}

    private static int now(Topic topic) {
        return topic.summary() == null ? 0 : topic.summary().number();
    }

    private SummaryText text(long id, int number) {
        return rows.text(id, number).orElse(SummaryText.NONE);
    }

    /// One that the viewer tends, while it is under way.
    private Topic tended(Viewer.SignedIn viewer, long id) {
        Topic topic = finding.tended(viewer, id);
        if (!topic.state().isUnderWay()) {
            throw TopicFinding.conflict("topics.not-under-way");
        }
        return topic;
    }

    /// False when another version stands there since. Needs the running transaction of somebody who
    /// tends it.
    boolean write(
            Topic topic,
            int base,
            String body,
            Html html,
            String note,
            @Nullable Long suggestedBy) {
        if (rows.raise(topic.id(), base + 1, moment.now()) == 0) {
            return false;
        }
        rows.write(
                topic.id(),
                base + 1,
                topic.communityId(),
                body,
                html.value(),
                html.version(),
                note,
                suggestedBy,
                moment.now());
        List<Cited> cited = citing.in(html.value());
        rows.cite(
                topic.id(),
                cited.stream().map(one -> one.content().type().code()).toArray(String[]::new),
                cited.stream().map(one -> one.content().id()).toArray(Long[]::new),
                cited.stream().map(Cited::page).toArray(Integer[]::new),
                moment.now());
        return true;
    }

    /// Writes down that a version was saved, and tells whom it concerns.
    void told(Viewer.SignedIn viewer, Topic topic, int number, String note) {
        log.add(
                viewer,
                topic.communityId(),
                "topic_summarised",
                topic.ref(),
                null,
                String.valueOf(number),
                note);
        rows.read(topic.id(), number, moment.now());
        changes.append(viewer.personId(), topic.ref(), What.AUDIENCE);
    }

    /// What the summary cites and what became of that; for who tends the topic also what she may
    /// not read, or what is gone. Empty where nothing is written.
    public List<Source> sources(Viewer viewer, Topic topic) {
        Sources all = sources(viewer, topic, 0, Citing.MOST);
        return Stream.concat(all.shown().stream(), all.gone().stream()).toList();
    }

    /// The same, so many as a reader wants to see at once.
    ///
    /// @param after so many come before them
    public Sources sources(Viewer viewer, Topic topic, int after) {
        return sources(viewer, topic, Math.clamp(after, 0, Citing.MOST), SHOWN);
    }

    private Sources sources(Viewer viewer, Topic topic, int after, int limit) {
        return topic.summary() == null
                ? Sources.NONE
                : transactions.read(
                        viewer,
                        () ->
                                Sources.of(
                                        after,
                                        topic.may().curate()
                                                ? sources.all(topic.id(), after, limit)
                                                : sources.read(topic.id(), after, limit)));
    }

    /// Says that the viewer, who tends the topic, knows what this source says now.
    ///
    /// @throws ProblemException not found; forbidden, for who does not tend it
    public void look(Viewer.SignedIn viewer, long id, ContentRef source) {
        transactions.run(
                viewer,
                () -> {
                    Topic topic = finding.tended(viewer, id);
                    if (rows.look(id, source.type().code(), source.id(), moment.now()) == 0) {
                        throw ProblemException.notFound();
                    }
                    log.add(
                            viewer,
                            topic.communityId(),
                            "topic_source_seen",
                            topic.ref(),
                            null,
                            "",
                            "");
                    changes.append(viewer.personId(), topic.ref(), What.MARKED);
                });
    }

    /// The versions, and one of them with the one before it.
    ///
    /// @param asked a number; null: the one that stands
    /// @param from with which it is compared; null: the one before it
    /// @throws ProblemException not found, also for a version that there is not; forbidden, for who
    ///   is no member
    public SummaryHistory history(
            Viewer viewer, long id, @Nullable Integer asked, @Nullable Integer from) {
        return transactions.read(
                viewer,
                () -> {
                    Topic topic = finding.seen(viewer, id);
                    if (!topic.may().member()) {
                        throw new ProblemException(new Problem.Forbidden("topics.members-only"));
                    }
                    int shown = asked == null ? now(topic) : asked;
                    int before = from == null ? shown - 1 : from;
                    return new SummaryHistory(
                            topic,
                            rows.versions(id, MOST_VERSIONS),
                            before < 1 ? SummaryText.NONE : version(id, before),
                            version(id, shown));
                });
    }

    /// One version as it was written; no words for number 0.
    ///
    /// @throws ProblemException not found, also for who may not read it
    public SummaryText version(Viewer viewer, long id, int number) {
        return number == 0
                ? SummaryText.NONE
                : transactions.read(viewer, () -> version(id, number));
    }

    private SummaryText version(long id, int number) {
        return rows.text(id, number).orElseThrow(ProblemException::notFound);
    }

    /// Says that the viewer has read this version.
    ///
    /// @throws ProblemException not found, also for a version that there is not
    public void read(Viewer.SignedIn viewer, long id, int number) {
        limits.take(Limit.KEEP, String.valueOf(viewer.personId()));
        transactions.run(
                viewer,
                () -> {
                    if (number < 1 || number > now(finding.seen(viewer, id))) {
                        throw ProblemException.notFound();
                    }
                    rows.read(id, number, moment.now());
                });
    }
}
