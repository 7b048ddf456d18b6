package rounds.interchange;

/// What an import has done so far.
///
/// @param already lines whose content was here before
/// @param refused lines that were not taken
public record Tally(
        int people,
        int communities,
        int memberships,
        int discussions,
        int posts,
        int already,
        int refused) {
    static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0, 0);

    Tally plus(Tally other) {
        return new Tally(
                people + other.people,
                communities + other.communities,
                memberships + other.memberships,
                discussions + other.discussions,
                posts + other.posts,
                already + other.already,
                refused + other.refused);
    }

    Tally plusRefused(int more) {
        return new Tally(
                people, communities, memberships, discussions, posts, already, refused + more);
    }

    Tally withoutDiscussions(int fewer) {
        return new Tally(
                people, communities, memberships, discussions - fewer, posts, already, refused);
    }

    /// Lines that changed or confirmed something.
    int taken() {
        return people + communities + memberships + discussions + posts + already;
    }
}
