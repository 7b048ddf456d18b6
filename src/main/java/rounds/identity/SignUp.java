package rounds.identity;

import org.jspecify.annotations.Nullable;

/// What somebody enters who wants an account.
///
/// @param handle null: made of the name
public record SignUp(
        String name, @Nullable String handle, String email, String password, String profession) {
    @Override
    public String toString() {
        return "SignUp";
    }
}
