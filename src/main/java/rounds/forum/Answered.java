package rounds.forum;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Whom the posts of a page answer, where the post above does not show it. Most answer one that
/// stands on the same page; who wrote the others is asked for once.
final class Answered {
    private final Map<Integer, String> authors = new HashMap<>();
    private final List<Integer> shown = new ArrayList<>();
    private final List<Integer> elsewhere = new ArrayList<>();

    /// @param rows in the order in which they are shown
    Answered(List<PostRow> rows) {
        rows.forEach(row -> authors.put(row.number(), row.name()));
        int above = 0;
        for (PostRow row : rows) {
            Integer parent = row.parentNumber();
            // That something answers the opening post goes without saying.
            if (parent != null && parent > 1 && parent != above) {
                shown.add(row.number());
                if (!authors.containsKey(parent)) {
                    elsewhere.add(parent);
                }
            }
            above = row.number();
        }
    }

    /// The numbers of answered posts that stand on other pages.
    Integer[] elsewhere() {
        return elsewhere.toArray(Integer[]::new);
    }

    /// Where one is not readable, it stays unnamed.
    void learn(List<BesideRow> beside) {
        for (BesideRow row : beside) {
            if (row.name() != null) {
                authors.put(row.number(), row.name());
            }
        }
    }

    @Nullable String nameFor(PostRow row) {
        return shown.contains(row.number())
                ? authors.get(Objects.requireNonNull(row.parentNumber()))
                : null;
    }
}
