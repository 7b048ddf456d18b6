package rounds.identity;

import io.micronaut.core.annotation.Introspected;

import org.jspecify.annotations.Nullable;

/// What decides whether somebody is let in. Never leaves this package.
@Introspected
record Account(
        long personId,
        String handle,
        String name,
        String email,
        @Nullable String passwordHash,
        boolean confirmed,
        int authVersion,
        boolean suspended,
        boolean sample,
        @Nullable String language) {

    /// The language of mails to this person, else that of the page she is on.
    String mailLanguage(String page) {
        return language == null ? page : language;
    }

    @Override
    public String toString() {
        return "Account[" + personId + "]";
    }
}
