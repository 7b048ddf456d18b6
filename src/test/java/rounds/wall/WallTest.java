package rounds.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import rounds.support.TestDatabase;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// The reading wall against an oracle of its own: every person with every row, both ways.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WallTest {
    private static final boolean LONG = Boolean.getBoolean("rounds.long");

    private final TestDatabase database = TestDatabase.running();
    private final World world =
            LONG
                    ? new World(300, 1_000, 4_000, 5, 20261122)
                    : new World(40, 150, 1_200, 4, 20261122);
    private final Oracle oracle =
            new Oracle(
                    world,
                    Path.of(
                            System.getProperty("rounds.project", ""),
                            "src/main/resources/permissions.csv"));

    @BeforeAll
    void write() throws SQLException {
        database.empty();
        try (Connection owner = database.asOwner()) {
            Writer.write(world, owner);
        }
    }

    /// A resource is read as a discussion is; a version that is proposed or held back, and its
    /// text, only by who made it and by who decides; what was found in it by her and by moderators.
    private List<String> library(Connection app, long person) throws SQLException {
        var wrong = new ArrayList<String>();
        wrong.addAll(
                differences(
                        person,
                        "resource",
                        ids(app, "select id - %d from resource".formatted(Writer.RESOURCES)),
                        world.discussions,
                        World.Discussion::id,
                        discussion -> oracle.mayRead(person, discussion)));
        wrong.addAll(
                differences(
                        person,
                        "resource_practice",
                        ids(
                                app,
                                "select resource_id - %d from resource_practice"
                                        .formatted(Writer.RESOURCES)),
                        world.discussions,
                        World.Discussion::id,
                        discussion -> oracle.mayRead(person, discussion)));
        for (String rows : List.of("resource_version", "resource_page")) {
            String seen =
                    "select id - %d from " + rows + " where id > %1$d and id < %1$d + 10000000";
            wrong.addAll(
                    differences(
                            person,
                            rows,
                            ids(app, seen.formatted(Writer.CURRENT)),
                            world.discussions,
                            World.Discussion::id,
                            discussion -> oracle.mayRead(person, discussion)));
            for (long waits : List.of(Writer.PROPOSED, Writer.HELD)) {
                wrong.addAll(
                        differences(
                                person,
                                rows + " from " + waits,
                                ids(app, seen.formatted(waits)),
                                world.discussions,
                                World.Discussion::id,
                                discussion ->
                                        oracle.mayRead(person, discussion)
                                                && (oracle.mayDecide(
                                                                person,
                                                                discussion.community(),
                                                                Writer.proposer(world, discussion))
                                                        || oracle.mayDecide(
                                                                person,
                                                                discussion.community(),
                                                                discussion.author()))));
            }
        }
        wrong.addAll(
                differences(
                        person,
                        "resource_finding",
                        ids(app, "select id - %d from resource_finding".formatted(Writer.HELD)),
                        world.discussions,
                        World.Discussion::id,
                        discussion ->
                                oracle.mayRead(person, discussion)
                                        && oracle.mayKnowInside(
                                                person,
                                                discussion.community(),
                                                Writer.proposer(world, discussion),
                                                discussion.author())));
        return wrong;
    }

    /// What stands in a story is read where it is; by what right it is told, and what came of its
    /// looking at, by its author and by moderators; whose it is, by all only where it is signed.
    private List<String> stories(Connection app, long person) throws SQLException {
        var wrong = new ArrayList<String>();
        for (String rows :
                List.of(
                        "id from case_story",
                        "story_id from case_section",
                        "story_id from case_follow_up")) {
            wrong.addAll(
                    differences(
                            person,
                            rows,
                            ids(app, "select " + rows),
                            world.stories,
                            World.Story::id,
                            story -> oracle.mayRead(person, story)));
        }
        for (String rows :
                List.of(
                        "story_id from case_authority",
                        "story_id from case_confirmation",
                        "story_id from case_review",
                        "story_id from case_revision",
                        "id from case_story where writer_of(id) is not null")) {
            wrong.addAll(
                    differences(
                            person,
                            rows,
                            ids(app, "select " + rows),
                            world.stories,
                            World.Story::id,
                            story -> oracle.mayKnowInside(person, story)));
        }
        wrong.addAll(
                differences(
                        person,
                        "case_edit",
                        ids(app, "select story_id from case_edit"),
                        world.stories,
                        World.Story::id,
                        story -> oracle.mayEdit(person, story)));
        wrong.addAll(
                differences(
                        person,
                        "writer",
                        ids(
                                app,
                                "select id from case_story where coalesce(signed_by, writer_of(id)) is not null"),
                        world.stories,
                        World.Story::id,
                        story -> oracle.mayKnowWriter(person, story)));
        wrong.addAll(
                differences(
                        person,
                        "case_trial",
                        ids(app, "select story_id from case_trial"),
                        world.stories,
                        World.Story::id,
                        story -> oracle.mayReadAnswers(person, story)));
        wrong.addAll(
                differences(
                        person,
                        "case_word",
                        ids(app, "select story_id from case_word"),
                        world.stories,
                        World.Story::id,
                        story -> story.asked() == person && oracle.mayRead(person, story)));
        return wrong;
    }

    /// What stands in a topic is read where it is; what members say among themselves, by them; what
    /// it cites and has on its shelf, where both are read.
    private List<String> topics(Connection app, long person) throws SQLException {
        var wrong = new ArrayList<String>();
        for (String rows :
                List.of(
                        "id from topic",
                        "topic_id from topic_curator",
                        "topic_id from topic_summary where number = 2",
                        "topic_id from topic_question",
                        "topic_id from topic_agreement")) {
            boolean half = rows.contains("curator");
            wrong.addAll(
                    differences(
                            person,
                            rows,
                            ids(app, "select " + rows),
                            world.topics.stream()
                                    .filter(topic -> !half || topic.id() % 2 == 0)
                                    .toList(),
                            World.Topic::id,
                            topic -> oracle.mayRead(person, topic)));
        }
        for (String rows :
                List.of(
                        "topic_id from topic_vote",
                        "topic_id from topic_summary where number = 1",
                        "topic_id from topic_suggestion",
                        "agreement_id from topic_stance")) {
            wrong.addAll(
                    differences(
                            person,
                            rows,
                            ids(app, "select " + rows),
                            world.topics,
                            World.Topic::id,
                            topic -> oracle.isAmongMembers(person, topic)));
        }
        for (String rows :
                List.of(
                        "topic_id from topic_citation",
                        "topic_id from topic_entry where state = 'shelved'",
                        "topic_id from topic_entry where state = 'suggested'")) {
            boolean members = rows.contains("suggested");
            wrong.addAll(
                    differences(
                            person,
                            rows,
                            ids(app, "select " + rows),
                            world.topics,
                            World.Topic::id,
                            topic ->
                                    oracle.mayRead(person, topic)
                                            && oracle.mayRead(person, topic.about())
                                            && (!members || oracle.isAmongMembers(person, topic))));
        }
        wrong.addAll(
                differences(
                        person,
                        "topic_practice",
                        ids(app, "select topic_id from topic_practice"),
                        world.topics,
                        World.Topic::id,
                        topic -> oracle.maySeeUse(person, topic)));
        wrong.addAll(
                differences(
                        person,
                        "topic_guest",
                        ids(app, "select topic_id from topic_guest"),
                        world.topics,
                        World.Topic::id,
                        topic -> oracle.mayKnowGuest(person, topic)));
        wrong.addAll(
                differences(
                        person,
                        "topic_reading",
                        ids(app, "select topic_id from topic_reading"),
                        world.topics,
                        World.Topic::id,
                        topic -> topic.author() == person));
        return wrong;
    }

    @Test
    void thePagesRoleCannotAskWhoWroteAStory() throws SQLException {
        try (Connection app = database.asApp();
                Statement statement = app.createStatement()) {
            assertThatThrownBy(() -> statement.executeQuery("select written_by from case_story"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
            assertThatThrownBy(() ->
                            statement.executeQuery("select id from case_story order by written_by"))
                    .isInstanceOf(SQLException.class);
        }
    }

    /// A collection is read where its community is, what stands in it where both are; and the
    /// number beside it tells of nothing that she may not read.
    private List<String> collections(Connection app, long person) throws SQLException {
        var wrong = new ArrayList<String>();
        wrong.addAll(
                differences(
                        person,
                        "collection",
                        ids(app, "select id from collection"),
                        world.collections,
                        World.Collection::id,
                        collection -> oracle.mayRead(person, collection)));
        Set<Long> entries =
                ids(
                        app,
                        "select collection_id * 1000000 + resource_id - %d from collection_entry"
                                .formatted(Writer.RESOURCES));
        Set<Long> counts =
                ids(
                        app,
                        """
                        select l.id * 1000000 + case when a.reads then l.shown else l.shown_open end
                        from collection l
                        left join access a on a.person_id = (select viewer()) and a.community_id = l.community_id
                        """);
        for (World.Collection collection : world.collections) {
            boolean reads = oracle.mayRead(person, collection);
            wrong.addAll(
                    differences(
                            person,
                            "entry of " + collection.id(),
                            entries,
                            collection.holds(),
                            one -> collection.id() * 1_000_000 + one.id(),
                            one -> reads && oracle.mayRead(person, one)));
            if (reads
                    && !counts.contains(
                            collection.id() * 1_000_000 + oracle.counted(person, collection))) {
                wrong.add("%d counts otherwise in %s".formatted(person, collection));
            }
        }
        return wrong;
    }

    @Test
    void everyPersonSeesExactlyWhatThePolicySays() throws SQLException {
        var people = new ArrayList<>(world.people);
        people.add(0L);
        long pairs = 0;
        var wrong = new ArrayList<String>();
        try (Connection app = database.asApp()) {
            for (long person : people) {
                app.setAutoCommit(false);
                assertThat(enter(app, person)).isTrue();
                wrong.addAll(
                        differences(
                                person,
                                "community",
                                ids(app, "select id from community"),
                                world.communities,
                                World.Community::id,
                                community -> oracle.maySee(person, community)));
                wrong.addAll(
                        differences(
                                person,
                                "discussion",
                                ids(app, "select id from discussion"),
                                world.discussions,
                                World.Discussion::id,
                                discussion -> oracle.mayRead(person, discussion)));
                wrong.addAll(library(app, person));
                wrong.addAll(collections(app, person));
                wrong.addAll(
                        differences(
                                person,
                                "beginning",
                                ids(app, "select content_id from start_entry"),
                                world.beginnings,
                                one -> one.discussion().id(),
                                one -> oracle.mayRead(person, one)));
                wrong.addAll(
                        differences(
                                person,
                                "term",
                                ids(app, "select id from term"),
                                world.terms,
                                World.Term::id,
                                term -> oracle.mayRead(person, term)));
                wrong.addAll(
                        differences(
                                person,
                                "revision of term",
                                ids(app, "select term_id from term_revision"),
                                world.terms,
                                World.Term::id,
                                term -> oracle.mayReadHistory(person, term)));
                wrong.addAll(stories(app, person));
                wrong.addAll(topics(app, person));
                wrong.addAll(
                        differences(
                                person,
                                "post",
                                ids(app, "select id from post"),
                                world.posts,
                                World.Post::id,
                                post -> oracle.mayRead(person, post)));
                for (String table : List.of("reaction", "helped", "mention", "link")) {
                    long every = Set.of("reaction", "mention").contains(table) ? 3 : 4;
                    long rest = Set.of("mention", "link").contains(table) ? 1 : 0;
                    wrong.addAll(
                            differences(
                                    person,
                                    table,
                                    ids(app, "select post_id from " + table),
                                    world.posts.stream()
                                            .filter(post -> post.id() % every == rest)
                                            .toList(),
                                    World.Post::id,
                                    post -> oracle.mayRead(person, post)));
                }
                wrong.addAll(kept(app, person));
                wrong.addAll(
                        differences(
                                person,
                                "image_in_post",
                                ids(app, "select post_id from image_in_post"),
                                world.posts.stream().filter(post -> post.id() % 5 == 0).toList(),
                                World.Post::id,
                                post -> oracle.mayRead(person, post)));
                // Of every fifth post one stands in it; another is still its author's alone.
                for (String rows : List.of("id from image", "image_id from image_size")) {
                    wrong.addAll(
                            differences(
                                    person,
                                    rows,
                                    ids(app, "select " + rows),
                                    world.posts.stream()
                                            .filter(post -> post.id() % 5 <= 1)
                                            .toList(),
                                    World.Post::id,
                                    post ->
                                            post.author() == person
                                                    || (post.id() % 5 == 0
                                                            && oracle.mayRead(person, post))));
                }
                for (String table : List.of("poll", "poll_option", "poll_tally")) {
                    wrong.addAll(
                            differences(
                                    person,
                                    table,
                                    ids(app, "select post_id from " + table),
                                    world.posts.stream()
                                            .filter(post -> post.id() % 5 == 0)
                                            .toList(),
                                    World.Post::id,
                                    post -> oracle.mayRead(person, post)));
                }
                // Every other poll is closed: its ballots are for the one who cast them.
                wrong.addAll(
                        differences(
                                person,
                                "ballot",
                                ids(app, "select post_id from ballot"),
                                world.posts.stream().filter(post -> post.id() % 5 == 0).toList(),
                                World.Post::id,
                                post ->
                                        oracle.mayRead(person, post)
                                                && (post.id() % 10 == 0
                                                        || world.people.getFirst()
                                                                        + post.id()
                                                                                % world.people
                                                                                        .size()
                                                                == person)));
                wrong.addAll(
                        differences(
                                person,
                                "planned",
                                ids(app, "select id from planned"),
                                world.planned,
                                World.Planned::id,
                                plan -> oracle.mayRead(person, plan)));
                for (String table :
                        List.of(
                                "reading_place",
                                "community_seen",
                                "watch",
                                "notification",
                                "bookmark",
                                "draft",
                                "recent_search",
                                "saved_search",
                                "refusal")) {
                    assertThat(ids(app, "select distinct person_id from " + table))
                            .as("whose %s %d sees", table, person)
                            .isSubsetOf(person);
                }
                pairs += world.communities.size() + world.discussions.size() + world.posts.size();
                pairs += 4L * world.kept.size() + world.introductions.size();
                pairs += world.refusals.size() + 12L * world.stories.size();
                pairs += 15L * world.topics.size();
                app.rollback();
            }
        }
        System.out.printf("wall: %,d pairs of a person and a row compared%n", pairs);
        assertThat(wrong).as("differences of %,d pairs", pairs).isEmpty();
    }

    /// What is people's own, and what they say of themselves.
    private List<String> kept(Connection app, long person) throws SQLException {
        var wrong = new ArrayList<String>();
        String ofPosts = "select coalesce(substring(%s from '-([0-9]+)[.]$')::bigint, 0) from %s";
        wrong.addAll(
                differences(
                        person,
                        "bookmark",
                        ids(app, ofPosts.formatted("note", "bookmark")),
                        world.kept,
                        row -> row.post().id(),
                        row -> oracle.mayFindKept(person, row)));
        wrong.addAll(
                differences(
                        person,
                        "notification",
                        ids(app, "select id from notification"),
                        world.kept,
                        row -> row.post().id(),
                        row -> oracle.mayFindKept(person, row)));
        wrong.addAll(
                differences(
                        person,
                        "draft",
                        ids(app, ofPosts.formatted("body", "draft")),
                        world.kept,
                        row -> row.post().id(),
                        row -> row.person() == person));
        wrong.addAll(
                differences(
                        person,
                        "saved_search",
                        ids(app, ofPosts.formatted("words", "saved_search")),
                        world.kept,
                        row -> row.post().id(),
                        row -> row.person() == person));
        wrong.addAll(
                differences(
                        person,
                        "introduction",
                        ids(app, "select community_id * 1000000 + person_id from introduction"),
                        world.introductions,
                        row -> row.community() * 1_000_000 + row.person(),
                        row -> oracle.maySee(person, row)));
        wrong.addAll(
                differences(
                        person,
                        "refusal",
                        ids(app, "select refused_id from refusal"),
                        world.refusals,
                        World.Refusal::refused,
                        row -> row.person() == person));
        return wrong;
    }

    @Test
    void nobodyChangesWhatIsAnothersOwn() throws SQLException {
        long person = world.kept.getFirst().person();
        long other = world.people.stream().filter(somebody -> somebody != person).findFirst().get();
        try (Connection app = database.asApp()) {
            app.setAutoCommit(false);
            assertThat(enter(app, other)).isTrue();
            for (String change :
                    List.of(
                            "update draft set body = 'Mine' where person_id = %d",
                            "delete from draft where person_id = %d",
                            "update bookmark set note = 'Mine' where person_id = %d",
                            "delete from bookmark where person_id = %d",
                            "update notification set read_at = now() where person_id = %d",
                            "update watch set level = 'nothing' where person_id = %d",
                            "delete from watch where person_id = %d",
                            "update introduction set who = 'Mine' where person_id = %d",
                            "update saved_search set name = 'Mine' where person_id = %d",
                            "update saved_search set deleted_at = now() where person_id = %d",
                            "delete from refusal where person_id = %d",
                            "update recent_search set words = 'Mine' where person_id = %d",
                            "delete from recent_search where person_id = %d",
                            "update case_story set title = 'Mine' where signed_by = %d",
                            "delete from case_story where signed_by = %d",
                            "update case_section set body = 'Mine' where story_id in (select id from case_story where signed_by = %d)",
                            "update case_edit set fields = '{}' where story_id in (select id from case_story where signed_by = %d)",
                            "delete from case_edit where story_id in (select id from case_story where signed_by = %d)",
                            "update case_authority set reference = 'Mine' where story_id in (select id from case_story where signed_by = %d)",
                            "update topic set title = 'Mine' where proposed_by = %d and not curates_topic(id)",
                            "update topic_entry set why = 'Mine' where added_by = %d and not curates_topic(topic_id)",
                            "update topic_suggestion set reason = 'Mine' where made_by = %d and not curates_topic(topic_id)",
                            "update topic_reading set number = 9 where person_id = %d",
                            "delete from case_follow_up where story_id in (select id from case_story where signed_by = %d)")) {
                try (Statement statement = app.createStatement()) {
                    assertThat(statement.executeUpdate(change.formatted(person)))
                            .as(change)
                            .isZero();
                }
            }
            app.rollback();
        }
    }

    @Test
    void aForgottenViewerSeesNothingInAnyTable() throws SQLException {
        try (Connection app = database.asApp()) {
            for (String table : tables()) {
                assertThat(visible(app, table)).as("rows of %s without a viewer", table).isZero();
            }
            // The setting of an earlier transaction on the same connection must not stay.
            app.setAutoCommit(false);
            enter(app, world.people.getFirst());
            app.commit();
            app.setAutoCommit(true);
            for (String table : tables()) {
                assertThat(visible(app, table)).as("rows of %s after another's", table).isZero();
            }
        }
    }

    @Test
    void everyTableHasAWall() {
        assertThat(
                        database.count(
                                """
                                select count(*)
                                  from pg_class c
                                  join pg_namespace n on n.oid = c.relnamespace
                                 where n.nspname = 'rounds' and c.relkind in ('r', 'p')
                                   and c.relname <> 'flyway_schema_history'
                                   and not c.relrowsecurity
                                """))
                .isZero();
    }

    @Test
    void everyFunctionThatGoesThroughTheWallHasAFixedSearchPath() {
        assertThat(
                        database.count(
                                """
                                select count(*)
                                  from pg_proc p
                                  join pg_namespace n on n.oid = p.pronamespace
                                 where n.nspname = 'rounds' and p.prosecdef
                                   and not coalesce(array_to_string(p.proconfig, ',') like '%search_path=rounds, pg_temp%', false)
                                """))
                .isZero();
    }

    @Test
    void anEndedSessionAnOldTokenAndASuspendedAccountDoNotEnter() throws SQLException {
        long person = world.people.getFirst();
        try (Connection app = database.asApp()) {
            assertThat(enter(app, person)).isTrue();
            database.run("update account set auth_version = 2 where person_id = " + person);
            assertThat(enter(app, person)).isFalse();
            database.run(
                    "update account set auth_version = 1, suspended_at = now() where person_id = "
                            + person);
            assertThat(enter(app, person)).isFalse();
            database.run("update account set suspended_at = null where person_id = " + person);
            database.run("update session set ended_at = now() where id = " + person);
            assertThat(enter(app, person)).isFalse();
            database.run("update session set ended_at = null where id = " + person);
            assertThat(enter(app, person)).isTrue();
        }
    }

    private static boolean enter(Connection app, long person) throws SQLException {
        try (Statement statement = app.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select enter(%d, %d, 1)".formatted(person, person))) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static Set<Long> ids(Connection connection, String sql) throws SQLException {
        var ids = new HashSet<Long>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
        }
        return ids;
    }

    private interface Id<T> {
        long of(T thing);
    }

    private static <T> List<String> differences(
            long person, String type, Set<Long> seen, List<T> all, Id<T> id, Predicate<T> may) {
        var wrong = new ArrayList<String>();
        for (T thing : all) {
            boolean sees = seen.contains(id.of(thing));
            if (sees != may.test(thing)) {
                wrong.add("%d %s %s: %s".formatted(person, sees ? "sees" : "misses", type, thing));
            }
        }
        return wrong;
    }

    private List<String> tables() throws SQLException {
        var tables = new ArrayList<String>();
        try (Connection owner = database.asOwner();
                Statement statement = owner.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "select tablename from pg_tables where schemaname = 'rounds' and tablename <> 'flyway_schema_history'")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    /// Rows that the role of the pages sees; a table it may not even ask shows none.
    private static long visible(Connection app, String table) throws SQLException {
        try (Statement statement = app.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException refused) {
            assertThat(refused.getSQLState()).isEqualTo("42501");
            return 0;
        }
    }
}
