package rounds.community;

import java.util.Locale;

/// What can be done in a community: the rows of permissions.csv.
public enum Capability {
    SEE_COMMUNITY,
    SEE_LEADERS,
    SEE_MEMBERS,
    READ,
    FIND,
    SEE_REVISIONS,
    SEE_GONE,
    SEE_REPORTS,
    SEE_LOG,
    JOIN,
    LEAVE,
    POST,
    ANNOUNCE,
    PLAN,
    REPORT,
    EDIT,
    DELETE,
    CLOSE,
    REOPEN,
    PIN,
    TAG,
    /// Change the title and the kind of a discussion.
    CORRECT,
    REACT,
    VOTE,
    MARK_HELPED,
    /// Put something into the library.
    SHARE,
    /// Tell a case story.
    TELL,
    /// Read the case story that one told, take it back, and take something out of it, wherever one
    /// is.
    OWN_STORY,
    /// Read a case story before the others do, and let it out.
    RELEASE,
    /// Propose a focus topic, and say that one wants it.
    PROPOSE,
    /// Keep the library true: collections, versions, what is official and what is due for review;
    /// open focus topics.
    CURATE,
    /// Say that a word belongs into the glossary, and what it means.
    PROPOSE_TERMS,
    MANAGE_TAGS,
    FEATURE,
    MOVE,
    MERGE,
    HIDE,
    HANDLE_REPORTS,
    INVITE,
    APPROVE_MEMBERS,
    REMOVE_MEMBERS,
    GIVE_ROLES,
    CHANGE_SETTINGS,
    NARROW,
    WIDEN;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
