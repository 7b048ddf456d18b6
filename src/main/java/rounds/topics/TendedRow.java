package rounds.topics;

import io.micronaut.core.annotation.Introspected;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/// A topic as those who gather things around it know it.
///
/// @param arranged raised with every change of what stands on its shelf
/// @param shared whether another community reads it, or was asked to
/// @param resultId the resource that its summary became
/// @param curates whether the viewer tends it
/// @param member whether she is a member of the community that has it
@Introspected
record TendedRow(
        long id,
        long communityId,
        String state,
        String title,
        int arranged,
        int summary,
        int practised,
        boolean shared,
        @Nullable Long resultId,
        boolean curates,
        boolean member) {

    private static final Set<String> UNDER_WAY =
            Set.of("open", "synthesising", "published", "review");

    /// The same of a topic that was read already.
    static TendedRow of(Topic topic) {
        Summary summary = topic.summary();
        return new TendedRow(
                topic.id(),
                topic.communityId(),
                topic.state().code(),
                topic.title(),
                topic.arranged(),
                summary == null ? 0 : summary.number(),
                topic.practised(),
                topic.shared(),
                topic.resultId(),
                topic.may().curate(),
                topic.may().member());
    }

    boolean underWay() {
        return UNDER_WAY.contains(state);
    }
}
