package rounds.kernel;

/// The tokens by which the index knows who may find a document; the viewer's own tokens filter
/// every query.
public final class Audience {

    /// Written under public visibility: asked for together with the communities that are public
    /// now, so that narrowing a community needs no new index.
    public static String publicIn(long communityId) {
        return "p" + communityId;
    }

    /// For the members of a community.
    public static String members(long communityId) {
        return "m" + communityId;
    }

    /// For a community's moderators: hidden, or waiting for a look.
    public static String moderators(long communityId) {
        return "x" + communityId;
    }

    /// For one person as long as she is in the community: her own words that others may not see.
    public static String person(long personId, long communityId) {
        return "u" + personId + "." + communityId;
    }

    private Audience() {}
}
