package rounds.wall;

import rounds.platform.markdown.Markdown;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/// Writes a made-up site into the database, as the owner of the tables.
final class Writer {

    static void write(World world, Connection owner) throws SQLException {
        try (var person =
                        owner.prepareStatement(
                                "insert into person (id, handle, handle_shape, name) values (?, ?, ?, ?)");
                var account =
                        owner.prepareStatement(
                                "insert into account (person_id, email, confirmed_at) values (?, ?, now())");
                var session =
                        owner.prepareStatement(
                                "insert into session (id, person_id, expires_at) values (?, ?, now() + interval '1 day')")) {
            for (long id : world.people) {
                batch(person, id, "person-" + id, "person" + id, "Person " + id);
                batch(account, id, "p" + id + "@example.org");
                batch(session, id, id);
            }
            person.executeBatch();
            account.executeBatch();
            session.executeBatch();
        }
        try (var community =
                owner.prepareStatement(
                        "insert into community (id, slug, name, visibility) values (?, ?, ?, ?)")) {
            for (World.Community c : world.communities) {
                batch(community, c.id(), "c-" + c.id(), "Community " + c.id(), c.visibility());
            }
            community.executeBatch();
        }
        try (var membership =
                owner.prepareStatement(
                        """
                        insert into membership (id, community_id, person_id, role, until_at)
                        values (?, ?, ?, ?, case when ? then now() end)
                        """)) {
            for (World.Membership m : world.memberships) {
                batch(membership, m.id(), m.community(), m.person(), m.role(), m.ended());
            }
            membership.executeBatch();
        }
        try (var discussion =
                owner.prepareStatement(
                        """
                        insert into discussion (id, community_id, kind, title, language, visibility, state, opened_by, opened_at, last_at, last_number, posts)
                        values (?, ?, 'question', ?, 'en', ?, ?, ?, now(), now(), ?, ?)
                        """)) {
            for (World.Discussion d : world.discussions) {
                int posts = (int) world.posts.stream().filter(p -> p.discussion() == d).count();
                batch(
                        discussion,
                        d.id(),
                        d.community().id(),
                        "Title " + d.id() + " about breathing",
                        d.mark(),
                        d.state(),
                        d.author(),
                        posts,
                        posts);
            }
            discussion.executeBatch();
        }
        try (var post =
                owner.prepareStatement(
                        """
                        insert into post (id, discussion_id, community_id, number, path, depth, author_id, body, html, html_version, language, visibility, state, posted_at)
                        values (?, ?, ?, ?, ?, ?, ?, 'Words about breathing.', '<p>Words about breathing.</p>', %d, 'en', ?, ?, now())
                        """
                                .formatted(Markdown.VERSION))) {
            for (World.Post p : world.posts) {
                String path = "0000001" + (p.number() == 1 ? "" : "%07x".formatted(p.number()));
                batch(
                        post,
                        p.id(),
                        p.discussion().id(),
                        p.discussion().community().id(),
                        p.number(),
                        path,
                        p.number() == 1 ? 0 : 1,
                        p.author(),
                        p.mark(),
                        p.state());
            }
            post.executeBatch();
        }
        // What people say stands beside what it is said about; what they read is their own.
        try (var statement = owner.createStatement()) {
            statement.executeUpdate(
                    """
                    insert into reaction (post_id, person_id, kind, community_id)
                    select p.id, (select min(id) from person) + p.id % (select count(*) from person), 'helpful', p.community_id
                    from post p
                    where p.id % 3 = 0;
                    insert into helped (post_id, community_id, passage, why, marked_by, marked_at)
                    select p.id, p.community_id, 'Words', '', p.author_id, now() from post p where p.id % 4 = 0;
                    insert into mention (post_id, community_id, name, person_id)
                    select p.id, p.community_id, 'somebody', p.author_id from post p where p.id % 3 = 1;
                    insert into link (post_id, community_id, target_type, target_id, at)
                    select p.id, p.community_id, 'discussion', 100000, p.posted_at
                    from post p
                    where p.id % 4 = 1;
                    insert into reading_place (person_id, discussion_id, community_id, at)
                    select (select min(id) from person) + d.id % (select count(*) from person), d.id, d.community_id, now()
                    from discussion d;
                    insert into community_seen (person_id, community_id, at)
                    select (select min(id) from person) + c.id % (select count(*) from person), c.id, now() from community c;
                    """);
        }
    }

    private static void batch(PreparedStatement statement, Object... values) throws SQLException {
        List<Object> list = List.of(values);
        for (int i = 0; i < list.size(); i++) {
            statement.setObject(i + 1, list.get(i));
        }
        statement.addBatch();
    }

    private Writer() {}
}
