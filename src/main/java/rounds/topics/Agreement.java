package rounds.topics;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Author;
import rounds.platform.markdown.Html;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/// A statement that was put to the members of the community that has the topic.
///
/// @param number the how-manieth of its topic
/// @param statement Markdown
/// @param putBy absent for whoever is no member
/// @param closesAt until when members answer
/// @param closesOn the last day for answers as somebody chose it, where she lives; null: she chose
///   no day
/// @param past whether that has come
/// @param outcome what is said with the result; may be empty
/// @param agreed how many agree; the same of those with a concern, who object, and who abstain
/// @param mine what the viewer said; absent where she has said nothing
public record Agreement(
        long id,
        int number,
        String statement,
        Html html,
        @Nullable Author putBy,
        Instant putAt,
        Instant closesAt,
        @Nullable LocalDate closesOn,
        boolean past,
        AgreementState state,
        @Nullable Instant closedAt,
        String outcome,
        int agreed,
        int concerned,
        int objected,
        int abstained,
        @Nullable MyStance mine) {
    public static final int LONGEST = 4_000;
    public static final int LONGEST_OUTCOME = 1_000;

    /// The same with what its statement leads to called as its reader may know it.
    Agreement named(Map<String, String> names) {
        String named = names.get(html.value());
        return named == null
                ? this
                : new Agreement(
                        id,
                        number,
                        statement,
                        new Html(named, html.version()),
                        putBy,
                        putAt,
                        closesAt,
                        closesOn,
                        past,
                        state,
                        closedAt,
                        outcome,
                        agreed,
                        concerned,
                        objected,
                        abstained,
                        mine);
    }

    public boolean isOpen() {
        return state == AgreementState.OPEN;
    }

    /// When it takes its last answer, whose day is the last one where no day was chosen.
    public Instant lastMoment() {
        return closesAt.minusNanos(1);
    }

    /// How many have answered.
    public int answers() {
        return agreed + concerned + objected + abstained;
    }

    /// Where those who object stand in a row of all, behind those who agree, with a concern or
    /// without.
    public int objectedFrom() {
        return agreed + concerned;
    }

    /// How many of them say more than yes: their reasons are read.
    public int reasons() {
        return concerned + objected;
    }
}
