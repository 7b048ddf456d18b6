package rounds.topics;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What a topic's community has agreed on, and what it is asked.
///
/// @param open what is put to the members now; absent where nothing is
/// @param inForce what was agreed on last; absent where nothing was
/// @param earlier everything else, the newest first
/// @param reasons whether the viewer may read who said what
/// @param puts whether the viewer may put a statement, and say a result
/// @param answers whether she may answer the open one
public record AgreedApproach(
        @Nullable Agreement open,
        @Nullable Agreement inForce,
        List<Agreement> earlier,
        boolean reasons,
        boolean puts,
        boolean answers) {

    public static final AgreedApproach NOTHING =
            new AgreedApproach(null, null, List.of(), false, false, false);

    /// What can be said of a statement.
    public List<String> stances() {
        return Arrays.stream(Stance.values()).map(Stance::code).toList();
    }

    /// What their statements look like.
    public List<String> htmls() {
        return all().stream().map(one -> one.html().value()).toList();
    }

    /// The same with what these lead to called as the viewer may know it.
    ///
    /// @param names what becomes of HTML; what is absent stays as it is
    public AgreedApproach named(Map<String, String> names) {
        return names.isEmpty()
                ? this
                : new AgreedApproach(
                        open == null ? null : open.named(names),
                        inForce == null ? null : inForce.named(names),
                        earlier.stream().map(one -> one.named(names)).toList(),
                        reasons,
                        puts,
                        answers);
    }

    /// All of them, the newest first.
    public List<Agreement> all() {
        return Stream.of(Stream.ofNullable(open), Stream.ofNullable(inForce), earlier.stream())
                .flatMap(every -> every)
                .sorted(Comparator.comparing(Agreement::number).reversed())
                .toList();
    }

    public boolean isEmpty() {
        return open == null && inForce == null && earlier.isEmpty();
    }
}
