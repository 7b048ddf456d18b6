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
    /// Her answer was marked as what helped.
    HELPED,
    /// Somebody tried what she proposed, and says how it went.
    TRIED,
    /// A poll has ended that she asked, or voted in.
    POLL,
    /// What moderators decided about her post.
    APPROVED,
    DECLINED,
    HIDDEN,
    RESTORED,
    DELETED,
    /// The discussion that she opened, or answered in, went to another community.
    MOVED,
    /// Moderators corrected the title or the kind of a discussion that she opened.
    CORRECTED,
    /// Somebody shared a resource where she moderates, and it waits to be let in.
    RESOURCE_WAITS,
    /// Somebody asks where she moderates that something hidden be shown again.
    RESOURCE_ASKED,
    /// What she shared, saved, used or proposed to renew has a new version.
    VERSION,
    /// Somebody proposes a new version of what she decides about.
    VERSION_PROPOSED,
    /// The version that she proposed was taken, or not.
    VERSION_TAKEN,
    VERSION_DECLINED,
    /// A version that somebody else proposed of what she shared was not taken.
    VERSION_LEFT,
    /// The owner of a resource wants other words to be said of it where she curates.
    WORDS_PROPOSED,
    /// What she wanted to be said of what she shared was taken, or not.
    WORDS_TAKEN,
    WORDS_DECLINED,
    /// In a file that she shared something could tell who a patient is.
    FILE_ASKED,
    /// The same where she moderates, of a file that others have read, or may never.
    FILE_FOUND,
    /// A case story waits where she is asked to read it first.
    CASE_WAITS,
    /// What became of a case whose story she saved or follows.
    CASE_LATER,
    /// Such a story says something else now.
    CASE_EDITED,
    /// Somebody proposes a focus topic where she may open it.
    TOPIC_PROPOSED,
    /// A topic that she wanted, follows or tends was opened; what she proposed was declined.
    TOPIC_OPENED,
    TOPIC_DECLINED,
    /// Such a topic was published, or its summary says something else.
    TOPIC_PUBLISHED,
    TOPIC_SUMMARY,
    /// What the summary of a topic cites that she tends has changed, or is gone.
    TOPIC_SOURCE,
    /// Somebody suggests another wording where she decides.
    TOPIC_SUGGESTED,
    /// What she suggested was taken, or not.
    TOPIC_SUGGESTION_TAKEN,
    TOPIC_SUGGESTION_DECLINED,
    /// Another community offers a topic to one where she decides.
    TOPIC_OFFERED,
    /// Somebody proposes a word for a glossary that she curates.
    TERM_PROPOSED,
    /// The word that she proposed was taken, or not.
    TERM_TAKEN,
    TERM_DECLINED,
    /// What she answers for is due to be looked at again.
    REVIEW_DUE,
    /// There is something new in a search that she saved.
    SEARCH_FOUND,
    /// A community has let her in.
    ADMITTED,
    /// She was given a role.
    ROLE,
    /// She was removed from a community.
    REMOVED,
    /// Somebody asks to be let in where she decides.
    REQUEST,
    /// Somebody reported a post where she moderates.
    REPORTED,
    /// What moderators decided about a post that she had reported.
    VERDICT,
    /// The day has come that she chose.
    REMINDER;

    /// Whether it asks for a decision: when that has been made it needs nobody any more.
    boolean isAsked() {
        return switch (this) {
            case RESOURCE_WAITS,
                    RESOURCE_ASKED,
                    VERSION_PROPOSED,
                    WORDS_PROPOSED,
                    FILE_ASKED,
                    FILE_FOUND,
                    CASE_WAITS,
                    TOPIC_PROPOSED,
                    TOPIC_SUGGESTED,
                    TOPIC_OFFERED,
                    TERM_PROPOSED ->
                    true;
            default -> false;
        };
    }

    /// Whether it concerns those who saved or followed the content.
    boolean isForKeepers() {
        return switch (this) {
            case VERSION, CASE_LATER, CASE_EDITED, TOPIC_OPENED, TOPIC_PUBLISHED, TOPIC_SUMMARY ->
                    true;
            default -> false;
        };
    }

    /// Whether it is told of what is not yet, or no more, read by all who read its community.
    boolean isToldOfHidden() {
        return switch (this) {
            case RESOURCE_WAITS,
                    RESOURCE_ASKED,
                    FILE_ASKED,
                    FILE_FOUND,
                    CASE_WAITS,
                    TOPIC_PROPOSED,
                    TOPIC_DECLINED,
                    TERM_PROPOSED,
                    TERM_DECLINED ->
                    true;
            default -> false;
        };
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Reason of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /// What rows are shown as one: talk in a discussion together, each decision alone.
    String bundle(long groupId, long contentId, long occasion) {
        return switch (this) {
            case REPLY, POST -> "talk-" + groupId;
            case MENTION -> "mention-" + groupId;
            case DISCUSSION, ANNOUNCEMENT -> "new-" + groupId;
            case MARK -> "mark-" + groupId;
            case TRIED -> "tried-" + contentId;
            case HELPED, MOVED, CORRECTED -> code() + "-" + groupId;
            case REQUEST, REPORTED -> code() + "-" + groupId;
            case POLL,
                    VERSION,
                    RESOURCE_WAITS,
                    RESOURCE_ASKED,
                    CASE_WAITS,
                    CASE_LATER,
                    CASE_EDITED,
                    TOPIC_PROPOSED,
                    TOPIC_OPENED,
                    TOPIC_DECLINED,
                    TOPIC_PUBLISHED,
                    TOPIC_SUMMARY,
                    TOPIC_SOURCE,
                    TERM_PROPOSED,
                    TERM_TAKEN,
                    TERM_DECLINED,
                    REVIEW_DUE,
                    APPROVED,
                    DECLINED,
                    HIDDEN,
                    RESTORED,
                    DELETED,
                    ADMITTED,
                    ROLE,
                    REMOVED,
                    VERDICT,
                    REMINDER ->
                    code() + "-" + contentId;
            // Each has its own reason, and its own page.
            case VERSION_PROPOSED,
                    VERSION_TAKEN,
                    VERSION_DECLINED,
                    VERSION_LEFT,
                    WORDS_PROPOSED,
                    WORDS_TAKEN,
                    WORDS_DECLINED,
                    FILE_ASKED,
                    FILE_FOUND,
                    TOPIC_OFFERED ->
                    code() + "-" + contentId + "-" + occasion;
            case TOPIC_SUGGESTED, TOPIC_SUGGESTION_TAKEN, TOPIC_SUGGESTION_DECLINED, SEARCH_FOUND ->
                    code() + "-" + occasion;
        };
    }
}
