package rounds.web.cases;

import org.jspecify.annotations.Nullable;

import rounds.cases.CaseStory;
import rounds.cases.Doubt;
import rounds.cases.Ground;
import rounds.cases.Outcome;
import rounds.cases.Part;
import rounds.cases.PatientView;
import rounds.cases.Readiness;
import rounds.cases.Setting;
import rounds.cases.Way;
import rounds.community.Community;
import rounds.platform.phi.Widening;
import rounds.web.page.Filled;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;

/// A step of writing a story.
///
/// @param step `told`, `known`, `right` or `look`; of a published story `edit`
/// @param readiness what stands between the story and its readers; null where that is not asked
/// @param problem a message that says why nothing was saved; empty: nothing went wrong
/// @param met what somebody else's window, or one's own, saved meanwhile in parts that are shown
public record WritePage(
        Community community,
        CaseStory story,
        String step,
        Filled filled,
        @Nullable Readiness readiness,
        String problem,
        List<Met> met) {

    /// What stands in a part now, where other words were entered.
    public record Met(String part, String body) {}

    /// Words that may stand in place of a passage, with the number that chooses them.
    public record Choice(int number, String words) {}

    /// A passage that is asked about, as often as it stands in its field.
    ///
    /// @param row its number on the page, from 1
    public record Asked(int row, List<Doubt> doubts) {

        public List<Choice> choices() {
            List<Widening> offers = doubt().widenings();
            return IntStream.range(0, offers.size())
                    .mapToObj(at -> new Choice(at, offers.get(at).words()))
                    .toList();
        }

        public Doubt doubt() {
            return doubts.getFirst();
        }

        public int times() {
            return doubts.size();
        }

        /// The name of its field, as a message.
        public String label() {
            return switch (doubt().field()) {
                case "tags" -> "forum.tags";
                case "learning" -> "cases.learned";
                case "title", "practice", "conditions", "led" -> "cases.f." + doubt().field();
                case "took_part", "patient_words" -> "cases.f." + doubt().field().replace('_', '-');
                default -> "cases.part." + doubt().field();
            };
        }

        /// The step in which its field stands, with the field.
        public String place() {
            boolean told = label().startsWith("cases.part.");
            return (told ? "told" : "known") + "#f-" + doubt().field();
        }
    }

    private static final List<String> STEPS = List.of("told", "known", "right", "look");

    /// Asked first, and shown at once.
    private static final List<Part> FIRST = List.of(Part.STORY, Part.MATTERS, Part.CAME);

    /// What is asked about, each passage once a field.
    public List<Asked> asked() {
        return readiness == null ? List.of() : once(readiness.doubts());
    }

    static List<Asked> once(List<Doubt> doubts) {
        var asked = new LinkedHashMap<List<String>, List<Doubt>>();
        for (Doubt doubt : doubts) {
            asked.computeIfAbsent(List.of(doubt.field(), doubt.passage()), _ -> new ArrayList<>())
                    .add(doubt);
        }
        var rows = new ArrayList<Asked>();
        asked.values().forEach(one -> rows.add(new Asked(rows.size() + 1, one)));
        return List.copyOf(rows);
    }

    public List<String> steps() {
        return STEPS;
    }

    /// The step after this one.
    public String next() {
        int at = STEPS.indexOf(step);
        return STEPS.get(Math.min(at + 1, STEPS.size() - 1));
    }

    public List<String> first() {
        return FIRST.stream().map(Part::code).toList();
    }

    /// The parts that may as well be left out.
    public List<String> others() {
        return Arrays.stream(Part.values())
                .filter(part -> !FIRST.contains(part))
                .map(Part::code)
                .toList();
    }

    /// Whether one of those says something, so that they stand open.
    public boolean isOthersTold() {
        return others().stream().anyMatch(part -> !filled.form().text(part).isBlank());
    }

    public List<String> outcomes() {
        return Outcome.codes();
    }

    public List<String> settings() {
        return Setting.codes();
    }

    public List<String> ways() {
        return Way.codes();
    }

    public List<String> views() {
        return PatientView.codes();
    }

    public List<String> grounds() {
        return Ground.codes();
    }

    /// The numbers of the rows in which people are entered.
    public List<Integer> rows() {
        int taken = story.facts().tookPart().size();
        return IntStream.rangeClosed(1, Math.min(taken + StoryForm.ROWS, 20)).boxed().toList();
    }

    public boolean isEdit() {
        return step.equals("edit");
    }
}
