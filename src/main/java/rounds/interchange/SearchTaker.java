package rounds.interchange;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.interchange.Mark.Narrowing;
import rounds.platform.database.Ids;
import rounds.search.SavedSearches;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Takes the searches in that people keep, as many of each as the pages let her keep.
@Singleton
class SearchTaker {
    static final String LINE = "line";

    private final SearchRepository searches;
    private final Rows rows;

    SearchTaker(SearchRepository searches, Rows rows) {
        this.searches = searches;
        this.rows = rows;
    }

    /// In which column of its row the id of a narrowing stands.
    static String column(int number) {
        return "narrowed_" + number;
    }

    /// @param found their rows, each with its line's number; those that are refused go out of it
    /// @return how many are new
    int take(List<Map<String, Object>> found, Outcome outcome) {
        found.forEach(SearchTaker::fill);
        Map<Object, Boolean> room = new HashMap<>();
        searches.fresh(rows.json(found), SavedSearches.MOST)
                .forEach(one -> room.put(one.line(), one.room()));
        room.forEach((line, fits) -> {
            if (!fits) {
                outcome.refuse(
                        (Integer) line,
                        "the person keeps " + SavedSearches.MOST + " searches already");
            }
        });
        found.removeIf(row -> Boolean.FALSE.equals(room.get(row.get(LINE))));
        List<Map<String, Object>> fresh =
                found.stream().filter(row -> room.containsKey(row.get(LINE))).toList();
        return fresh.isEmpty() ? 0 : searches.insert(rows.json(fresh));
    }

    private static void fill(Map<String, Object> row) {
        row.put("id", Ids.next());
        var narrowed = new ArrayList<Map<String, Object>>();
        if (row.get("narrowed") instanceof List<?> all) {
            for (int n = 0; n < all.size(); n++) {
                narrowed.add(narrowing((Narrowing) all.get(n), row.get(column(n))));
            }
        }
        row.put("narrowed", narrowed);
    }

    /// @param id that was found for it; null: it refers to nothing
    private static Map<String, Object> narrowing(Narrowing narrowing, @Nullable Object id) {
        return id == null
                ? Map.of("code", narrowing.facet(), "value", narrowing.value())
                : Map.of("code", narrowing.facet(), "id", id);
    }
}
