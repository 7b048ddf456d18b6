package rounds.forum;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// A poll as one viewer sees it.
///
/// @param most of [PollKind#SEVERAL], at most so many; absent: as many as one likes
/// @param open whether those who see the result see who chose what
/// @param ends when it will end, or was to
/// @param endedAt when it did; absent while one can vote
/// @param ballots how many have voted
/// @param own the numbers of what the viewer chose; ranked: her first choice first
/// @param shown whether she sees the counts
/// @param rounds the counts, of a ranked poll one for each time it was counted; none where they are
///   not shown
public record Poll(
        long postId,
        String question,
        PollKind kind,
        @Nullable Integer most,
        boolean open,
        PollResults results,
        @Nullable Instant ends,
        @Nullable Instant endedAt,
        int ballots,
        List<PollOption> options,
        List<Integer> own,
        boolean shown,
        List<PollRound> rounds,
        May may) {

    /// Why no vote is taken any more.
    public static final String ENDED = "poll.ended-already";

    /// What the viewer may do with it.
    ///
    /// @param join whether she would have to be in the community to vote
    /// @param change whether she may ask something else: as long as nobody has voted
    public record May(boolean vote, boolean join, boolean end, boolean change) {
        static final May NOTHING = new May(false, false, false, false);
    }

    public boolean ended() {
        return endedAt != null;
    }

    public boolean voted() {
        return !own.isEmpty();
    }

    public boolean ranked() {
        return kind == PollKind.RANKED;
    }

    /// How many choices one may make.
    public int atMost() {
        return switch (kind) {
            case SINGLE -> 1;
            case SEVERAL -> most == null ? options.size() : most;
            case RANKED -> options.size();
        };
    }

    /// The count that decides; null where none is shown.
    public @Nullable PollRound last() {
        return rounds.isEmpty() ? null : rounds.getLast();
    }

    /// A choice and what became of it, for a table.
    public record Row(PollOption option, List<Cell> cells) {}

    /// @param in whether the choice was still in, in that round
    public record Cell(boolean in, int votes, int percent, boolean leaves) {
        static Cell of(PollRound.@Nullable Line line) {
            return line == null
                    ? new Cell(false, 0, 0, false)
                    : new Cell(true, line.votes(), line.percent(), line.leaves());
        }
    }

    /// Each choice with its counts, round by round; a poll that is not ranked has one.
    public List<Row> rows() {
        return options.stream()
                .map(option ->
                        new Row(
                                option,
                                rounds.stream()
                                        .map(round -> Cell.of(round.of(option.number())))
                                        .toList()))
                .toList();
    }

    /// How a ranked poll stands: `none` while nobody has voted, `won`, `tied` where all that is
    /// left is level, or `undecided` where losers are level who together could still win.
    public String outcome() {
        PollRound last = last();
        if (last == null || last.counted() == 0) {
            return "none";
        }
        if (last.winner() != null) {
            return "won";
        }
        return last.trailing().equals(last.leading()) ? "tied" : "undecided";
    }
}
