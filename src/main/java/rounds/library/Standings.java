package rounds.library;

import jakarta.inject.Singleton;

import rounds.platform.database.Slice;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Puts what became of resources beside what lists say of them. Inside the viewer's transaction.
@Singleton
final class Standings {
    private final ShelfRepository shelf;

    Standings(ShelfRepository shelf) {
        this.shelf = shelf;
    }

    /// Without what has gone since it was found.
    Slice<Withheld> of(Slice<WithheldRow> found) {
        Map<Long, ResourceSummary> byId =
                summaries(found.items().stream().map(WithheldRow::id).toList());
        List<Withheld> known =
                found.items().stream()
                        .flatMap(row -> Stream.ofNullable(byId.get(row.id())).map(row::of))
                        .toList();
        return new Slice<>(known, found.next());
    }

    Map<Long, ResourceSummary> summaries(Collection<Long> ids) {
        Long[] wanted = ids.stream().distinct().toArray(Long[]::new);
        return wanted.length == 0
                ? Map.of()
                : shelf.these(wanted).stream()
                        .map(ResourceSummaryRow::summary)
                        .collect(Collectors.toMap(ResourceSummary::id, Function.identity()));
    }
}
