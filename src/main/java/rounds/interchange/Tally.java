package rounds.interchange;

/// What an import has done so far.
///
/// @param already lines whose content was here before
/// @param refused lines that were not taken
/// @param marks what is said and kept about the others: reactions, tags, bookmarks and their like
public record Tally(
        int people,
        int communities,
        int memberships,
        int discussions,
        int posts,
        int already,
        int refused,
        int marks) {
    static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0, 0);

    Tally(
            int people,
            int communities,
            int memberships,
            int discussions,
            int posts,
            int already,
            int refused) {
        this(people, communities, memberships, discussions, posts, already, refused, 0);
    }

    Tally plus(Tally other) {
        return new Tally(
                people + other.people,
                communities + other.communities,
                memberships + other.memberships,
                discussions + other.discussions,
                posts + other.posts,
                already + other.already,
                refused + other.refused,
                marks + other.marks);
    }

    Tally plusRefused(int more) {
        return plus(new Tally(0, 0, 0, 0, 0, 0, more));
    }

    Tally withoutDiscussions(int fewer) {
        return plus(new Tally(0, 0, 0, -fewer, 0, 0, 0));
    }

    /// Lines that changed or confirmed something.
    public int taken() {
        return people + communities + memberships + discussions + posts + already + marks;
    }
}
