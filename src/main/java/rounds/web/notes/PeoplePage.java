package rounds.web.notes;

import org.jspecify.annotations.Nullable;

import rounds.community.Acquaintance;
import rounds.community.Conversation;
import rounds.forum.Discussion;
import rounds.web.page.Filled;

import java.util.List;

/// Who is in a conversation, and who could be taken in.
///
/// @param found people whom the words fit, who are not in it yet
/// @param refused why somebody could not be taken in; null when nobody was refused
public record PeoplePage(
        Discussion discussion,
        Conversation conversation,
        String words,
        List<Acquaintance> found,
        @Nullable Filled refused) {}
