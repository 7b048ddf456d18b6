package rounds.web.notes;

import rounds.community.Conversation;
import rounds.forum.Discussion;

/// Leaving a conversation, asked about before it is done.
public record LeavePage(Discussion discussion, Conversation conversation) {}
