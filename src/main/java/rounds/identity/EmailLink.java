package rounds.identity;

import io.micronaut.core.annotation.Introspected;

/// What a link in a mail is for, and for whom.
@Introspected
record EmailLink(long personId, String purpose, String email) {
    static final String CONFIRM = "confirm";
    static final String RESET = "reset";
    static final String CHANGE_ADDRESS = "change_address";
}
