package rounds.cases;

/// What a viewer may do with a story.
///
/// @param word write in it: her own, while it is a draft, is read or hidden
/// @param shorten take words out of it and nothing else: her own that others read or that is
///   hidden, where she is in its community no longer
/// @param takeBack of what waits for its second reader, make a draft again
/// @param answer say that she tried it, or a quiet word
/// @param release let it out as its second reader, or give it back
/// @param inside read by what right it is told, and who wrote it
public record CaseRights(
        boolean word,
        boolean shorten,
        boolean takeBack,
        boolean withdraw,
        boolean answer,
        boolean release,
        boolean hide,
        boolean restore,
        boolean report,
        boolean inside) {

    /// Take a follow-up out of it.
    public boolean strike() {
        return withdraw || hide || restore;
    }
}
