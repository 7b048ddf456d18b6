package rounds.topics;

/// What a viewer may do with a topic.
///
/// @param member whether she is in the community that has it: others read it as guests or from
///   outside
/// @param vote say that she wants a proposal
/// @param edit change what it pursues: its proposer while it is proposed, else its curators
/// @param takeBack of her own proposal, while nobody has opened it
/// @param open a proposal, or decline it, by her role
/// @param offer show it to other communities, or no longer, by her role
/// @param curate tend it: by her role, or because she was asked to
/// @param takePart gather, ask and suggest in it: members, while it is under way
public record TopicRights(
        boolean member,
        boolean vote,
        boolean edit,
        boolean takeBack,
        boolean open,
        boolean offer,
        boolean curate,
        boolean takePart) {}
