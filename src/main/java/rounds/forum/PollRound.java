package rounds.forum;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// One count of a poll's ballots.
///
/// @param number from 1
/// @param lines what was still in, in the order of the poll
/// @param spent ballots that count no more: none of what they name is still in
public record PollRound(int number, List<Line> lines, int spent) {

    /// @param percent of the ballots that count in this round
    /// @param leaves whether it is out from the next round on
    public record Line(int option, String words, int votes, int percent, boolean leaves) {}

    /// How many ballots count in it. In a poll where one may choose several, votes.
    public int counted() {
        return lines.stream().mapToInt(Line::votes).sum();
    }

    /// What more than half of them name; null for none.
    public @Nullable Line winner() {
        int counted = counted();
        return lines.stream().filter(line -> line.votes() * 2 > counted).findFirst().orElse(null);
    }

    /// What leaves after it, with commas.
    public String leaving() {
        return names(lines.stream().filter(Line::leaves).toList());
    }

    public int leavers() {
        return (int) lines.stream().filter(Line::leaves).count();
    }

    /// What has as few as what leaves, and stays because it had more in an earlier round; empty
    /// where there is none.
    public String spared() {
        int fewest =
                lines.stream().filter(Line::leaves).mapToInt(Line::votes).findFirst().orElse(-1);
        return names(
                lines.stream().filter(line -> !line.leaves() && line.votes() == fewest).toList());
    }

    /// What has the most, with commas: more than one where they are level.
    public String leading() {
        int most = lines.stream().mapToInt(Line::votes).max().orElse(0);
        return names(lines.stream().filter(line -> line.votes() == most).toList());
    }

    /// What has the fewest, with commas: more than one where they are level.
    public String trailing() {
        int least = least();
        return names(lines.stream().filter(line -> line.votes() == least).toList());
    }

    /// The votes that the last have.
    public int least() {
        return lines.stream().mapToInt(Line::votes).min().orElse(0);
    }

    /// The votes that the most have.
    public int most() {
        return lines.stream().max(Comparator.comparingInt(Line::votes)).map(Line::votes).orElse(0);
    }

    public int fewest() {
        return lines.stream().filter(Line::leaves).mapToInt(Line::votes).findFirst().orElse(0);
    }

    @Nullable Line of(int option) {
        return lines.stream().filter(line -> line.option() == option).findFirst().orElse(null);
    }

    private static String names(List<Line> lines) {
        return lines.stream().map(Line::words).collect(Collectors.joining(", "));
    }
}
