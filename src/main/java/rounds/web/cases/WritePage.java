package rounds.web.cases;

import org.jspecify.annotations.Nullable;

import rounds.cases.CaseState;
import rounds.cases.CaseStory;
import rounds.cases.Conditions;
import rounds.cases.Confirmation;
import rounds.cases.Doubt;
import rounds.cases.Fate;
import rounds.cases.Ground;
import rounds.cases.Outcome;
import rounds.cases.Part;
import rounds.cases.PatientView;
import rounds.cases.Readiness;
import rounds.cases.Setting;
import rounds.cases.Way;
import rounds.community.Community;
import rounds.platform.database.Ids;
import rounds.web.page.Addressed;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.Identified;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A step of writing a story.
///
/// @param step `told`, `known`, `right` or `look`; of a published story `edit`
/// @param readiness what stands between the story and its readers; null where that is not asked
/// @param problem a message that says why nothing was saved; empty: nothing went wrong
/// @param met what somebody else's window, or one's own, saved meanwhile in parts that are shown
/// @param conditions that are offered while one types; none where they are not asked for
/// @param keptAt since when an edit that was begun waits here, not saved; null: the story itself
///   stands in the form
/// @param fate what its second reader, or a moderator, said of it; null: nothing
public record WritePage(
        Community community,
        CaseStory story,
        String step,
        Filled filled,
        @Nullable Readiness readiness,
        String problem,
        List<Met> met,
        List<Conditions.Offered> conditions,
        @Nullable Instant keptAt,
        @Nullable Fate fate)
        implements Addressed {

    /// What stands in a part now, where other words were entered.
    public record Met(String part, String body) {}

    /// A passage that is asked about, with where it stands.
    ///
    /// @param label the name of its field, as a message
    /// @param place the step in which the field stands, with the field
    /// @param reason why it names nobody, where that was entered and not taken; may be empty
    public record Asked(Identified found, String label, String place, String reason) {

        /// Whether more has to be said than that.
        public boolean isShort() {
            return !reason.isEmpty() && !Confirmation.isReason(reason);
        }

        private static Asked of(Identified found, Form form) {
            String field = found.field();
            String label =
                    switch (field) {
                        case "tags" -> "forum.tags";
                        case "learning" -> "cases.learned";
                        case "title", "practice", "conditions", "led" -> "cases.f." + field;
                        case "reference" -> "cases.f.reference";
                        case "took_part", "patient_words", "of_whom" ->
                                "cases.f." + field.replace('_', '-');
                        default -> "cases.part." + field;
                    };
            boolean inside = field.equals("of_whom") || field.equals("reference");
            String step = label.startsWith("cases.part.") ? "told" : inside ? "right" : "known";
            return new Asked(
                    found,
                    label,
                    step + "#f-" + field,
                    StoryForm.reason(form, field, found.first().text()));
        }
    }

    private static final List<String> STEPS = List.of("told", "known", "right", "look");

    /// Asked first, and shown at once.
    private static final List<Part> FIRST = List.of(Part.STORY, Part.MATTERS, Part.CAME);

    @Override
    public String path() {
        return WriteDesk.path(story.id(), step);
    }

    /// What was said of the whole, on every step; empty: nothing.
    public String said() {
        return fate == null ? "" : fate.words();
    }

    /// Whether a moderator said it, who has hidden the story.
    public boolean isHidden() {
        return story.state() == CaseState.HIDDEN;
    }

    /// What was said of single parts that this step shows; the last step shows all.
    public List<Fate.Note> notes() {
        return fate == null
                ? List.of()
                : fate.notes().stream().filter(note -> isShown(note.part())).toList();
    }

    private boolean isShown(String part) {
        return switch (step) {
            case "look", "edit" -> true;
            case "told" -> Part.isCode(part);
            case "known" -> part.equals(Fate.KNOWN);
            default -> false;
        };
    }

    /// Whether one that may as well be left out was spoken of, so that they stand open.
    private boolean isOthersNoted() {
        return notes().stream().anyMatch(note -> others().contains(note.part()));
    }

    /// What is asked about, each passage once a field.
    public List<Asked> asked() {
        return readiness == null
                ? List.of()
                : once(readiness.doubts()).stream()
                        .map(one -> Asked.of(one, filled.form()))
                        .toList();
    }

    /// Whether all of it stands open on a phone, too: something in it was not taken.
    public boolean isUnfolded() {
        return asked().stream().anyMatch(one -> !one.reason().isEmpty());
    }

    static List<Identified> once(List<Doubt> doubts) {
        return Identified.once(
                doubts.stream().map(doubt -> Map.entry(doubt.field(), doubt.found())).toList());
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
        return isOthersNoted()
                || others().stream().anyMatch(part -> !filled.form().text(part).isBlank());
    }

    /// Whether something is said of what may as well be left out, so that it stands open.
    public boolean isMoreKnown() {
        return Stream.of("practice", "who-1", "led", "patient_view", "patient_words")
                        .anyMatch(field -> !filled.form().line(field).isEmpty())
                || filled.isRefused();
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

    /// Where members are offered to read it first, as the offers of names know it.
    public String place() {
        return "new." + Ids.text(story.communityId()) + ".reader";
    }

    public boolean isEdit() {
        return step.equals("edit");
    }
}
