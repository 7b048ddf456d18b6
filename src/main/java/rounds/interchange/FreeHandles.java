package rounds.interchange;

import rounds.identity.Handles;
import rounds.kernel.ProblemException;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Gives everybody a handle that is free and is not taken for another's: the wished one where it
/// can be, else the first of `wish-2`, `wish-3` …, so that the same file gives the same handles.
final class FreeHandles {
    private static final int LONGEST = 30;
    private static final int AT_ONCE = 20;

    private final Function<List<String>, List<String>> takenShapes;
    private final Set<String> given = new HashSet<>();

    /// @param takenShapes of these shapes, those that somebody has
    FreeHandles(Function<List<String>, List<String>> takenShapes) {
        this.takenShapes = takenShapes;
    }

    String give(String wish) {
        String base = Words.handle(wish, LONGEST);
        for (int from = 1; ; from += AT_ONCE) {
            List<String> candidates =
                    IntStream.range(from, from + AT_ONCE)
                            .mapToObj(number -> numbered(base, number))
                            .filter(FreeHandles::mayBe)
                            .toList();
            Set<String> taken =
                    new HashSet<>(
                            takenShapes.apply(candidates.stream().map(Handles::shape).toList()));
            for (String candidate : candidates) {
                String shape = Handles.shape(candidate);
                if (!taken.contains(shape) && given.add(shape)) {
                    return candidate;
                }
            }
        }
    }

    private static String numbered(String base, int number) {
        String start = base.isEmpty() ? "member" : base;
        if (number == 1) {
            return start;
        }
        String end = "-" + number;
        return start.substring(0, Math.min(start.length(), LONGEST - end.length())) + end;
    }

    private static boolean mayBe(String handle) {
        try {
            return Handles.clean(handle).equals(handle);
        } catch (ProblemException _) {
            return false;
        }
    }
}
