package rounds.search;

import rounds.kernel.Audience;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// What one viewer may find: everything written in public where that is still public, and what
/// carries one of her own tokens.
record ViewerAudience(PublicCommunities open, List<String> tokens) {

    /// @param personId 0 for a visitor
    /// @param reads communities she is a member of
    /// @param moderates communities she moderates
    static ViewerAudience of(
            PublicCommunities open,
            long personId,
            Collection<Long> reads,
            Collection<Long> moderates) {
        var tokens = new ArrayList<String>();
        reads.forEach(id -> tokens.add(Audience.members(id)));
        moderates.forEach(id -> tokens.add(Audience.moderators(id)));
        reads.forEach(id -> tokens.add(Audience.person(personId, id)));
        tokens.sort(null);
        return new ViewerAudience(open, List.copyOf(tokens));
    }
}
