package rounds.search;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ContentRef;
import rounds.kernel.Excerpt;
import rounds.search.SearchRequest.Extra;
import rounds.search.ViewerSearcher.Found;
import rounds.search.ViewerSearcher.Hit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Collects a page of hits that their viewer can read at this moment. What went out of sight since
/// it was indexed is left out, and the page filled from what follows.
final class ResultPage {
    private static final int ROUNDS = 5;

    private final Question question;
    private final Function<List<ContentRef>, Map<ContentRef, Excerpt>> readable;
    private final List<Hit> hits = new ArrayList<>();
    private final Map<ContentRef, Excerpt> found = new HashMap<>();
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
        for (int round = 0; round < ROUNDS && more && hits.size() < limit; round++) {
            int wanted = limit - hits.size();
            // One more than wanted tells whether anything follows.
            Found answer = question.after(place, wanted + 1);
            more = answer.hits().size() > wanted;
            total = answer.total();
            take(more ? answer.hits().subList(0, wanted) : answer.hits());
        }
        return this;
    }

    private void take(List<Hit> next) {
        if (next.isEmpty()) {
            return;
        }
        Map<ContentRef, Excerpt> rows = readable.apply(refs(next));
        for (Hit hit : next) {
            Excerpt row = rows.get(hit.content());
            if (row == null) {
                gone++;
            } else {
                found.put(hit.content(), row);
                hits.add(hit);
            }
        }
        place = Place.of(question.match(), question.order(), next.getLast().place());
    }

    /// How many hits could not be read.
    int gone() {
        return gone;
    }

    /// @param extras what is told besides the hits
    SearchResults results(Set<Extra> extras, boolean whole) throws IOException {
        boolean grouped = extras.contains(Extra.GROUPS);
        boolean reasoned = extras.contains(Extra.REASONS);
        Passages passages = question.passages();
        Map<Long, List<Hit>> beside = grouped ? beside() : Map.of();
        Map<Integer, List<String>> missing = question.missing(hits);
        List<SearchHit> shown = new ArrayList<>();
        for (Hit hit : hits) {
            List<Hit> others = beside.getOrDefault(hit.group(), List.of());
            List<Reason> reasons = reasoned ? question.reasons(hit) : List.of();
            List<String> lacks = missing.getOrDefault(hit.place().doc, List.of());
            shown.add(shown(hit, others, lacks, reasons, passages));
        }
        return new SearchResults(
                shown,
                total - gone,
                grouped ? question.places() : total - gone,
                Map.of(),
                more && place != null ? place.cursor() : null,
                question.understood().written(shown),
                whole);
    }

    /// What else is found in the discussions on this page, as far as it can be read.
    private Map<Long, List<Hit>> beside() throws IOException {
        List<Hit> others = question.beside(hits);
        found.putAll(readable.apply(refs(others)));
        return others.stream()
                .filter(hit -> found.containsKey(hit.content()))
                .collect(Collectors.groupingBy(Hit::group));
    }

    private static List<ContentRef> refs(List<Hit> hits) {
        return hits.stream().map(Hit::content).toList();
    }

    private SearchHit shown(
            Hit hit,
            List<Hit> beside,
            List<String> missing,
            List<Reason> reasons,
            Passages passages) {
        Excerpt row = row(hit);
        List<SearchHit.Beside> others =
                beside.stream()
                        .limit(SearchHit.MOST_BESIDE)
                        .map(this::row)
                        .map(other -> new SearchHit.Beside(other, passage(other, passages)))
                        .toList();
        return new SearchHit(
                row,
                passages.whole(row.title(), Language.of(row.language())),
                passage(row, passages),
                others,
                beside.size() - others.size(),
                missing,
                reasons.stream()
                        .map(reason -> reason.in(row.text(), Language.of(row.language())))
                        .toList());
    }

    private Excerpt row(Hit hit) {
        return Objects.requireNonNull(found.get(hit.content()));
    }

    private static Passage passage(Excerpt row, Passages passages) {
        return passages.best(row.text(), row.own(), Language.of(row.language()));
    }
}
