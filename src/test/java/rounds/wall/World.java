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

    /// @param conversation private notes between a few people, for whom nobody decides
    record Community(long id, String visibility, boolean conversation) {
        String slug() {
            return (conversation ? "~" : "c-") + id;
        }
    }

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

    /// Of a post somebody keeps something that is hers: it is saved, followed and answered in a
    /// draft, and she was told of it.
    record Kept(long person, Post post) {}

    /// What somebody says of herself to a community; not yet `said` it is only a row that waits.
    record Introduction(long community, long person, boolean said) {}

    /// From whom somebody wants no notes.
    record Refusal(long person, long refused) {}

    record Planned(long id, Community community, long author) {}

    /// What curators put together under a community's visibility of that time, and which of the
    /// resources stand in it: those beside these discussions.
    record Collection(long id, Community community, String mark, List<Discussion> holds) {

        Collection of(List<Discussion> there) {
            return new Collection(
                    id, community, mark, holds.stream().filter(there::contains).toList());
        }
    }

    /// A discussion with which newcomers begin, put there under that visibility.
    record Beginning(Discussion discussion, String mark) {}

    /// A word in a glossary; `author` proposed it.
    record Term(long id, Community community, long author, String mark, String state) {}

    /// A case story; `asked` is whom its author asked to read it first, while it waits.
    record Story(
            long id,
            Community community,
            long author,
            String mark,
            String state,
            boolean named,
            long asked) {

        Story of(long somebodyElse) {
            return new Story(id, community, somebodyElse, mark, state, named, asked);
        }
    }

    /// A focus topic about a discussion, which it cites and has on its shelf; `guest` is the
    /// community to which it was offered, 0 for none.
    record Topic(
            long id,
            Community community,
            Discussion about,
            long author,
            String mark,
            String state,
            long guest,
            boolean accepted) {

        boolean isOpened() {
            return !List.of("proposed", "declined", "withdrawn").contains(state);
        }

        Topic without(boolean theGuest) {
            return new Topic(
                    id, community, about, author, mark, state, theGuest ? 0 : guest, accepted);
        }
    }

    static final List<String> TOPIC_STATES =
            List.of(
                    "open",
                    "published",
                    "proposed",
                    "synthesising",
                    "declined",
                    "review",
                    "withdrawn",
                    "archived");

    final List<Topic> topics = new ArrayList<>();
    final List<Story> stories = new ArrayList<>();
    final List<Collection> collections = new ArrayList<>();
    final List<Beginning> beginnings = new ArrayList<>();
    final List<Term> terms = new ArrayList<>();
    final List<Planned> planned = new ArrayList<>();
    final List<Community> communities = new ArrayList<>();
    final List<Long> people = new ArrayList<>();
    final List<Membership> memberships = new ArrayList<>();
    final List<Discussion> discussions = new ArrayList<>();
    final List<Post> posts = new ArrayList<>();
    final List<Kept> kept = new ArrayList<>();
    final List<Introduction> introductions = new ArrayList<>();
    final List<Refusal> refusals = new ArrayList<>();

    World(int communityCount, int peopleCount, int discussionCount, int repliesEach, long seed) {
        var random = new Random(seed);
        for (int i = 0; i < communityCount; i++) {
            communities.add(new Community(1_000 + i, VISIBILITIES.get(i % 3), false));
        }
        for (int i = 0; i < peopleCount; i++) {
            people.add(10_000L + i);
            int memberOf = random.nextInt(1, Math.max(2, communityCount / 3));
            for (int c = 0; c < memberOf; c++) {
                join(communities.get(random.nextInt(communityCount)).id(), 10_000L + i, random);
            }
        }
        for (Community community : communities) {
            people.stream()
                    .filter(person -> !roles(person, community.id()).isEmpty())
                    .findFirst()
                    .ifPresent(author ->
                            planned.add(
                                    new Planned(10_000_000L + planned.size(), community, author)));
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
        discussions.forEach(this::tell);
        for (Discussion one : discussions) {
            beginnings.add(new Beginning(one, VISIBILITIES.get((int) (one.id() % 3))));
        }
        discussions.forEach(this::pursue);
        for (Community community : communities) {
            for (String mark : VISIBILITIES) {
                collect(community, mark);
                define(community, mark);
            }
        }
        for (int i = 0; i < communityCount; i++) {
            converse(new Community(5_000 + i, "private", true), 500_000L + i, random);
        }
        introduce();
        keep(random);
    }

    private World() {}

    /// Beside each discussion a story of the same author and mark; every third is not signed.
    private void tell(Discussion beside) {
        long id = 60_000_000L + stories.size();
        String state =
                beside.state().equals("deleted")
                        ? id % 2 == 0 ? "draft" : "withdrawn"
                        : beside.state();
        stories.add(
                new Story(
                        id,
                        beside.community(),
                        beside.author(),
                        beside.mark(),
                        state,
                        id % 3 != 0,
                        people.get((people.indexOf(beside.author()) + 1) % people.size())));
    }

    /// One of each that can become of a word, each by somebody.
    private void define(Community community, String mark) {
        for (String state : List.of("standing", "proposed", "declined", "removed")) {
            terms.add(
                    new Term(
                            80_000_000L + terms.size(),
                            community,
                            people.get(terms.size() * 7 % people.size()),
                            mark,
                            state));
        }
    }

    private void collect(Community community, String mark) {
        long id = 50_000_000L + collections.size();
        collections.add(
                new Collection(
                        id,
                        community,
                        mark,
                        discussions.stream()
                                .filter(one -> one.community() == community)
                                .filter(one ->
                                        !one.state().equals("deleted") && (one.id() + id) % 3 != 0)
                                .toList()));
    }

    /// Two to four people, one of whom may have left, and what they wrote.
    private void converse(Community notes, long id, Random random) {
        communities.add(notes);
        List<Long> those =
                random.longs(2 + random.nextInt(3), 0, people.size())
                        .map(i -> people.get((int) i))
                        .distinct()
                        .boxed()
                        .toList();
        for (long person : those) {
            boolean left = random.nextInt(4) == 0;
            memberships.add(
                    new Membership(memberships.size() + 1, notes.id(), person, "member", left));
        }
        var discussion = new Discussion(id, notes, those.getFirst(), "private", "visible");
        discussions.add(discussion);
        for (int n = 1; n <= 1 + those.size(); n++) {
            posts.add(
                    new Post(
                            1_000_000L + posts.size(),
                            discussion,
                            n,
                            those.get((n - 1) % those.size()),
                            "private",
                            n == 1 ? "visible" : pick(STATES, random)));
        }
    }

    private void introduce() {
        Set<Long> conversations = new TreeSet<>();
        communities.stream()
                .filter(Community::conversation)
                .forEach(notes -> conversations.add(notes.id()));
        memberships.stream()
                .filter(m -> m.role().equals("member") && !conversations.contains(m.community()))
                .forEach(m ->
                        introductions.add(
                                new Introduction(m.community(), m.person(), m.id() % 3 != 0)));
    }

    private void keep(Random random) {
        for (Post post : posts) {
            List<Long> here =
                    memberships.stream()
                            .filter(m -> m.community() == post.discussion().community().id())
                            .map(Membership::person)
                            .toList();
            if (random.nextInt(2) == 0) {
                boolean stranger = here.isEmpty() || random.nextInt(3) == 0;
                kept.add(
                        new Kept(
                                stranger ? anybody(random) : here.get(random.nextInt(here.size())),
                                post));
            }
        }
        for (int i = 0; i + 1 < people.size(); i += 2) {
            refusals.add(new Refusal(people.get(i), people.get(i + 1)));
        }
    }

    /// About each discussion a topic; every third that was opened was offered to another community.
    private void pursue(Discussion about) {
        int n = topics.size();
        String state = TOPIC_STATES.get(n % TOPIC_STATES.size());
        int here = communities.indexOf(about.community());
        var topic =
                new Topic(
                        70_000_000L + n,
                        about.community(),
                        about,
                        about.author(),
                        about.mark(),
                        state,
                        communities.get((here + 1 + n % 3) % communities.size()).id(),
                        n % 2 == 0);
        topics.add(topic.without(!topic.isOpened() || n % 3 != 0));
    }

    /// The same without everything that this viewer may not know of. Of a post that is gone from a
    /// discussion she reads, or stands in a listed community, she may know its place, but not whose
    /// it is.
    World seenBy(long person, Oracle oracle) {
        var seen = new World();
        seen.people.addAll(people);
        communities.stream()
                .filter(community ->
                        oracle.maySee(person, community) || isHome(community, person, oracle))
                .forEach(seen.communities::add);
        memberships.stream()
                .filter(membership ->
                        communities.stream()
                                .anyMatch(here ->
                                        here.id() == membership.community()
                                                && oracle.maySee(person, here)))
                .forEach(seen.memberships::add);
        discussions.stream()
                .filter(discussion ->
                        oracle.mayRead(person, discussion) || oracle.mayKnowOf(person, discussion))
                .forEach(seen.discussions::add);
        stories.stream()
                .filter(story -> oracle.mayRead(person, story))
                .map(story ->
                        oracle.mayKnowWriter(person, story) ? story : story.of(people.getLast()))
                .forEach(seen.stories::add);
        topics.stream()
                .filter(topic -> oracle.mayRead(person, topic))
                .map(topic -> topic.without(!oracle.mayKnowGuest(person, topic)))
                .forEach(seen.topics::add);
        planned.stream().filter(plan -> oracle.mayRead(person, plan)).forEach(seen.planned::add);
        collections.stream()
                .filter(collection -> oracle.mayRead(person, collection))
                .map(collection -> collection.of(seen.discussions))
                .forEach(seen.collections::add);
        beginnings.stream()
                .filter(one -> oracle.mayRead(person, one))
                .forEach(seen.beginnings::add);
        terms.stream().filter(term -> oracle.mayRead(person, term)).forEach(seen.terms::add);
        for (Post post : posts) {
            if (oracle.mayRead(person, post)) {
                seen.posts.add(post);
            } else if (oracle.mayKnowOf(person, post)
                    || (oracle.mayRead(person, post.discussion()) && post.leavesAPlace())) {
                seen.posts.add(post.of(people.getLast()));
            }
        }
        kept.stream().filter(row -> row.person() == person).forEach(seen.kept::add);
        introductions.stream()
                .filter(row -> oracle.maySee(person, row))
                .forEach(seen.introductions::add);
        refusals.stream().filter(row -> row.person() == person).forEach(seen.refusals::add);
        return seen;
    }

    /// A community of which she may not know has still to stand there, without anybody in it, where
    /// a story is hers or a topic is shown to another of her communities.
    private boolean isHome(Community community, long person, Oracle oracle) {
        return stories.stream()
                        .anyMatch(story ->
                                story.community().equals(community)
                                        && oracle.mayRead(person, story))
                || topics.stream()
                        .anyMatch(topic ->
                                topic.community().equals(community)
                                        && oracle.mayRead(person, topic));
    }

    /// Without posts that are narrower than their discussion.
    World withEvenMarks() {
        posts.replaceAll(post -> post.marked(post.discussion().mark()));
        return this;
    }

    /// Without what somebody kept of posts that she may not read any more: that there was something
    /// is no secret to her.
    World withKeptThatIsRead(Oracle oracle) {
        kept.removeIf(row -> !oracle.mayRead(row.person(), row.post()));
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
