package rounds.identity;

import rounds.kernel.Viewer;

/// Somebody was let in: who, and the two tokens that say so from now on.
///
/// @param accessToken good for [AccessTokens#LIFE]
/// @param refreshToken good for one exchange, within [Sessions#LIFE_DAYS]
public record Grant(Viewer.SignedIn viewer, String accessToken, String refreshToken) {
    @Override
    public String toString() {
        return "Grant[" + viewer + "]";
    }
}
