package rounds.search;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ContentRef;
import rounds.kernel.Excerpt;
import rounds.search.ViewerSearcher.Found;
import rounds.search.ViewerSearcher.Hit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Collects a page of hits that their viewer can read at this moment. What went out of sight since
/// it was indexed is left out, and the page filled from what follows.
final class ResultPage {
    private static final int ROUNDS = 5;

    private final Question question;
    private final Function<List<ContentRef>, Map<ContentRef, Excerpt>> readable;
    private final List<Excerpt> found = new ArrayList<>();
    private @Nullable Place place;
    private boolean more = true;
    private int total;
    private int gone;

    /// @param readable reads rows through the wall
    ResultPage(
            Question question,
            Function<List<ContentRef>, Map<ContentRef, Excerpt>> readable,
            @Nullable Place place) {
        this.question = question;
        this.readable = readable;
        this.place = place;
    }

    ResultPage collect(int limit) throws IOException {
        for (int round = 0; round < ROUNDS && more && found.size() < limit; round++) {
            int wanted = limit - found.size();
            // One more than wanted tells whether anything follows.
            Found answer = question.after(place, wanted + 1);
            more = answer.hits().size() > wanted;
            total = answer.total();
            take(more ? answer.hits().subList(0, wanted) : answer.hits());
        }
        return this;
    }

    private void take(List<Hit> hits) {
        if (hits.isEmpty()) {
            return;
        }
        Map<ContentRef, Excerpt> rows = readable.apply(hits.stream().map(Hit::content).toList());
        for (Hit hit : hits) {
            Excerpt row = rows.get(hit.content());
            if (row == null) {
                gone++;
            } else {
                found.add(row);
            }
        }
        place = Place.of(question.match(), hits.getLast().place());
    }

    /// How many hits could not be read.
    int gone() {
        return gone;
    }

    SearchResults results(boolean whole) {
        Passages passages = question.passages();
        List<SearchHit> hits = found.stream().map(row -> hit(row, passages)).toList();
        return new SearchResults(
                hits,
                total - gone,
                more && place != null ? place.cursor() : null,
                question.understood().written(hits),
                whole);
    }

    private static SearchHit hit(Excerpt row, Passages passages) {
        Language language = Language.of(row.language());
        return new SearchHit(
                row,
                passages.whole(row.title(), language),
                passages.best(row.text(), row.own(), language));
    }
}
