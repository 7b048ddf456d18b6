package rounds.forum;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.community.Reason;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

class ArrangementTest {
    private final ForumSite site = ForumSite.emptied();

    private long valley;
    private long hills;
    private Viewer.SignedIn ada;
    private Viewer.SignedIn bo;
    private Viewer.SignedIn mod;
    private Posted opened;

    @BeforeEach
    void twoCommunities() {
        valley = site.community("valley", "public");
        hills = site.community("hills", "private");
        ada = site.member("ada", valley);
        bo = site.member("bob", valley);
        mod = site.member("mod", valley, "moderator");
        site.role(mod, hills, "member");
        site.role(mod, hills, "moderator");
        opened = site.open(ada, "valley", "Dizzy in the morning");
    }

    @Test
    void aSplitTakesTheChosenPostsWithAllThatAnswersThem() {
        Posted two = reply(bo, null, "Two");
        Posted three = reply(ada, two, "Three");
        Posted four = reply(bo, null, "Four");
        Posted five = reply(ada, three, "Five");
        Posted six = reply(ada, four, "Six");
        Posted seven = reply(bo, null, "Seven");

        Posted made = split("Another matter", two, four);

        DiscussionPage rest = site.tree(ada, opened.discussionId(), Place.START, 20);
        assertThat(rest.posts()).extracting(Post::number).containsExactly(1, 7);
        assertThat(rest.discussion().posts()).isEqualTo(2);
        DiscussionPage own = site.tree(ada, made.discussionId(), Place.START, 20);
        assertThat(own.discussion().title()).isEqualTo("Another matter");
        assertThat(own.discussion().openedBy().handle()).isEqualTo("bob");
        assertThat(own.discussion().posts()).isEqualTo(5);
        assertThat(own.posts())
                .extracting(Post::id)
                .containsExactly(
                        two.postId(), three.postId(), five.postId(), four.postId(), six.postId());
        assertThat(own.posts()).extracting(Post::number).containsExactly(1, 2, 4, 3, 5);
        assertThat(own.posts()).extracting(Post::depth).containsExactly(0, 1, 2, 1, 2);
        assertThat(site.time(ada, made.discussionId(), Place.START, 20).posts())
                .extracting(Post::number)
                .containsExactly(1, 2, 3, 4, 5);
        assertThat(reply(ada, seven, "Eight").number()).isEqualTo(8);
        assertThat(site.reply(bo, made.discussionId(), five.postId(), "Six").number()).isEqualTo(6);
    }

    @Test
    void aSplitLeavesATraceWhereThePostsStood() {
        Posted two = reply(bo, null, "Two");
        Posted three = reply(ada, two, "Three");
        Posted four = reply(bo, null, "Four");
        Posted five = reply(bo, null, "Five");
        Posted six = reply(bo, five, "Six");
        Posted made = split("Another matter", two);
        split("A third matter", six);

        assertThat(traces(site.tree(ada, opened.discussionId(), Place.START, 20)))
                .containsExactly("1: 2 Another matter", "5: 1 A third matter");
        assertThat(traces(site.time(ada, opened.discussionId(), Place.START, 20)))
                .containsExactly("1: 2 Another matter", "5: 1 A third matter");
        assertThat(traces(site.tree(ada, made.discussionId(), Place.START, 20)))
                .containsExactly("1 split Dizzy in the morning");

        // Where they came back, nothing is missing; where they went on, it leads on.
        Posted other = site.open(bo, "valley", "A fourth matter");
        site.arrangement.merge(mod, made.discussionId(), other.discussionId());
        assertThat(traces(site.tree(ada, opened.discussionId(), Place.START, 20)))
                .containsExactly("1: 2 A fourth matter", "5: 1 A third matter");
        assertThat(traces(site.tree(ada, other.discussionId(), Place.START, 20)))
                .containsExactly("2 came Another matter");
        site.arrangement.merge(mod, other.discussionId(), opened.discussionId());
        assertThat(traces(site.tree(ada, opened.discussionId(), Place.START, 20)))
                .containsExactly(
                        "5: 1 A third matter", "7 came A fourth matter", "8 came Another matter");
        assertThat(three.number() + four.number()).isEqualTo(7);
    }

    @Test
    void whoDoesNotReadWhereTheyWentIsToldThatTheyWentAndNoMore() {
        Posted two = reply(bo, null, "Two");
        Posted made = split("Another matter", two);
        move(made, "hills");

        Parted unseen =
                site.tree(ada, opened.discussionId(), Place.START, 20)
                        .posts()
                        .getFirst()
                        .parted()
                        .getFirst();
        assertThat(unseen).isEqualTo(new Parted(Parted.Way.LEFT, 0, null, null, null));
        assertThat(traces(site.tree(mod, opened.discussionId(), Place.START, 20)))
                .containsExactly("1: 1 Another matter");

        site.moderation.hide(mod, two.postId(), Reason.RUDE, "Rude.");
        assertThat(traces(site.tree(ada, opened.discussionId(), Place.START, 20))).isEmpty();
    }

    @Test
    void whatWasSplitOffSaysFromWhereToWhoMayReadThat() {
        Posted two = reply(bo, null, "Two");
        Posted three = reply(ada, two, "Three");
        Posted made = split("Another matter", two);
        Posted deeper =
                site.arrangement.split(
                        mod,
                        made.discussionId(),
                        List.of(three.postId()),
                        Kind.QUESTION,
                        "A part of that");

        assertThat(source(deeper)).isEqualTo("Another matter");
        assertThat(source(made)).isEqualTo("Dizzy in the morning");

        // Where the source went into another, that one holds it now.
        Posted other = site.open(bo, "valley", "A fourth matter");
        site.arrangement.merge(mod, opened.discussionId(), other.discussionId());
        assertThat(source(made)).isEqualTo("A fourth matter");

        move(other, "hills");
        assertThat(source(made)).isEmpty();
        assertThat(traces(site.tree(mod, made.discussionId(), Place.START, 20)))
                .contains("1 split A fourth matter");

        // What came back is no longer apart from it.
        site.arrangement.merge(mod, made.discussionId(), deeper.discussionId());
        assertThat(source(deeper)).isEmpty();
    }

    /// What a reader is told of where it came from; empty: nothing.
    private String source(Posted discussion) {
        return traces(site.tree(ada, discussion.discussionId(), Place.START, 20)).stream()
                .filter(trace -> trace.startsWith("1 split "))
                .map(trace -> trace.substring("1 split ".length()))
                .collect(Collectors.joining());
    }

    @Test
    void tracesGoAlongWithThePostsThatTheyStandAt() {
        Posted two = reply(bo, null, "Two");
        Posted three = reply(ada, two, "Three");
        reply(bo, null, "Four");
        split("Another matter", three);
        Posted goal = site.open(bo, "valley", "A whole");
        site.reply(bo, goal.discussionId(), null, "Whole two");

        // What stood at post 2 stands at it where it is now, 4, and not at the end of what it left.
        site.arrangement.merge(mod, opened.discussionId(), goal.discussionId());
        assertThat(traces(site.time(ada, goal.discussionId(), Place.START, 20)))
                .containsExactly("3 came Dizzy in the morning", "4: 1 Another matter");

        // Split off with what stands before it, it still says which discussion it opened.
        Posted apart =
                site.arrangement.split(
                        mod,
                        goal.discussionId(),
                        List.of(postAt(goal, 2), postAt(goal, 3)),
                        Kind.QUESTION,
                        "Apart");
        assertThat(traces(site.time(ada, apart.discussionId(), Place.START, 20)))
                .containsExactly(
                        "1 split A whole", "2 came Dizzy in the morning", "3: 1 Another matter");
        assertThat(traces(site.time(ada, goal.discussionId(), Place.START, 20)))
                .containsExactly("1: 4 Apart");
    }

    @Test
    void whatLeftAfterAMergeIsToldOfOnce() {
        Posted two = reply(bo, null, "Two");
        Posted goal = site.open(bo, "valley", "A whole");
        site.arrangement.merge(mod, opened.discussionId(), goal.discussionId());
        site.arrangement.split(
                mod, goal.discussionId(), List.of(two.postId()), Kind.QUESTION, "Apart");

        assertThat(traces(site.time(ada, goal.discussionId(), Place.START, 20)))
                .containsExactly("2: 1 Apart", "2 came Dizzy in the morning");
    }

    private long postAt(Posted discussion, int number) {
        return site.time(ada, discussion.discussionId(), Place.START, 20).posts().stream()
                .filter(post -> post.number() == number)
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    void theLogTellsOfASplitAtBothDiscussions() {
        Posted two = reply(bo, null, "Two");
        reply(ada, two, "Three");
        Posted made = split("Another matter", two);

        assertThat(
                        site.db.rows(
                                "select act, content_id, detail, reason from community_log order by act"))
                .containsExactly(
                        "parted|" + opened.discussionId() + "|2|Another matter",
                        "split|" + made.discussionId() + "||Dizzy in the morning");
    }

    private static List<String> traces(DiscussionPage page) {
        return page.posts().stream()
                .flatMap(post ->
                        post.parted().stream()
                                .map(one ->
                                        post.number()
                                                + (one.left()
                                                        ? ": " + one.posts()
                                                        : one.came() ? " came" : " split")
                                                + " "
                                                + one.title()))
                .toList();
    }

    @Test
    void whatIsSplitOffAClosedDiscussionIsClosed() {
        Posted two = reply(bo, null, "Two");
        Posted three = reply(bo, null, "Three");
        Posted open = split("While it was open", two);
        site.moderation.close(mod, opened.discussionId(), "It is answered.");

        Posted closed = split("When it was closed", three);

        assertThat(site.discussions.discussion(ada, open.discussionId()).closed()).isFalse();
        Discussion own = site.discussions.discussion(ada, closed.discussionId());
        assertThat(own.closed()).isTrue();
        assertThat(own.closedReason()).isEqualTo("It is answered.");
    }

    @Test
    void oldPlacesLeadToTheNewOnes() {
        Posted two = reply(bo, null, "Two");
        Posted three = reply(ada, two, "Three");
        Posted made = split("Another matter", two);

        assertThat(moved(opened, 3).discussionId()).isEqualTo(made.discussionId());
        assertThat(moved(opened, 3).number()).isEqualTo(2);
        assertThat(moved(opened, 3).path()).endsWith("?at=2#p2");

        Posted back = site.arrangement.merge(mod, made.discussionId(), opened.discussionId());

        assertThat(back.number()).isEqualTo(4);
        assertThat(moved(made, 2).number()).isEqualTo(5);
        assertThat(moved(opened, 3).postId()).isEqualTo(three.postId());
        assertThat(site.arrangement.moved(Viewer.VISITOR, made.discussionId(), null))
                .hasValueSatisfying(
                        place -> assertThat(place.discussionId()).isEqualTo(opened.discussionId()));
        assertThat(problem(() -> site.discussions.discussion(ada, made.discussionId())))
                .isInstanceOf(Problem.NotFound.class);
    }

    @Test
    void aMergePutsOneDiscussionBehindTheOther() {
        Posted other = site.open(bo, "valley", "Dizzy as well");
        site.reply(ada, other.discussionId(), null, "There two");
        Posted two = reply(bo, null, "Two");

        site.arrangement.merge(mod, other.discussionId(), opened.discussionId());

        DiscussionPage page = site.tree(ada, opened.discussionId(), Place.START, 20);
        assertThat(page.posts()).extracting(Post::number).containsExactly(1, 2, 3, 4);
        assertThat(page.posts()).extracting(Post::depth).containsExactly(0, 1, 1, 2);
        assertThat(page.posts().get(1).id()).isEqualTo(two.postId());
        assertThat(page.discussion().posts()).isEqualTo(4);
        assertThat(reply(ada, null, "Five").number()).isEqualTo(5);
        assertThat(site.db.count("select count(*) from discussion where posts < 0")).isZero();
        assertThat(log(valley)).containsExactly("merged");
    }

    @Test
    void whatIsHiddenStaysHiddenAndCounted() {
        Posted two = reply(bo, null, "Two");
        Posted three = reply(ada, two, "Three");
        site.moderation.hide(mod, three.postId(), Reason.RUDE, "Rude.");
        Posted made = split("Another matter", two);

        DiscussionPage page = site.tree(bo, made.discussionId(), Place.START, 20);
        assertThat(page.discussion().posts()).isEqualTo(1);
        assertThat(page.posts()).extracting(Post::gone).containsExactly(false, true);
        assertThat(site.arrangement.moved(bo, opened.discussionId(), 3).orElseThrow().number())
                .isEqualTo(1);
        site.moderation.restore(mod, three.postId(), "Fine after all.");
        assertThat(site.discussions.discussion(bo, made.discussionId()).posts()).isEqualTo(2);
    }

    @Test
    void whatHelpedGoesAlongAndOpensNothing() {
        Posted two = reply(bo, null, "Two");
        Posted three = reply(ada, two, "Three");
        reply(bo, null, "Four");
        site.db.run(
                """
                update post set helped = true where id in (%1$d, %2$d);
                insert into helped (post_id, community_id, marked_by, marked_at)
                select id, community_id, author_id, now() from post where helped;
                update discussion set helped = 2 where id = %3$d;
                """
                        .formatted(two.postId(), three.postId(), opened.discussionId()));

        Posted made = split("Another matter", two);

        assertThat(site.db.rows("select post_id::text from helped"))
                .containsExactly(String.valueOf(three.postId()));
        assertThat(
                        site.db.count(
                                "select count(*) from discussion where id = %d and helped = 1"
                                        .formatted(made.discussionId())))
                .isOne();
        site.arrangement.merge(mod, made.discussionId(), opened.discussionId());
        countersAgree();
    }

    @Test
    void aMoveTakesEverythingAlongAndIsReadInTheNewPlaceOnly() {
        Posted two = reply(bo, null, "Two");
        site.edits.edit(bo, two.postId(), 1, "Two, better");
        site.moderation.report(ada, two.postId(), Reason.RUDE, "");
        site.arrangement.move(mod, opened.discussionId(), "hills", "It is about the hills.");

        assertThat(problem(() -> site.discussions.discussion(bo, opened.discussionId())))
                .isInstanceOf(Problem.NotFound.class);
        assertThat(problem(() -> site.discussions.post(Viewer.VISITOR, two.postId())))
                .isInstanceOf(Problem.NotFound.class);
        assertThat(site.discussions.discussion(mod, opened.discussionId()).communitySlug())
                .isEqualTo("hills");
        assertThat(site.moderation.reports(mod, "hills", null, 10).items()).hasSize(1);
        assertThat(site.moderation.reports(mod, "valley", null, 10).items()).isEmpty();
        assertThat(log(valley)).containsExactly("moved_away");
        assertThat(log(hills)).containsExactly("moved_here");
        // What comes later with a post or a discussion in it must go along as well.
        assertThat(site.db.count(stillIn(valley))).isZero();
        // It was read by the hills alone: opening them opens it to nobody.
        site.db.run("update community set visibility = 'public' where id = " + hills);
        assertThat(problem(() -> site.discussions.discussion(bo, opened.discussionId())))
                .isInstanceOf(Problem.NotFound.class);
    }

    private static String stillIn(long community) {
        return """
        select (select count(*) from post where community_id = %1$d)
             + (select count(*) from post_revision where community_id = %1$d)
             + (select count(*) from report where community_id = %1$d)
             + (select count(*) from discussion where community_id = %1$d)
        """
                .formatted(community);
    }

    @Test
    void nothingMovesToWhereMorePeopleRead() {
        long open = site.community("open", "public");
        site.role(mod, open, "member");
        site.role(mod, open, "moderator");
        Posted secret = site.open(mod, "hills", "Between us");

        assertThat(problem(() -> move(secret, "open"))).isEqualTo(conflict("forum.move.wider"));
        // Nor one that was once between few, though its community is open now.
        site.db.run("update community set visibility = 'public' where id = " + hills);
        assertThat(problem(() -> move(secret, "open"))).isEqualTo(conflict("forum.move.wider"));
        // Nor one of which a single reply was.
        site.db.run("update community set visibility = 'private' where id = " + valley);
        reply(bo, null, "Only for us");
        site.db.run("update community set visibility = 'public' where id = " + valley);
        assertThat(problem(() -> move(opened, "open"))).isEqualTo(conflict("forum.move.wider"));
    }

    @Test
    void onlyWhoModeratesBothMoves() {
        Viewer.SignedIn one = site.member("one", valley, "moderator");
        Viewer.SignedIn both = site.member("both", valley, "moderator");
        site.role(both, hills, "member");

        assertThat(problem(() -> site.arrangement.move(one, opened.discussionId(), "hills", "So")))
                .isEqualTo(
                        problem(() ->
                                site.arrangement.move(
                                        one, opened.discussionId(), "nowhere", "So")));
        assertThat(problem(() -> site.arrangement.move(both, opened.discussionId(), "hills", "So")))
                .isInstanceOf(Problem.Invalid.class);
        assertThat(problem(() -> site.arrangement.move(ada, opened.discussionId(), "hills", "So")))
                .isInstanceOf(Problem.Forbidden.class);
        // Past the use case, the database itself says no.
        site.db.run("delete from membership where role = 'moderator' and community_id = " + hills);
        assertThat(problem(() -> move(opened, "hills"))).isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void aMergeWidensNothing() {
        site.db.run("update community set visibility = 'private' where id = " + valley);
        Posted secret = site.open(bo, "valley", "Between us");
        site.db.run("update community set visibility = 'public' where id = " + valley);
        Posted answer = site.reply(bo, secret.discussionId(), null, "Written later");

        assertThat(
                        problem(() ->
                                site.arrangement.merge(
                                        mod, secret.discussionId(), opened.discussionId())))
                .isEqualTo(new Problem.Conflict("forum.move.wider"));
        site.arrangement.merge(mod, opened.discussionId(), secret.discussionId());

        assertThat(problem(() -> site.discussions.post(Viewer.VISITOR, answer.postId())))
                .isInstanceOf(Problem.NotFound.class);
        assertThat(site.arrangement.moved(Viewer.VISITOR, opened.discussionId(), null)).isEmpty();
        assertThat(site.tree(ada, secret.discussionId(), Place.START, 20).posts()).hasSize(3);
    }

    @Test
    void anOldTitleStaysWithThoseWhoReadIt() {
        reply(bo, null, "Two");
        Posted goal = site.open(bo, "valley", "A whole");
        site.reply(bo, goal.discussionId(), null, "Whole two");
        site.arrangement.merge(mod, opened.discussionId(), goal.discussionId());
        assertThat(traces(site.tree(bo, goal.discussionId(), Place.START, 20)))
                .containsExactly("3 came Dizzy in the morning");

        site.db.run(
                "update discussion set visibility = 'private' where id = " + opened.discussionId());
        assertThat(traces(site.tree(bo, goal.discussionId(), Place.START, 20)))
                .as("written among fewer")
                .containsExactly("3 came null");
        site.db.run(
                "update discussion set visibility = 'public', community_id = %d where id = %d"
                        .formatted(hills, opened.discussionId()));
        assertThat(traces(site.tree(bo, goal.discussionId(), Place.START, 20)))
                .as("written elsewhere")
                .containsExactly("3 came null");
    }

    @Test
    void onlyFiveAreFeatured() throws Exception {
        var all = new ArrayList<Posted>();
        for (int i = 0; i < 8; i++) {
            all.add(site.open(ada, "valley", "Number " + i));
        }
        together(
                all.stream()
                        .<Callable<Boolean>>map(one ->
                                () -> {
                                    site.arrangement.feature(mod, one.discussionId(), true);
                                    return true;
                                })
                        .toList());
        assertThat(site.db.count("select count(*) from discussion where featured_at is not null"))
                .isEqualTo(5);
        assertThat(site.discussions.featured(ada, valley)).hasSize(5);
        assertThat(problem(() -> site.arrangement.feature(ada, opened.discussionId(), true)))
                .isInstanceOf(Problem.Forbidden.class);
    }

    @Test
    void repliesDuringASplitAndAMergeAreNeitherLostNorDoubled() throws Exception {
        for (int round = 0; round < 6; round++) {
            Posted thread = site.open(ada, "valley", "Round " + round);
            Posted root = site.reply(bo, thread.discussionId(), null, "Root");
            var work = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < 6; i++) {
                Long answered = i % 2 == 0 ? root.postId() : null;
                work.add(() -> {
                    site.reply(ada, thread.discussionId(), answered, "At once");
                    return true;
                });
            }
            work.add(() -> {
                Posted made =
                        site.arrangement.split(
                                mod,
                                thread.discussionId(),
                                List.of(root.postId()),
                                Kind.QUESTION,
                                "Split");
                site.arrangement.merge(mod, made.discussionId(), opened.discussionId());
                return true;
            });
            int done = together(work);
            assertThat(done).isGreaterThan(1);
        }
        countersAgree();
    }

    @Test
    void repliesDuringAMoveStandWhereTheirDiscussionIs() throws Exception {
        for (int round = 0; round < 6; round++) {
            Posted thread = site.open(mod, "valley", "Round " + round);
            var work = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < 6; i++) {
                work.add(() -> {
                    site.reply(mod, thread.discussionId(), null, "At once");
                    return true;
                });
            }
            work.add(() -> {
                move(thread, "hills");
                return true;
            });
            together(work);
        }
        assertThat(
                        site.db.count(
                                """
                                select count(*) from post p join discussion d on d.id = p.discussion_id
                                where d.community_id <> p.community_id
                                   or (d.community_id = %d and p.visibility <> 'private')
                                """
                                        .formatted(hills)))
                .isZero();
        countersAgree();
    }

    private void countersAgree() {
        assertThat(
                        site.db.count(
                                """
                                select count(*)
                                from discussion d
                                where d.posts <> (select count(*) from post p where p.discussion_id = d.id and p.state = 'visible')
                                   or d.helped <> (select count(*) from post p where p.discussion_id = d.id and p.helped)
                                   or d.last_number < (select coalesce(max(number), 0) from post p where p.discussion_id = d.id)
                                   or exists (select 1 from post p join post q on q.id = p.parent_id
                                              where p.discussion_id = d.id and (q.discussion_id <> d.id or q.number <> p.parent_number
                                                 or left(p.path, length(q.path)) <> q.path and q.depth < 6))
                                """))
                .isZero();
    }

    @Test
    void aLongOneIsRefusedInWordsAndTheLongestAllowedTakesLessThanASecond() {
        fill(opened, Arrangement.MOST_MOVED - 1);
        Posted goal = site.open(bo, "valley", "The goal");

        long start = System.nanoTime();
        move(opened, "hills");
        long moved = System.nanoTime() - start;
        Posted there = site.open(mod, "hills", "There");
        start = System.nanoTime();
        site.arrangement.merge(mod, opened.discussionId(), there.discussionId());
        long merged = System.nanoTime() - start;

        System.out.printf(
                "%,d posts: moved in %d ms, merged in %d ms%n",
                Arrangement.MOST_MOVED, moved / 1_000_000, merged / 1_000_000);
        assertThat(site.discussions.discussion(mod, there.discussionId()).posts())
                .isEqualTo(Arrangement.MOST_MOVED + 1);
        assertThat(
                        problem(() ->
                                site.arrangement.merge(mod, there.discussionId(), secondIn(hills))))
                .isEqualTo(conflict("forum.move.large"));
        assertThat(goal.number()).isEqualTo(1);
    }

    private long secondIn(long community) {
        assertThat(community).isEqualTo(hills);
        return site.open(mod, "hills", "A second").discussionId();
    }

    private void fill(Posted thread, int replies) {
        site.db.run(
                """
                insert into post (id, discussion_id, community_id, number, parent_id, parent_number, path, depth,
                                  author_id, body, html, html_version, language, visibility, posted_at)
                select o.id + n, o.discussion_id, o.community_id, n + 1, o.id, 1, o.path || lpad(to_hex(n + 1), 7, '0'), 1,
                       o.author_id, 'Words.', '<p>Words.</p>', o.html_version, 'en', o.visibility, now()
                from post o, generate_series(1, %2$d) n
                where o.id = %1$d;
                update discussion set posts = %2$d + 1, last_number = %2$d + 1 where id = %3$d;
                """
                        .formatted(thread.postId(), replies, thread.discussionId()));
    }

    @Test
    void typingASynonymStoresTheMainTag() throws Exception {
        Posted old = tagged("htn", "falls");
        Posted both = tagged("hypertension", "htn");
        site.tagging.describe(mod, "valley", "Hypertension", "High blood pressure.");
        assertThat(site.tagging.merge(mod, "valley", "HTN", "hypertension", true))
                .isEqualTo("hypertension");

        assertThat(tags(old)).containsExactly("hypertension", "falls");
        assertThat(tags(both)).containsExactly("hypertension");
        assertThat(tags(tagged("falls", "htn"))).containsExactly("falls", "hypertension");
        Tag tag = site.tagging.all(Viewer.VISITOR, "valley", "", 10).getFirst();
        assertThat(tag)
                .isEqualTo(new Tag("hypertension", "High blood pressure.", List.of("htn"), 3));
        assertThat(site.tagging.merge(mod, "valley", "hypertension", "blood-pressure", true))
                .isEqualTo("blood-pressure");
        assertThat(tags(tagged("htn"))).containsExactly("blood-pressure");
        assertThat(log(valley)).containsExactly("tag_described", "tag_merged");
        assertThat(problem(() -> site.tagging.merge(ada, "valley", "a", "b", true)))
                .isInstanceOf(Problem.Forbidden.class);
        assertThat(problem(() -> site.tagging.merge(mod, "valley", "blood-pressure", "htn", true)))
                .isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void whoTypesATagWhileItIsMergedStoresTheMainOne() throws Exception {
        for (int i = 0; i < 130; i++) {
            tagged("old");
        }
        var work = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 12; i++) {
            work.add(() -> {
                tagged("old");
                return true;
            });
        }
        work.add(() -> {
            site.tagging.merge(mod, "valley", "old", "new", true);
            return true;
        });
        assertThat(together(work)).isEqualTo(13);
        assertThat(site.db.count("select count(*) from discussion where tags @> '{old}'")).isZero();
        assertThat(site.db.count("select count(*) from discussion where tags @> '{new}'"))
                .isEqualTo(142);
    }

    @Test
    void whatOneMayNotReadIsNotCounted() {
        site.db.run("update community set visibility = 'private' where id = " + valley);
        Posted secret = tagged("secret");
        site.tagging.describe(mod, "valley", "secret", "Between us.");
        site.db.run("update community set visibility = 'public' where id = " + valley);

        assertThat(site.tagging.all(Viewer.VISITOR, "valley", "", 10)).isEmpty();
        assertThat(site.tagging.all(ada, "valley", "s", 10)).hasSize(1);
        String month = site.archive.months(ada, valley, null).items().getFirst().name();
        assertThat(site.archive.months(Viewer.VISITOR, valley, null).items())
                .extracting(Month::discussions)
                .containsExactly(1);
        assertThat(site.archive.months(ada, valley, null).items())
                .extracting(Month::discussions)
                .containsExactly(2);
        assertThat(site.archive.in(Viewer.VISITOR, valley, month, null, 10).items()).hasSize(1);
        assertThat(secret.number()).isEqualTo(1);
    }

    @Test
    void theArchiveGoesFromMonthToMonthInTheSitesTimeZone() {
        at(site.open(ada, "valley", "New year's eve"), "2026-01-01T03:00:00Z");
        at(site.open(ada, "valley", "Summer"), "2025-07-01T12:00:00Z");

        assertThat(site.archive.months(ada, valley, "2026-02").items())
                .extracting(Month::name)
                .containsExactly("2025-12", "2025-07");
        assertThat(site.archive.in(ada, valley, "2025-12", null, 10).items())
                .extracting(DiscussionSummary::title)
                .containsExactly("New year's eve");
        assertThat(problem(() -> site.archive.in(ada, valley, "2025-13", null, 10)))
                .isInstanceOf(Problem.NotFound.class);
    }

    private void at(Posted thread, String time) {
        site.db.run(
                "update discussion set opened_at = '%s' where id = %d"
                        .formatted(time, thread.discussionId()));
    }

    private Posted tagged(String... tags) {
        return site.forum.open(
                ada,
                "valley",
                new NewDiscussion(Kind.QUESTION, "Tagged", "Words.", List.of(tags), null),
                null);
    }

    private List<String> tags(Posted thread) {
        return site.discussions.discussion(ada, thread.discussionId()).tags();
    }

    private Posted reply(Viewer.SignedIn author, Posted answers, String body) {
        return site.reply(
                author,
                opened.discussionId(),
                answers == null ? null : (Long) answers.postId(),
                body);
    }

    private Posted split(String title, Posted... posts) {
        return site.arrangement.split(
                mod,
                opened.discussionId(),
                List.of(posts).stream().map(Posted::postId).toList(),
                Kind.QUESTION,
                title);
    }

    private void move(Posted thread, String community) {
        site.arrangement.move(mod, thread.discussionId(), community, "It belongs there.");
    }

    private Posted moved(Posted thread, int number) {
        return site.arrangement.moved(ada, thread.discussionId(), number).orElseThrow();
    }

    private Set<String> log(long community) {
        var acts = new TreeSet<String>();
        for (String act :
                List.of(
                        "merged",
                        "moved_away",
                        "moved_here",
                        "split",
                        "tag_described",
                        "tag_merged")) {
            if (site.db.count(
                            "select count(*) from community_log where act = '%s' and community_id = %d"
                                    .formatted(act, community))
                    > 0) {
                acts.add(act);
            }
        }
        return acts;
    }

    private static Problem conflict(String why) {
        return new Problem.Conflict(why);
    }

    private static Problem problem(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        return ForumSite.problemOf(work);
    }

    /// How many of them were done; what was refused in words does not count, anything else fails.
    private static int together(List<Callable<Boolean>> work) throws Exception {
        var barrier = new CyclicBarrier(work.size());
        int done = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> running =
                    work.stream()
                            .map(one ->
                                    threads.submit(() -> {
                                        barrier.await();
                                        try {
                                            return one.call();
                                        } catch (ProblemException refused) {
                                            return false;
                                        }
                                    }))
                            .toList();
            for (Future<Boolean> one : running) {
                done += one.get() ? 1 : 0;
            }
        }
        return done;
    }
}
