package rounds.identity;

import org.jspecify.annotations.Nullable;

/// What somebody enters who wants an account.
///
/// @param handle null: made of the name
/// @param timeZone of the IANA database, in which she reads times; null: as most people here
public record SignUp(
        String name,
        @Nullable String handle,
        String email,
        String password,
        String profession,
        @Nullable String timeZone) {
    @Override
    public String toString() {
        return "SignUp";
    }
}
