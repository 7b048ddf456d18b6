package rounds.topics;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Viewer;
import rounds.platform.database.Cursor;
import rounds.platform.database.Keyset;
import rounds.platform.database.Slice;
import rounds.platform.database.Transactions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Lists of topics.
@Singleton
public class TopicLists {
    private static final int MOST = 100;
    private static final String[] UNDER_WAY =
            Arrays.stream(TopicState.values())
                    .filter(TopicState::isUnderWay)
                    .map(TopicState::code)
                    .toArray(String[]::new);

    private final TopicListRepository rows;
    private final Transactions transactions;

    TopicLists(TopicListRepository rows, Transactions transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    /// A community's topics and those that are shown to it, the first of each part; a part that has
    /// none is absent. Proposals stand in the order of their votes.
    ///
    /// @param tag null: any
    /// @param each how many of a part
    public Map<TopicPart, List<TopicSummary>> in(
            Viewer viewer, long communityId, @Nullable String tag, int each) {
        List<TopicSummaryRow> found =
                transactions.read(
                        viewer, () -> rows.parts(communityId, tag, Math.clamp(each, 1, MOST)));
        var parts = new EnumMap<TopicPart, List<TopicSummary>>(TopicPart.class);
        for (TopicSummaryRow row : found) {
            parts.computeIfAbsent(TopicPart.values()[row.part() - 1], _ -> new ArrayList<>())
                    .add(row.summarised());
        }
        return parts;
    }

    /// Those of one part, what changed last first.
    ///
    /// @param after the cursor of the page before
    public Slice<TopicSummary> in(
            Viewer viewer,
            long communityId,
            TopicPart part,
            @Nullable String tag,
            @Nullable String after,
            int limit) {
        int taken = Math.clamp(limit, 1, MOST);
        Keyset from = Keyset.newestFirst(after);
        return transactions.read(
                viewer,
                () ->
                        Slice.of(
                                        rows.newest(
                                                communityId,
                                                part.states(),
                                                tag,
                                                from.at(),
                                                from.id(),
                                                taken + 1),
                                        taken,
                                        row -> Cursor.after(row.changedAt(), row.id()))
                                .map(TopicSummaryRow::summarised));
    }

    /// With what a community begins: topics that are open, then those that are being written, then
    /// published summaries; of each what changed last first.
    public List<TopicSummary> first(Viewer viewer, long communityId, int limit) {
        return transactions.read(
                viewer,
                () ->
                        rows.first(communityId, UNDER_WAY, Math.clamp(limit, 1, MOST)).stream()
                                .map(TopicSummaryRow::summarised)
                                .toList());
    }

    /// What is under way in a community, what changed last first.
    ///
    /// @param tag null: any
    public List<TopicSummary> underWay(
            Viewer viewer, long communityId, @Nullable String tag, int limit) {
        Keyset from = Keyset.newestFirst(null);
        return transactions.read(
                viewer,
                () ->
                        rows
                                .newest(
                                        communityId,
                                        UNDER_WAY,
                                        tag,
                                        from.at(),
                                        from.id(),
                                        Math.clamp(limit, 1, MOST))
                                .stream()
                                .map(TopicSummaryRow::summarised)
                                .toList());
    }

    /// The same in all communities that the viewer reads.
    ///
    /// @param tag null: any
    public List<TopicSummary> latest(Viewer viewer, @Nullable String tag, int limit) {
        return transactions.read(
                viewer,
                () ->
                        rows.latest(UNDER_WAY, tag, Math.clamp(limit, 1, MOST)).stream()
                                .map(TopicSummaryRow::summarised)
                                .toList());
    }
}
