package rounds.topics;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.ProblemException;
import rounds.kernel.Titled;
import rounds.kernel.Viewer;
import rounds.kernel.What;
import rounds.platform.Moment;
import rounds.platform.database.Cursor;
import rounds.platform.database.Slice;
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
import java.util.Set;

/// What is worth reading about a topic, in reading order. Who tends the topic puts things there;
/// members suggest them.
@Singleton
public class Shelf {
    /// So that a shelf can still be read.
    public static final int MOST = 500;

    /// So many are seen at once.
    public static final int SHOWN = 40;

    static final int MOST_SUGGESTED = 100;
    private static final int CHOICES = 100;

    private static final String SHELVED = "shelved";
    private static final String SUGGESTED = "suggested";

    /// What can stand on a shelf.
    private static final Set<ContentType> TYPES =
            Set.of(
                    ContentType.DISCUSSION,
                    ContentType.POST,
                    ContentType.RESOURCE,
                    ContentType.CASE_STORY);

    private final EntryRepository rows;
    private final Tending tending;
    private final Titles titles;
    private final Limits limits;
    private final Transactions transactions;
    private final Moment moment;

    Shelf(
            EntryRepository rows,
            Tending tending,
            Titles titles,
            Limits limits,
            Transactions transactions,
            Moment moment) {
        this.rows = rows;
        this.tending = tending;
        this.titles = titles;
        this.limits = limits;
        this.transactions = transactions;
        this.moment = moment;
    }

    /// @throws ProblemException not found, also for who may not read the topic
    public Shelved of(Viewer viewer, long id) {
        return transactions.read(viewer, () -> seen(tending.row(id)));
    }

    private Shelved seen(TendedRow topic) {
        List<EntryRow> found = rows.of(topic.id(), MOST + MOST_SUGGESTED);
        return shelved(
                topic,
                new Slice<>(entries(found, SHELVED), null),
                entries(found, SUGGESTED),
                topic.curates() ? rows.unseen(topic.id()) : 0);
    }

    /// Its beginning, so much as a reader wants to see at once. On a longer shelf, what cannot be
    /// shown is counted where it is arranged.
    Shelved beginning(TendedRow topic) {
        List<EntryRow> found = rows.next(topic.id(), Long.MIN_VALUE, 0, SHOWN + 1, true);
        Slice<ShelfEntry> shown = slice(found, 0);
        return shelved(topic, shown, entries(found, SUGGESTED), unseen(topic, found, shown));
    }

    private int unseen(TendedRow topic, List<EntryRow> found, Slice<ShelfEntry> shown) {
        if (!topic.curates() || shown.next() != null) {
            return 0;
        }
        Integer standing = found.isEmpty() ? null : found.getFirst().standing();
        return standing == null
                ? rows.unseen(topic.id())
                : Math.max(0, standing - shown.items().size());
    }

    private static Shelved shelved(
            TendedRow topic, Slice<ShelfEntry> shown, List<ShelfEntry> suggested, int unseen) {
        return new Shelved(
                shown.items(),
                shown.next(),
                suggested,
                unseen,
                topic.arranged(),
                topic.curates() && topic.underWay(),
                topic.member() && topic.underWay());
    }

    /// A page of what stands there.
    ///
    /// @param from the number of the first of them
    public record Part(int from, Slice<ShelfEntry> shown) {}

    /// What stands there in reading order, so many as a reader wants to see at once.
    ///
    /// @param after the cursor of the page before
    /// @throws ProblemException not found, also for who may not read the topic
    public Part read(Viewer viewer, long id, @Nullable String after) {
        Cursor from = Cursor.parse(after, 3);
        int before = from == null ? 0 : Math.clamp(from.number(2), 0, MOST);
        return transactions.read(
                viewer,
                () -> {
                    TendedRow topic = tending.row(id);
                    List<EntryRow> found =
                            rows.next(
                                    topic.id(),
                                    from == null ? Long.MIN_VALUE : from.number(0),
                                    from == null ? 0 : from.number(1),
                                    SHOWN + 1,
                                    false);
                    return new Part(before + 1, slice(found, before));
                });
    }

    private static Slice<ShelfEntry> slice(List<EntryRow> found, int before) {
        List<EntryRow> shelved = found.stream().filter(row -> row.state().equals(SHELVED)).toList();
        return Slice.of(
                        shelved,
                        SHOWN,
                        row -> Cursor.after(row.place(), row.contentId(), before + SHOWN))
                .map(EntryRow::entry);
    }

    private static List<ShelfEntry> entries(List<EntryRow> rows, String state) {
        return rows.stream().filter(row -> row.state().equals(state)).map(EntryRow::entry).toList();
    }

    /// Where the viewer can put this, or suggest it.
    ///
    /// @throws ProblemException not found, also for what she may not read, and for what cannot
    ///   stand on a shelf
    public List<ShelfChoice> choices(Viewer.SignedIn viewer, ContentRef content) {
        return transactions.read(
                viewer,
                () -> {
                    readable(content);
                    return rows.choices(content.type().code(), content.id(), CHOICES);
                });
    }

    /// What this is called for the viewer.
    ///
    /// @throws ProblemException not found
    public Titled title(Viewer viewer, ContentRef content) {
        return transactions.read(
                viewer,
                () ->
                        Optional.ofNullable(titles.of(List.of(content)).get(content))
                                .orElseThrow(ProblemException::notFound));
    }

    /// Puts something at the end of the shelf, or suggests it where the viewer does not tend the
    /// topic. What was suggested before goes onto the shelf; what stands there stays where it is.
    ///
    /// @param why one line, at most [ShelfEntry#LONGEST_WHY] characters; may be empty
    /// @return whether it stands on the shelf now
    /// @throws ProblemException not found; forbidden; invalid on `why`; conflict, when the topic is
    ///   not under way, or its shelf is full
    public boolean put(Viewer.SignedIn viewer, long id, ContentRef content, String why) {
        limits.take(Limit.REACT, String.valueOf(viewer.personId()));
        String words = why(why);
        return transactions.write(
                viewer,
                () -> {
                    TendedRow topic = tending.shared(id);
                    readable(content);
                    rows.hold(id);
                    String stands = rows.state(id, content.type().code(), content.id()).orElse("");
                    if (stands.equals(SHELVED) || (stands.equals(SUGGESTED) && !topic.curates())) {
                        return stands.equals(SHELVED);
                    }
                    boolean done =
                            stands.isEmpty()
                                    ? add(topic, content, words)
                                    : accept(topic, content, words);
                    if (!done) {
                        throw Tending.conflict("gather.shelf.full");
                    }
                    touched(viewer, topic);
                    return topic.curates();
                });
    }

    private boolean add(TendedRow topic, ContentRef content, String why) {
        return rows.put(
                        topic.id(),
                        content.type().code(),
                        content.id(),
                        topic.curates() ? SHELVED : SUGGESTED,
                        Places.APART,
                        why,
                        topic.curates() ? MOST : MOST_SUGGESTED,
                        moment.now())
                == 1;
    }

    private boolean accept(TendedRow topic, ContentRef content, String why) {
        return rows.accept(topic.id(), content.type().code(), content.id(), why, Places.APART, MOST)
                == 1;
    }

    /// Says in other words why something stands there.
    public void say(Viewer.SignedIn viewer, long id, ContentRef content, String why) {
        String words = why(why);
        transactions.run(
                viewer,
                () -> {
                    TendedRow topic = tending.tended(id);
                    if (rows.say(id, content.type().code(), content.id(), words) == 0) {
                        throw gone();
                    }
                    touched(viewer, topic);
                });
    }

    /// Takes something off the shelf; what stands there no more is no mistake.
    public void take(Viewer.SignedIn viewer, long id, ContentRef content) {
        transactions.run(
                viewer,
                () -> {
                    TendedRow topic = tending.tended(id);
                    if (rows.take(id, content.type().code(), content.id(), SHELVED) == 1) {
                        touched(viewer, topic);
                    }
                });
    }

    /// Declines a suggestion, or takes one's own back.
    ///
    /// @throws ProblemException not found; conflict, when it is suggested no more, or is another's
    public void decline(Viewer.SignedIn viewer, long id, ContentRef content) {
        transactions.run(
                viewer,
                () -> {
                    tending.shared(id);
                    if (rows.take(id, content.type().code(), content.id(), SUGGESTED) == 0) {
                        throw gone();
                    }
                    tending.changed(viewer, id, What.MARKED);
                });
    }

    /// Moves something on the shelf.
    ///
    /// @param seen what `arranged` was when the order was looked at; null: not said
    /// @return whether somebody else has changed the order since it was looked at
    /// @throws ProblemException conflict, where one of the two stands there no more
    public boolean move(
            Viewer.SignedIn viewer, long id, long content, Step step, @Nullable Integer seen) {
        return transactions.write(
                viewer,
                () -> {
                    TendedRow topic = tending.tended(id);
                    int now = rows.hold(id).orElseThrow(ProblemException::notFound);
                    // Her own earlier press is nobody else's.
                    boolean others =
                            rows.arrangedBy(id).filter(by -> by == viewer.personId()).isEmpty();
                    if (!new OnShelf(id).put(content, step)) {
                        throw gone();
                    }
                    touched(viewer, topic);
                    return seen != null && seen != now && others;
                });
    }

    private void touched(Viewer.SignedIn viewer, TendedRow topic) {
        if (topic.curates()) {
            rows.touch(topic.id());
        }
        tending.changed(viewer, topic.id(), What.MARKED);
    }

    /// Private notes are read by those who write them: nothing of them is shown on a shelf.
    private void readable(ContentRef content) {
        if (!TYPES.contains(content.type())
                || titles.one(content).filter(one -> !one.conversation()).isEmpty()) {
            throw ProblemException.notFound();
        }
    }

    private static String why(String entered) {
        return Shared.words("why", Entry.line("why", entered, ShelfEntry.LONGEST_WHY));
    }

    private static ProblemException gone() {
        return Tending.conflict("gather.shelf.moved-meanwhile");
    }

    /// What stands on a shelf.
    private final class OnShelf implements Places {
        private final long topic;

        OnShelf(long topic) {
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
