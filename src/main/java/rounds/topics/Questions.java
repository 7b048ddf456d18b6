package rounds.topics;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ContentRef;
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
import rounds.platform.order.Placed;
import rounds.platform.order.Places;
import rounds.platform.order.Step;

import java.util.List;
import java.util.Optional;

/// What nobody knows yet about a topic: any member asks; whoever asked, and who tends the topic,
/// says what answers it.
@Singleton
public class Questions {
    static final int MOST_OPEN = 100;
    private static final int SHOWN = 300;

    private final QuestionRepository rows;
    private final Tending tending;
    private final Titles titles;
    private final Pointing pointing;
    private final Limits limits;
    private final Transactions transactions;
    private final Moment moment;

    Questions(
            QuestionRepository rows,
            Tending tending,
            Titles titles,
            Pointing pointing,
            Limits limits,
            Transactions transactions,
            Moment moment) {
        this.rows = rows;
        this.tending = tending;
        this.titles = titles;
        this.pointing = pointing;
        this.limits = limits;
        this.transactions = transactions;
        this.moment = moment;
    }

    /// The open ones in their order, then the others, what was closed last first.
    ///
    /// @throws ProblemException not found, also for who may not read the topic
    public List<TopicQuestion> of(Viewer viewer, long id) {
        return transactions.read(viewer, () -> seen(viewer, tending.row(id)));
    }

    List<TopicQuestion> seen(Viewer viewer, TendedRow topic) {
        return rows.of(topic.id(), SHOWN).stream()
                .map(row -> row.seen(may(topic, row, viewer)))
                .toList();
    }

    private static boolean may(TendedRow topic, QuestionRow row, Viewer viewer) {
        return topic.underWay() && topic.member() && (topic.curates() || row.askedBy(viewer));
    }

    /// One of them, for whoever turns it into a discussion.
    ///
    /// @throws ProblemException not found
    public TopicQuestion one(Viewer.SignedIn viewer, long topic, long id) {
        return transactions.read(
                viewer,
                () -> {
                    TendedRow row = tending.row(topic);
                    QuestionRow found = rows.one(topic, id).orElseThrow(ProblemException::notFound);
                    return found.seen(may(row, found, viewer));
                });
    }

    /// Asks what nobody knows yet.
    ///
    /// @param words one line, 1 to [TopicQuestion#LONGEST] characters
    /// @return its id
    /// @throws ProblemException not found; forbidden, for all but members; invalid on `question`;
    ///   conflict, when the topic is not under way or has as many as it may
    public long ask(Viewer.SignedIn viewer, long topic, String words) {
        limits.take(Limit.POST, String.valueOf(viewer.personId()));
        String asked = line("question", words);
        if (asked.isEmpty()) {
            throw ProblemException.invalid("question", "gather.question.missing");
        }
        return transactions.write(
                viewer,
                () -> {
                    tending.shared(topic);
                    long id = Ids.next();
                    if (rows.ask(id, topic, asked, Places.APART, MOST_OPEN, moment.now()) == 0) {
                        throw Tending.conflict("gather.questions.too-many");
                    }
                    tending.changed(viewer, topic, What.MARKED);
                    return id;
                });
    }

    /// Says what answers it.
    ///
    /// @param answer one line; may be empty where something is pointed to
    /// @param pointer to a post, a resource or a story, as [Pointing] reads it; empty: nothing
    /// @throws ProblemException not found; forbidden; invalid on `answer` or `pointer`; conflict,
    ///   when it is open no more
    public void answer(Viewer.SignedIn viewer, long topic, long id, String answer, String pointer) {
        String said = line("answer", answer);
        Optional<ContentRef> target = pointing.read(pointer);
        if (target.isEmpty() && !pointer.isBlank()) {
            throw ProblemException.invalid("pointer", "gather.pointer.unknown");
        }
        if (said.isEmpty() && target.isEmpty()) {
            throw ProblemException.invalid("answer", "gather.question.answer.missing");
        }
        close(viewer, topic, id, QuestionState.ANSWERED, said, target.orElse(null));
    }

    /// Asks it no more.
    ///
    /// @param why one line; may be empty
    public void drop(Viewer.SignedIn viewer, long topic, long id, String why) {
        close(viewer, topic, id, QuestionState.DROPPED, line("answer", why), null);
    }

    private void close(
            Viewer.SignedIn viewer,
            long topic,
            long id,
            QuestionState state,
            String answer,
            @Nullable ContentRef target) {
        transactions.run(
                viewer,
                () -> {
                    require(viewer, topic, id);
                    if (target != null && !titles.of(List.of(target)).containsKey(target)) {
                        throw ProblemException.invalid("pointer", "gather.pointer.unknown");
                    }
                    int closed =
                            rows.close(
                                    id,
                                    topic,
                                    state.code(),
                                    answer,
                                    target == null ? null : target.type().code(),
                                    target == null ? null : target.id(),
                                    moment.now());
                    if (closed == 0) {
                        throw moved();
                    }
                    tending.changed(viewer, topic, What.MARKED);
                });
    }

    /// Asks it again.
    public void reopen(Viewer.SignedIn viewer, long topic, long id) {
        transactions.run(
                viewer,
                () -> {
                    require(viewer, topic, id);
                    if (rows.open(id, topic) == 0) {
                        throw moved();
                    }
                    tending.changed(viewer, topic, What.MARKED);
                });
    }

    private void require(Viewer.SignedIn viewer, long topic, long id) {
        TendedRow row = tending.shared(topic);
        QuestionRow question = rows.one(topic, id).orElseThrow(ProblemException::notFound);
        if (!may(row, question, viewer)) {
            throw Tending.forbidden("gather.question.not-yours");
        }
    }

    /// Moves an open one among the others.
    ///
    /// @throws ProblemException conflict, where one of the two stands there no more
    public void move(Viewer.SignedIn viewer, long topic, long id, Step step) {
        transactions.run(
                viewer,
                () -> {
                    tending.tended(topic);
                    if (!new OfTopic(topic).put(id, step)) {
                        throw moved();
                    }
                });
    }

    private static String line(String field, String entered) {
        return Shared.words(field, Entry.line(field, entered, TopicQuestion.LONGEST));
    }

    private static ProblemException moved() {
        return Tending.conflict("gather.question.moved-meanwhile");
    }

    /// The open questions of a topic.
    private final class OfTopic implements Places {
        private final long topic;

        OfTopic(long topic) {
            this.topic = topic;
        }

        @Override
        public Optional<Placed> at(long id) {
            return rows.at(topic, id);
        }

        @Override
        public Optional<Placed> before(Placed one, long without) {
            return rows.before(topic, one.place(), one.id(), without);
        }

        @Override
        public Optional<Placed> after(Placed one, long without) {
            return rows.after(topic, one.place(), one.id(), without);
        }

        @Override
        public Optional<Placed> nth(int place, long without) {
            List<Placed> first = rows.first(topic, without, place);
            return first.isEmpty() ? Optional.empty() : Optional.of(first.getLast());
        }

        @Override
        public void move(long id, long place) {
            rows.move(topic, id, place);
        }

        @Override
        public void space() {
            rows.space(topic, APART);
        }
    }
}
