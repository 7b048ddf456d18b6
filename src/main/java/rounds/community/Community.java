package rounds.community;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/// A community as one viewer sees it.
///
/// @param audience who it is for, in the words of its founder
/// @param members how many people are in it
/// @param waiting what waits for those who govern it; nothing for a viewer who may not decide
/// @param secondReader whether somebody else reads a case story before the others do
/// @param asksIdentifiers whether whoever writes is asked about what could tell who a patient is
/// @param glossary whether the viewer reads words in its glossary
/// @param may the codes of what the viewer may do here, for the pages: see [Policy#allowed]
/// @param conversation who writes to whom, where this is no community but a few people's notes
public record Community(
        long id,
        String slug,
        String name,
        String purpose,
        String audience,
        Visibility visibility,
        List<String> languages,
        int members,
        Waiting waiting,
        boolean reviewFirstPosts,
        boolean reviewResources,
        boolean secondReader,
        boolean asksIdentifiers,
        boolean membersMayInvite,
        boolean glossary,
        Instant createdAt,
        Standing standing,
        Set<String> may,
        @Nullable Conversation conversation) {

    // A conversation is called after the others in it, and whatever the policy says of members,
    // nobody governs it.
    public Community {
        if (conversation != null) {
            name = conversation.name();
            may = Conversation.MAY;
        }
    }

    public String path() {
        return "/c/" + slug;
    }

    /// Whether the viewer may do this here.
    public boolean may(Capability capability) {
        return may.contains(capability.code());
    }

    /// Whether the viewer may ask to join.
    public boolean mayAsk() {
        return may.contains(Policy.ASK);
    }
}
