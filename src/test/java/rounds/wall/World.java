package rounds.wall;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/// A made-up site, from a fixed seed: communities that were widened and narrowed, people in all
/// roles, discussions and posts in all states. Knows nothing of the database.
final class World {
    static final List<String> VISIBILITIES = List.of("public", "listed", "private");
    static final List<String> STATES =
            List.of("visible", "visible", "visible", "visible", "hidden", "queued", "deleted");
    static final List<String> ROLES =
            List.of("moderator", "chair", "core_team", "peer_champion", "relationship_manager");

    record Community(long id, String visibility) {}

    /// One row of the membership table; `ended` ones give nothing any more.
    record Membership(long id, long community, long person, String role, boolean ended) {}

    record Discussion(long id, Community community, long author, String mark, String state) {}

    record Post(
            long id, Discussion discussion, int number, long author, String mark, String state) {

        boolean leavesAPlace() {
            return number > 1 && (state.equals("hidden") || state.equals("deleted"));
        }

        Post of(long somebodyElse) {
            return new Post(id, discussion, number, somebodyElse, mark, state);
        }

        Post marked(String visibility) {
            return new Post(id, discussion, number, author, visibility, state);
        }
    }

    final List<Community> communities = new ArrayList<>();
    final List<Long> people = new ArrayList<>();
    final List<Membership> memberships = new ArrayList<>();
    final List<Discussion> discussions = new ArrayList<>();
    final List<Post> posts = new ArrayList<>();

    World(int communityCount, int peopleCount, int discussionCount, int repliesEach, long seed) {
        var random = new Random(seed);
        for (int i = 0; i < communityCount; i++) {
            communities.add(new Community(1_000 + i, VISIBILITIES.get(i % 3)));
        }
        for (int i = 0; i < peopleCount; i++) {
            people.add(10_000L + i);
            int memberOf = random.nextInt(1, Math.max(2, communityCount / 3));
            for (int c = 0; c < memberOf; c++) {
                join(communities.get(random.nextInt(communityCount)).id(), 10_000L + i, random);
            }
        }
        for (int i = 0; i < discussionCount; i++) {
            Community community = communities.get(random.nextInt(communityCount));
            long author = anybody(random);
            var discussion =
                    new Discussion(
                            100_000L + i,
                            community,
                            author,
                            mark(random, community),
                            pick(STATES, random));
            discussions.add(discussion);
            posts.add(
                    new Post(
                            1_000_000L + posts.size(),
                            discussion,
                            1,
                            author,
                            discussion.mark(),
                            discussion.state()));
            for (int n = 2; n <= 1 + random.nextInt(2 * repliesEach); n++) {
                posts.add(
                        new Post(
                                1_000_000L + posts.size(),
                                discussion,
                                n,
                                anybody(random),
                                mark(random, community),
                                pick(STATES, random)));
            }
        }
    }

    private World() {}

    /// The same without everything that this viewer may not know of. Of a post that is gone from a
    /// discussion she reads, or stands in a listed community, she may know its place, but not whose
    /// it is.
    World seenBy(long person, Oracle oracle) {
        var seen = new World();
        seen.people.addAll(people);
        communities.stream()
                .filter(community -> oracle.maySee(person, community))
                .forEach(seen.communities::add);
        memberships.stream()
                .filter(membership ->
                        seen.communities.stream()
                                .anyMatch(here -> here.id() == membership.community()))
                .forEach(seen.memberships::add);
        discussions.stream()
                .filter(discussion ->
                        oracle.mayRead(person, discussion) || oracle.mayKnowOf(person, discussion))
                .forEach(seen.discussions::add);
        for (Post post : posts) {
            if (oracle.mayRead(person, post)) {
                seen.posts.add(post);
            } else if (oracle.mayKnowOf(person, post)
                    || (oracle.mayRead(person, post.discussion()) && post.leavesAPlace())) {
                seen.posts.add(post.of(people.getLast()));
            }
        }
        return seen;
    }

    /// Without posts that are narrower than their discussion.
    World withEvenMarks() {
        posts.replaceAll(post -> post.marked(post.discussion().mark()));
        return this;
    }

    /// The roles that somebody holds in a community now; none without being a member.
    Set<String> roles(long person, long community) {
        var roles = new TreeSet<String>();
        for (Membership membership : memberships) {
            if (membership.person() == person
                    && membership.community() == community
                    && !membership.ended()) {
                roles.add(membership.role());
            }
        }
        return roles.contains("member") ? roles : Set.of();
    }

    private void join(long community, long person, Random random) {
        if (memberships.stream()
                .anyMatch(m -> m.community() == community && m.person() == person)) {
            return;
        }
        boolean left = random.nextInt(6) == 0;
        memberships.add(new Membership(memberships.size() + 1, community, person, "member", left));
        for (String role : ROLES) {
            if (random.nextInt(6) == 0) {
                boolean ended = left || random.nextInt(4) == 0;
                memberships.add(
                        new Membership(memberships.size() + 1, community, person, role, ended));
            }
        }
    }

    /// Mostly the community's present visibility, sometimes that of an earlier time.
    private static String mark(Random random, Community community) {
        return random.nextInt(4) == 0 ? pick(VISIBILITIES, random) : community.visibility();
    }

    private long anybody(Random random) {
        return people.get(random.nextInt(people.size()));
    }

    private static String pick(List<String> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
