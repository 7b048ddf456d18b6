package rounds.kernel;

import java.util.Locale;

/// What happened to content. Consumers re-read the current row, so this only says where it is worth
/// looking.
public enum What {
    CREATED,
    EDITED,
    /// Who may read it has changed (hidden, restored, deleted, moved), or what it is called (title,
    /// tags, kind): what lies below it is affected, too.
    AUDIENCE,
    /// What people say about it has changed (a reaction, what helped, how far it has come, a
    /// ballot), not its words: nothing below it is affected.
    MARKED,
    /// People were told of it: the pages they have open learn of that, and nobody else.
    TOLD;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static What of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
