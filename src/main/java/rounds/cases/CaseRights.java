package rounds.cases;

/// What a viewer may do with a story.
///
/// @param word write in it: her own, while it is a draft or is read
/// @param takeBack of what waits for its second reader, make a draft again
/// @param answer say that she tried it, or a quiet word
/// @param release let it out as its second reader, or give it back
/// @param inside read by what right it is told, and who wrote it
public record CaseRights(
        boolean word,
        boolean takeBack,
        boolean withdraw,
        boolean answer,
        boolean release,
        boolean hide,
        boolean restore,
        boolean report,
        boolean inside) {}
