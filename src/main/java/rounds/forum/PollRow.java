package rounds.forum;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A poll with all that its page shows: one row.
///
/// @param endedAt also when only its time has come and no job has written it yet
/// @param tally four numbers each: round, option, votes, whether it leaves; none that the viewer
///   may not see
@MappedEntity("poll")
record PollRow(
        @Id long postId,
        String question,
        String kind,
        @Nullable Integer most,
        boolean open,
        String results,
        @Nullable Instant endsAt,
        @Nullable Instant endedAt,
        int ballots,
        String[] options,
        Integer @Nullable [] own,
        Integer[] tally) {
    private static final int NUMBERS = 4;

    Poll poll(Poll.May may) {
        List<Integer> chosen = own == null ? List.of() : Arrays.asList(own);
        boolean ended = endedAt != null;
        PollKind how = PollKind.of(kind);
        return new Poll(
                postId,
                question,
                how,
                most,
                open,
                PollResults.of(results),
                endsAt,
                endedAt,
                ballots,
                choices(chosen, how == PollKind.RANKED),
                chosen,
                tally.length > 0,
                rounds(how),
                new Poll.May(
                        may.vote() && !ended,
                        may.join() && !ended,
                        may.end() && !ended,
                        may.change() && ballots == 0));
    }

    private List<PollOption> choices(List<Integer> chosen, boolean ranked) {
        var choices = new ArrayList<PollOption>();
        for (int i = 0; i < options.length; i++) {
            int place = chosen.indexOf(i + 1);
            choices.add(
                    new PollOption(
                            i + 1,
                            options[i],
                            place >= 0,
                            ranked && place >= 0 ? (Integer) (place + 1) : null));
        }
        return choices;
    }

    private List<PollRound> rounds(PollKind how) {
        var rounds = new ArrayList<PollRound>();
        for (int from = 0; from < tally.length; ) {
            int round = tally[from];
            int to = from;
            int counted = 0;
            while (to < tally.length && tally[to] == round) {
                counted += tally[to + 2];
                to += NUMBERS;
            }
            // Who may choose several asks how many people did: of all who voted.
            int whole = how == PollKind.SEVERAL ? ballots : counted;
            var lines = new ArrayList<PollRound.Line>();
            for (int at = from; at < to; at += NUMBERS) {
                int votes = tally[at + 2];
                lines.add(
                        new PollRound.Line(
                                tally[at + 1],
                                options[tally[at + 1] - 1],
                                votes,
                                whole == 0 ? 0 : Math.round(votes * 100f / whole),
                                tally[at + 3] == 1));
            }
            rounds.add(new PollRound(round, lines, how == PollKind.RANKED ? ballots - counted : 0));
            from = to;
        }
        return rounds;
    }
}
