package rounds.forum;

import rounds.community.Role;

import java.util.Map;
import java.util.stream.Collectors;

/// The words by which a post names all who hold a role: `@moderators`. They mean those of the
/// community in which the post stands, wherever it moves, so they need no address before them; each
/// stands in both languages, and no person can have one of them for a handle.
public final class RoleNames {
    private static final Map<String, Role> ROLES =
            Map.ofEntries(
                    Map.entry("moderators", Role.MODERATOR),
                    Map.entry("moderation", Role.MODERATOR),
                    Map.entry("core-team", Role.CORE_TEAM),
                    Map.entry("equipe-de-base", Role.CORE_TEAM),
                    Map.entry("chairs", Role.CHAIR),
                    Map.entry("presidence", Role.CHAIR),
                    Map.entry("peer-champions", Role.PEER_CHAMPION),
                    Map.entry("pairs-champions", Role.PEER_CHAMPION),
                    Map.entry("relationship-managers", Role.RELATIONSHIP_MANAGER),
                    Map.entry("gestion-des-relations", Role.RELATIONSHIP_MANAGER));

    private static final Map<Role, String> ENGLISH =
            Map.of(
                    Role.MODERATOR, "moderators",
                    Role.CORE_TEAM, "core-team",
                    Role.CHAIR, "chairs",
                    Role.PEER_CHAMPION, "peer-champions",
                    Role.RELATIONSHIP_MANAGER, "relationship-managers");

    private static final Map<Role, String> FRENCH =
            ROLES.entrySet().stream()
                    .filter(entry -> !ENGLISH.containsValue(entry.getKey()))
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    static boolean has(String name) {
        return ROLES.containsKey(name);
    }

    static Role role(String name) {
        Role role = ROLES.get(name);
        if (role == null) {
            throw new IllegalArgumentException("No name of a role: " + name);
        }
        return role;
    }

    /// The roles by the word for each in that language: `fr`, or else English.
    public static Map<Role, String> in(String language) {
        return language.equals("fr") ? FRENCH : ENGLISH;
    }

    private RoleNames() {}
}
