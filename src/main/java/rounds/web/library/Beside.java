package rounds.web.library;

import org.jspecify.annotations.Nullable;

import rounds.forum.DiscussionSummary;
import rounds.library.Practised;
import rounds.platform.database.Slice;
import rounds.search.SearchHit;
import rounds.topics.ResultOf;
import rounds.web.page.Filled;

import java.util.List;

/// What there is around a resource: what people made of it, what they say of it, what is like it.
///
/// @param saved whether the viewer has saved it for later
/// @param followed whether she hears of what becomes of it
/// @param practice the form in which the viewer says that she used it
/// @param discussed discussions that lead to it, the latest first
/// @param alike resources and discussions with words like its title
/// @param resultOf the focus topic whose summary it was; absent where it was none
public record Beside(
        boolean saved,
        boolean followed,
        Practised practised,
        Filled practice,
        Slice<DiscussionSummary> discussed,
        List<SearchHit> alike,
        @Nullable ResultOf resultOf) {

    static final Beside NOTHING =
            new Beside(
                    false,
                    false,
                    Practised.NOTHING,
                    Filled.empty(),
                    new Slice<>(List.of(), null),
                    List.of(),
                    null);

    /// Those of them that do not stand there as discussed already.
    Beside with(List<SearchHit> found) {
        return new Beside(
                saved,
                followed,
                practised,
                practice,
                discussed,
                found.stream()
                        .filter(hit ->
                                discussed.items().stream()
                                        .noneMatch(one -> one.id() == hit.excerpt().group().id()))
                        .toList(),
                resultOf);
    }
}
