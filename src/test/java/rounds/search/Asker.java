package rounds.search;

import rounds.kernel.Indexable;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Somebody who searches, and by plain rules what she may find.
///
/// @param person 0 for a visitor
/// @param open communities that are public now
/// @param reads communities that she is a member of
/// @param moderates communities that she moderates
record Asker(String name, long person, Set<Long> open, Set<Long> reads, Set<Long> moderates) {
    /// The communities: one and five are public, two is listed, three and four are private.
    static final long ONE = 1;

    static final long TWO = 2;
    static final long THREE = 3;
    static final long FOUR = 4;
    static final long FIVE = 5;

    static final long ADA = 1;
    static final long BO = 7;

    /// As they are typed.
    static final Map<String, Long> COMMUNITIES =
            Map.of("one", ONE, "two", TWO, "three", THREE, "four", FOUR, "five", FIVE);

    static final Map<String, List<Called>> CALLED =
            COMMUNITIES.entrySet().stream()
                    .collect(
                            Collectors.toMap(
                                    Map.Entry::getKey,
                                    one ->
                                            List.of(
                                                    new Called(
                                                            one.getValue(),
                                                            one.getKey(),
                                                            one.getKey()))));

    static final Map<String, List<Called>> PEOPLE =
            Map.of(
                    "ada", List.of(new Called(ADA, "ada", "Ada")),
                    "bo.berg", List.of(new Called(BO, "bo.berg", "Bo Berg")),
                    "berg",
                            List.of(
                                    new Called(BO, "bo.berg", "Bo Berg"),
                                    new Called(30, "cy.berg", "Cy Berg")));

    private static final Set<Long> PUBLIC = Set.of(ONE, FIVE);

    /// One of each kind.
    static final List<Asker> ELEVEN =
            List.of(
                    asker("visitor", 0, Set.of(), Set.of()),
                    asker("stranger", 20, Set.of(), Set.of()),
                    asker("member of an open one", 21, Set.of(ONE), Set.of()),
                    asker("member of a listed one", 22, Set.of(TWO), Set.of()),
                    asker("member of a private one", 23, Set.of(THREE), Set.of()),
                    asker("member of two", 24, Set.of(TWO, THREE), Set.of()),
                    asker("moderator of an open one", 25, Set.of(ONE), Set.of(ONE)),
                    asker("moderator of a listed one", 26, Set.of(TWO), Set.of(TWO)),
                    asker("moderator of a private one", 27, Set.of(THREE), Set.of(THREE)),
                    asker("author of hidden things", BO, Set.of(ONE, THREE), Set.of()),
                    asker("author of unfinished things", ADA, Set.of(TWO), Set.of()));

    /// A member of a private community on a site without public ones.
    static final Asker SECLUDED = new Asker("secluded", 23, Set.of(), Set.of(THREE), Set.of());

    private static Asker asker(String name, long person, Set<Long> reads, Set<Long> moderates) {
        return new Asker(name, person, PUBLIC, reads, moderates);
    }

    /// As the index asks for her.
    ViewerAudience audience() {
        return ViewerAudience.of(
                new PublicCommunities(open.isEmpty() ? 2 : 1, open), person, reads, moderates);
    }

    boolean mayFind(Indexable content) {
        return content.audience().stream().anyMatch(this::isMeantBy);
    }

    private boolean isMeantBy(String token) {
        String[] ids = token.substring(1).split("\\.");
        long first = Long.parseLong(ids[0]);
        return switch (token.charAt(0)) {
            case 'p' -> open.contains(first);
            case 'm' -> reads.contains(first);
            case 'x' -> moderates.contains(first);
            case 'u' -> first == person && reads.contains(Long.parseLong(ids[1]));
            default -> throw new IllegalArgumentException(token);
        };
    }
}
