package rounds.web.api;

import io.micronaut.serde.annotation.Serdeable;

import org.jspecify.annotations.Nullable;

import rounds.forum.Poll;
import rounds.forum.PollRound;
import rounds.platform.database.Ids;

import java.time.Instant;
import java.util.List;

/// A poll as the person sees it.
///
/// @param ballots `open`: those who see the result see who chose what; `closed`: nobody does
/// @param results from when on the counts are seen: `always`, `voted`, `ended`
/// @param own numbers of what she chose; ranked: her first choice first
/// @param rounds the counts; none where she may not see them yet
@Serdeable
record PollJson(
        String postId,
        String question,
        String kind,
        @Nullable Integer most,
        String ballots,
        String results,
        @Nullable Instant ends,
        @Nullable Instant endedAt,
        int voted,
        List<Option> options,
        List<Integer> own,
        List<Round> rounds) {

    @Serdeable
    record Option(int number, String words) {}

    /// @param spent ballots that count no more: none of what they name is still in
    /// @param winner the number of what more than half of them name; ranked polls only
    @Serdeable
    record Round(int number, List<Count> counts, int spent, @Nullable Integer winner) {

        static Round of(PollRound round, boolean ranked) {
            PollRound.Line winner = ranked ? round.winner() : null;
            return new Round(
                    round.number(),
                    round.lines().stream()
                            .map(line -> new Count(line.option(), line.votes(), line.leaves()))
                            .toList(),
                    round.spent(),
                    winner == null ? null : (Integer) winner.option());
        }
    }

    @Serdeable
    record Count(int option, int votes, boolean leaves) {}

    static @Nullable PollJson ofNullable(@Nullable Poll poll) {
        return poll == null ? null : of(poll);
    }

    static PollJson of(Poll poll) {
        return new PollJson(
                Ids.text(poll.postId()),
                poll.question(),
                poll.kind().code(),
                poll.most(),
                poll.open() ? "open" : "closed",
                poll.results().code(),
                poll.ends(),
                poll.endedAt(),
                poll.ballots(),
                poll.options().stream()
                        .map(option -> new Option(option.number(), option.words()))
                        .toList(),
                poll.own(),
                poll.rounds().stream().map(round -> Round.of(round, poll.ranked())).toList());
    }
}
