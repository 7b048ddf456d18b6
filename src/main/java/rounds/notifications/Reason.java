package rounds.notifications;

import java.util.Locale;

/// Why somebody is told of something.
public enum Reason {
    /// Somebody answered her.
    REPLY,
    MENTION,
    /// A new post in what she watches.
    POST,
    /// A new discussion in what she watches.
    DISCUSSION,
    ANNOUNCEMENT,
    /// Somebody found her post helpful, or marked it otherwise.
    MARK,
    /// A poll has ended that she asked, or voted in.
    POLL,
    /// What moderators decided about her post.
    APPROVED,
    DECLINED,
    HIDDEN,
    RESTORED,
    DELETED,
    /// A community has let her in.
    ADMITTED,
    /// She was given a role.
    ROLE,
    /// Somebody asks to be let in where she decides.
    REQUEST,
    /// Somebody reported a post where she moderates.
    REPORTED,
    /// What moderators decided about a post that she had reported.
    VERDICT,
    /// The day has come that she chose.
    REMINDER;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Reason of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /// What rows are shown as one: talk in a discussion together, each decision alone.
    String bundle(long groupId, long contentId) {
        return switch (this) {
            case REPLY, POST -> "talk-" + groupId;
            case MENTION -> "mention-" + groupId;
            case DISCUSSION, ANNOUNCEMENT -> "new-" + groupId;
            case MARK -> "mark-" + groupId;
            case REQUEST, REPORTED -> code() + "-" + groupId;
            case POLL,
                    APPROVED,
                    DECLINED,
                    HIDDEN,
                    RESTORED,
                    DELETED,
                    ADMITTED,
                    ROLE,
                    VERDICT,
                    REMINDER ->
                    code() + "-" + contentId;
        };
    }
}
