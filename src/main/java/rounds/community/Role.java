package rounds.community;

import java.util.Locale;

/// What somebody is in a community. VISITOR and PERSON are what those are who are not in it.
public enum Role {
    VISITOR,
    PERSON,
    MEMBER,
    PEER_CHAMPION,
    MODERATOR,
    CORE_TEAM,
    CHAIR,
    RELATIONSHIP_MANAGER;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether this is given to members, beside their membership.
    public boolean isGiven() {
        return compareTo(MEMBER) > 0;
    }

    public static Role of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
