package rounds.wall;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Says who may read what, from permissions.csv and the words of the design alone: it shares no
/// code with the policy and no SQL with the wall, so that the same mistake cannot stand on both
/// sides.
final class Oracle {
    private final Map<String, Map<String, String>> cells = new HashMap<>();
    private final Map<Long, Map<Long, Set<String>>> held = new HashMap<>();

    Oracle(World world, Path permissions) {
        List<String[]> rows;
        try {
            rows =
                    Files.readAllLines(permissions).stream()
                            .filter(line -> !line.startsWith("#") && !line.isBlank())
                            .map(line -> line.split(","))
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String[] head = rows.getFirst();
        for (String[] row : rows.subList(1, rows.size())) {
            var byRole = new HashMap<String, String>();
            for (int i = 1; i < row.length; i++) {
                byRole.put(head[i], row[i]);
            }
            cells.put(row[0], byRole);
        }
        for (long person : world.people) {
            var roles = new HashMap<Long, Set<String>>();
            for (World.Community community : world.communities) {
                Set<String> here = world.roles(person, community.id());
                if (!here.isEmpty()) {
                    roles.put(community.id(), here);
                }
            }
            held.put(person, roles);
        }
    }

    /// @param person 0 for a visitor
    boolean mayRead(long person, World.Discussion discussion) {
        return mayRead(
                person,
                discussion.community(),
                discussion.mark(),
                discussion.state(),
                discussion.author());
    }

    /// A published story is read as a discussion is. A draft is its author's alone; what waits, was
    /// hidden or withdrawn is for her and for moderators, and what waits for whom she asked. Hers
    /// it stays wherever she is.
    boolean mayRead(long person, World.Story story) {
        return isOwn(person, story) || isReadBesides(person, story);
    }

    /// What others say of it is theirs: its author reads that where she reads at all.
    boolean mayReadAnswers(long person, World.Story story) {
        return isReadBesides(person, story)
                || (isOwn(person, story) && isMember(person, story.community()));
    }

    private boolean isReadBesides(long person, World.Story story) {
        if (story.state().equals("visible")) {
            return mayRead(person, story.community(), story.mark(), "visible", 0);
        }
        return isMember(person, story.community())
                && ((!story.state().equals("draft") && decides(person, story))
                        || (story.state().equals("queued") && story.asked() == person));
    }

    private boolean isOwn(long person, World.Story story) {
        return story.author() == person
                && says(
                        "own_story",
                        person,
                        story.community().id(),
                        story.community().visibility(),
                        'o');
    }

    /// What she has begun to change is hers alone, while she may change it.
    boolean mayEdit(long person, World.Story story) {
        return switch (story.state()) {
            case "visible", "hidden" -> isOwn(person, story);
            case "draft" -> isOwn(person, story) && isMember(person, story.community());
            default -> false;
        };
    }

    /// Whose it is, and by what right it is told, herself and moderators know; of a draft only she.
    boolean mayKnowInside(long person, World.Story story) {
        return isOwn(person, story)
                || (isMember(person, story.community())
                        && !story.state().equals("draft")
                        && decides(person, story));
    }

    boolean mayKnowWriter(long person, World.Story story) {
        return mayRead(person, story) && (story.named() || mayKnowInside(person, story));
    }

    /// An opened topic is read as a discussion is, and by the community that took it as a guest;
    /// those who moderate there read it before, to decide. A proposal is for the members; what was
    /// declined or taken back for who proposed it and for those who could open it.
    boolean mayRead(long person, World.Topic topic) {
        if (topic.isOpened()) {
            return mayRead(person, topic.community(), topic.mark(), "visible", 0)
                    || isGuest(person, topic);
        }
        return isMember(person, topic.community())
                && (topic.state().equals("proposed")
                        || topic.author() == person
                        || says(
                                "curate",
                                person,
                                topic.community().id(),
                                topic.community().visibility(),
                                'y'));
    }

    private boolean isGuest(long person, World.Topic topic) {
        return topic.guest() != 0
                && person != 0
                && held.get(person).containsKey(topic.guest())
                && (topic.accepted() || says("see_gone", person, topic.guest(), "private", 'y'));
    }

    /// To whom it was offered is known to members of its community, and to those who read it so.
    boolean mayKnowGuest(long person, World.Topic topic) {
        return topic.guest() != 0
                && (isMember(person, topic.community()) || isGuest(person, topic));
    }

    /// Who used what a topic says: guests are told how many did.
    boolean maySeeUse(long person, World.Topic topic) {
        return topic.isOpened()
                ? mayRead(person, topic.community(), topic.mark(), "visible", 0)
                : isAmongMembers(person, topic);
    }

    /// What members say among themselves in a topic.
    boolean isAmongMembers(long person, World.Topic topic) {
        return isMember(person, topic.community()) && mayRead(person, topic);
    }

    /// What was found in a file is for moderators and for these two, as long as they are members.
    boolean mayKnowInside(long person, World.Community community, long maker, long owner) {
        return isMember(person, community)
                && (person == maker
                        || person == owner
                        || says("see_gone", person, community.id(), community.visibility(), 'y'));
    }

    private boolean decides(long person, World.Story story) {
        return says(
                "see_gone", person, story.community().id(), story.community().visibility(), 'y');
    }

    private boolean isMember(long person, World.Community community) {
        return person != 0 && held.get(person).containsKey(community.id());
    }

    /// A collection is read where its community is.
    boolean mayRead(long person, World.Collection collection) {
        return mayRead(person, collection.community(), collection.mark(), "visible", 0);
    }

    /// A word that stands in a glossary is read where its community is; what is proposed, was
    /// declined or removed, by who curates, and by who proposed it until it is removed.
    boolean mayRead(long person, World.Term term) {
        World.Community community = term.community();
        return switch (term.state()) {
            case "standing" -> mayRead(person, community, term.mark(), "visible", 0);
            case "removed" -> says("curate", person, community.id(), community.visibility(), 'y');
            default -> mayDecide(person, community, term.author());
        };
    }

    /// What it said before is for members.
    boolean mayReadHistory(long person, World.Term term) {
        return mayRead(person, term)
                && says(
                        "see_revisions",
                        person,
                        term.community().id(),
                        term.community().visibility(),
                        'y');
    }

    /// What newcomers begin with is read where the community is, and what it leads to, too.
    boolean mayRead(long person, World.Beginning one) {
        return mayRead(person, one.discussion().community(), one.mark(), "visible", 0)
                && mayRead(person, one.discussion());
    }

    /// How many stand in a collection that all who read the community as she does can read: her own
    /// hidden ones, and those that only moderators see, are not among them.
    long counted(long person, World.Collection collection) {
        return collection.holds().stream()
                .filter(one -> one.state().equals("visible") && mayRead(person, one))
                .count();
    }

    /// A post is read where its discussion is read.
    boolean mayRead(long person, World.Post post) {
        return mayRead(person, post.discussion())
                && mayRead(
                        person,
                        post.discussion().community(),
                        post.mark(),
                        post.state(),
                        post.author());
    }

    /// Who decides about a proposal, and who made it while she is in the community.
    boolean mayDecide(long person, World.Community community, long proposer) {
        return says("curate", person, community.id(), community.visibility(), 'y')
                || (person == proposer
                        && !held.getOrDefault(person, Map.of())
                                .getOrDefault(community.id(), Set.of())
                                .isEmpty());
    }

    /// What is planned is for its author and for those who handle reports, whatever becomes of her.
    boolean mayRead(long person, World.Planned plan) {
        return plan.author() == person
                || says(
                        "handle_reports",
                        person,
                        plan.community().id(),
                        plan.community().visibility(),
                        'y');
    }

    /// Whether she is told that it is there, and where to ask: a listed community's door.
    boolean mayKnowOf(long person, World.Discussion discussion) {
        return mayKnowOf(person, discussion.community(), discussion.mark(), discussion.state());
    }

    boolean mayKnowOf(long person, World.Post post) {
        return mayKnowOf(person, post.discussion())
                && mayKnowOf(person, post.discussion().community(), post.mark(), post.state());
    }

    private boolean mayKnowOf(long person, World.Community community, String mark, String state) {
        return state.equals("visible")
                && says("read", person, community.id(), narrower(community, mark), 'n');
    }

    boolean maySee(long person, World.Community community) {
        return says("see_community", person, community.id(), community.visibility(), 'y');
    }

    /// What is kept is its person's own, as long as she may read where it was: what became of the
    /// post itself is asked again when it is shown.
    boolean mayFindKept(long person, World.Kept kept) {
        World.Community community = kept.post().discussion().community();
        return kept.person() == person
                && says(
                        "read",
                        person,
                        community.id(),
                        narrower(community, kept.post().mark()),
                        'y');
    }

    /// For the members, and hers for herself while she is one.
    boolean maySee(long person, World.Introduction introduction) {
        return person != 0
                && held.get(person).containsKey(introduction.community())
                && (introduction.said() || introduction.person() == person);
    }

    private boolean mayRead(
            long person, World.Community community, String mark, String state, long author) {
        String narrower = narrower(community, mark);
        if (!says("read", person, community.id(), narrower, 'y')) {
            return false;
        }
        return state.equals("visible")
                || says("see_gone", person, community.id(), narrower, 'y')
                || (author == person && says("see_gone", person, community.id(), narrower, 'o'));
    }

    /// What was written in a narrower time stays there; what is narrow now is narrow for all of the
    /// past.
    private static String narrower(World.Community community, String mark) {
        return World.VISIBILITIES.get(
                Math.max(
                        World.VISIBILITIES.indexOf(mark),
                        World.VISIBILITIES.indexOf(community.visibility())));
    }

    private boolean says(String action, long person, long community, String visibility, char sign) {
        Set<String> roles =
                person == 0
                        ? Set.of("visitor")
                        : held.get(person).getOrDefault(community, Set.of("person"));
        int column = World.VISIBILITIES.indexOf(visibility);
        return roles.stream().anyMatch(role -> cells.get(action).get(role).charAt(column) == sign);
    }
}
