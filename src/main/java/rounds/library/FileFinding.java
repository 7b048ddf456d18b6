package rounds.library;

import io.micronaut.core.annotation.Introspected;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// A passage in the file of a version that could tell who a patient is.
///
/// @param kind as [rounds.platform.phi.Kind#code]; `unseen` for what has no text
/// @param saidBefore the words before it, on the same line
/// @param pages the first on which it stands, in their order
/// @param times how often it stands in the file
/// @param certain whether it identifies somebody beyond doubt, so that only another file helps
/// @param reason why it may stay; empty: nobody has said so
@Introspected
public record FileFinding(
        long id,
        String kind,
        String passage,
        String saidBefore,
        String saidAfter,
        Integer[] pages,
        int times,
        boolean certain,
        String reason,
        @Nullable Instant confirmedAt) {

    public boolean isOpen() {
        return confirmedAt == null;
    }

    /// Whether it is what no text can be taken of, and not a passage.
    public boolean isUnseen() {
        return kind.equals(Looking.UNSEEN);
    }

    public List<Integer> places() {
        return List.of(pages);
    }

    /// `3, 7, 12`
    public String pagesShown() {
        return Arrays.stream(pages).map(String::valueOf).collect(Collectors.joining(", "));
    }
}
