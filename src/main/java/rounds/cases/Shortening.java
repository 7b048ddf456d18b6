package rounds.cases;

import rounds.kernel.ProblemException;
import rounds.platform.entry.Wrong;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Whoever is in a community no longer takes words out of the story that she told there, and puts
/// none in: what could tell who a patient is goes, and nobody speaks where she is not.
final class Shortening {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

    /// @throws ProblemException invalid, on every field that says anything else or more
    static void require(Told before, Told after) {
        var wrong = new Wrong();
        Map<String, String> then = before.texts();
        after.texts()
                .forEach((field, text) -> {
                    if (!isOf(words(text), words(then.getOrDefault(field, "")))) {
                        wrong.or(() -> refused(field), "");
                    }
                });
        if (!keepsChoices(before.facts(), after.facts())) {
            wrong.or(() -> refused("outcome"), "");
        }
        wrong.refuse();
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    /// Whether these stand in those, in their order.
    private static boolean isOf(List<String> words, List<String> those) {
        Iterator<String> left = those.iterator();
        for (String word : words) {
            boolean found = false;
            while (!found && left.hasNext()) {
                found = left.next().equals(word);
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    /// She may take her name from it, and narrow who reads it.
    private static boolean keepsChoices(Facts before, Facts after) {
        return after.outcome() == before.outcome()
                && (after.setting() == null || after.setting() == before.setting())
                && (after.patientView() == null || after.patientView() == before.patientView())
                && (before.named() || !after.named())
                && (after.membersOnly() || !before.membersOnly());
    }

    private static String refused(String field) {
        throw ProblemException.invalid(field, "cases.left.only-less");
    }

    private Shortening() {}
}
