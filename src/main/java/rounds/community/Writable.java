package rounds.community;

import java.util.Locale;

/// Whether one may write a note to somebody.
public enum Writable {
    YES,
    SELF,
    /// The writer's own address is not confirmed yet.
    UNCONFIRMED,
    /// They share no community.
    STRANGER,
    /// That person takes no notes, from nobody or not from the writer.
    REFUSED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Writable of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
