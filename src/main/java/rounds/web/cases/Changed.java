package rounds.web.cases;

import org.jspecify.annotations.Nullable;

import rounds.cases.Part;
import rounds.platform.difference.Difference;
import rounds.platform.difference.Segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// What one field of a story said at two times.
///
/// @param label the message that names it
/// @param codes where its values stand below in the messages; empty: they are words
/// @param before its code then; empty where it had none, or has words
/// @param segments its words compared
public record Changed(
        String label, String codes, String before, String after, List<Segment> segments) {

    /// @param name as the API names it
    private record Field(String name, String label, String codes) {

        Changed said(boolean first, String then, String now) {
            return codes.isEmpty()
                    ? new Changed(
                            label,
                            "",
                            "",
                            "",
                            first ? List.of(Segment.same(now)) : Difference.between(then, now))
                    : new Changed(label, codes, then, now, List.of());
        }
    }

    /// Its order is the page's.
    private static final List<Field> FIELDS =
            Stream.concat(
                            Stream.of(
                                    new Field("title", "cases.f.title", ""),
                                    new Field("outcome", "cases.f.outcome", "cases.outcome")),
                            Stream.concat(
                                    Part.codes().stream()
                                            .map(part -> new Field(part, "cases.part." + part, "")),
                                    Stream.of(
                                            new Field("learning", "cases.learned", ""),
                                            new Field("conditions", "cases.f.conditions", ""),
                                            new Field("tags", "forum.tags", ""),
                                            new Field(
                                                    "setting", "cases.f.setting", "cases.setting"),
                                            new Field("practice", "cases.f.practice", ""),
                                            new Field("took_part", "cases.f.took-part", ""),
                                            new Field("led", "cases.f.led", ""),
                                            new Field(
                                                    "patient_view",
                                                    "cases.f.patient",
                                                    "cases.patient"),
                                            new Field("patient_words", "cases.f.patient-words", ""),
                                            new Field(
                                                    "named", "cases.ask.named", "cases.named.was"),
                                            new Field(
                                                    "members_only",
                                                    "library.who-reads",
                                                    "cases.members-only.was"))))
                    .toList();

    /// Costs more than reading: not inside a transaction.
    ///
    /// @param before null: nothing went before, and all that was said is shown
    /// @param read a part as it is read, without its marks
    static List<Changed> between(
            @Nullable Map<String, String> before,
            Map<String, String> after,
            UnaryOperator<String> read) {
        var changes = new ArrayList<Changed>();
        for (Field field : FIELDS) {
            String now = after.getOrDefault(field.name(), "");
            String then = before == null ? "" : before.getOrDefault(field.name(), "");
            if (!now.equals(then)) {
                boolean part = Part.isCode(field.name());
                String readThen = part ? read.apply(then) : then;
                String readNow = part ? read.apply(now) : now;
                // Where only marks changed, those are shown.
                boolean same = readThen.equals(readNow);
                changes.add(
                        field.said(before == null, same ? then : readThen, same ? now : readNow));
            }
        }
        return List.copyOf(changes);
    }
}
