package rounds.cases;

import io.micronaut.core.annotation.Introspected;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/// How the same went where others tried it, in one kind of setting; each person counts once.
@Introspected
public record Tally(String setting, int worked, int partly, int failed) {

    /// Draws more than this as nobody can count.
    private static final int MOST_DOTS = 24;

    /// One sign for each of them; none where they are too many to be counted.
    public List<String> dots() {
        return all() > MOST_DOTS
                ? List.of()
                : Stream.of(
                                Collections.nCopies(worked, "worked"),
                                Collections.nCopies(partly, "partly"),
                                Collections.nCopies(failed, "not"))
                        .flatMap(List::stream)
                        .toList();
    }

    /// How it went for the only one who tried: `worked`, `partly` or `not`; empty where there are
    /// more.
    public String alone() {
        return all() == 1 ? dots().getFirst() : "";
    }

    public int all() {
        return worked + partly + failed;
    }
}
