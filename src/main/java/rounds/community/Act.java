package rounds.community;

import java.util.Locale;

/// What a community's log tells of its own government. Content features add their own acts.
public enum Act {
    FOUNDED,
    SETTINGS_CHANGED,
    NARROWED,
    WIDENED,
    ADMITTED,
    DECLINED,
    INVITED,
    INVITATION_ENDED,
    ROLE_GIVEN,
    ROLE_ENDED,
    REMOVED,
    LEFT;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
