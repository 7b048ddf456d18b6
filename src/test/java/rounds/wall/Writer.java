package rounds.wall;

import rounds.platform.markdown.Markdown;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/// Writes a made-up site into the database, as the owner of the tables.
final class Writer {

    static final long RESOURCES = 20_000_000;
    static final long CURRENT = 30_000_000;
    static final long PROPOSED = 40_000_000;
    static final long HELD = 50_000_000;

    /// Beside each discussion a resource of the same author, mark and state: with a version that is
    /// read, one that its author's successor in the list of people proposes, one of hers that is
    /// held back because of a passage in its file, and a page of each.
    private static void writeLibrary(World world, Connection owner) throws SQLException {
        try (var resource =
                        owner.prepareStatement(
                                """
                                insert into resource (id, community_id, kind, title, language, visibility, state, shared_by, shared_at, changed_at)
                                values (?, ?, 'tool', 'Tool for breathing', 'en', ?, ?, ?, '2026-01-01', '2026-01-01')
                                """);
                var version =
                        owner.prepareStatement(
                                """
                                insert into resource_version (id, resource_id, community_id, number, state, form, body, html, made_by, made_at, reading)
                                values (?, ?, ?, ?, ?, 'text', 'Words', '<p>Words</p>', ?, '2026-01-01', 'read')
                                """);
                var page =
                        owner.prepareStatement(
                                "insert into resource_page (id, version_id, resource_id, community_id, number, text) values (?, ?, ?, ?, 1, 'Words')");
                var finding =
                        owner.prepareStatement(
                                """
                                insert into resource_finding (id, version_id, resource_id, community_id, kind, passage, said_before, said_after,
                                                              pages, times, certain)
                                values (?, ?, ?, ?, 'name', 'Ann Lee', '', '', '{1}', 1, false)
                                """);
                var practice =
                        owner.prepareStatement(
                                "insert into resource_practice (resource_id, person_id, note, at) values (?, ?, 'Fits', '2026-01-02')")) {
            for (World.Discussion d : world.discussions) {
                long id = RESOURCES + d.id();
                long community = d.community().id();
                batch(resource, id, community, d.mark(), d.state(), d.author());
                batch(version, CURRENT + d.id(), id, community, 1, "current", d.author());
                batch(version, PROPOSED + d.id(), id, community, 2, "proposed", proposer(world, d));
                batch(page, CURRENT + d.id(), CURRENT + d.id(), id, community);
                batch(page, PROPOSED + d.id(), PROPOSED + d.id(), id, community);
                batch(version, HELD + d.id(), id, community, 3, "held", proposer(world, d));
                batch(page, HELD + d.id(), HELD + d.id(), id, community);
                batch(finding, HELD + d.id(), HELD + d.id(), id, community);
                batch(practice, id, proposer(world, d));
            }
            resource.executeBatch();
            version.executeBatch();
            page.executeBatch();
            finding.executeBatch();
            practice.executeBatch();
            try (var asked = owner.createStatement()) {
                asked.execute(
                        "update resource_version set looked = 'asks', looked_at = '2026-01-02' where state = 'held'");
            }
        }
    }

    private static void writeCollections(World world, Connection owner) throws SQLException {
        try (var collection =
                        owner.prepareStatement(
                                """
                                insert into collection (id, community_id, title, language, visibility, made_at, changed_at)
                                values (?, ?, 'For breathing', 'en', ?, '2026-01-01', '2026-01-01')
                                """);
                var entry =
                        owner.prepareStatement(
                                """
                                insert into collection_entry (collection_id, resource_id, community_id, place, added_at)
                                values (?, ?, ?, ?, '2026-01-01')
                                """)) {
            for (World.Collection c : world.collections) {
                batch(collection, c.id(), c.community().id(), c.mark());
                for (World.Discussion d : c.holds()) {
                    batch(entry, c.id(), RESOURCES + d.id(), c.community().id(), d.id());
                }
            }
            collection.executeBatch();
            entry.executeBatch();
        }
    }

    private static void writeBeginnings(World world, Connection owner) throws SQLException {
        try (var entry =
                owner.prepareStatement(
                        """
                        insert into start_entry (id, community_id, content_type, content_id, why, visibility, place, added_by, added_at)
                        values (?, ?, 'discussion', ?, 'For breathing', ?, ?, ?, '2026-01-01')
                        """)) {
            for (World.Beginning one : world.beginnings) {
                World.Discussion d = one.discussion();
                batch(
                        entry,
                        70_000_000L + d.id(),
                        d.community().id(),
                        d.id(),
                        one.mark(),
                        (int) (d.id() % 1_000),
                        d.author());
            }
            entry.executeBatch();
        }
    }

    /// Each has said something else before.
    private static void writeTerms(World world, Connection owner) throws SQLException {
        try (var term =
                        owner.prepareStatement(
                                """
                                insert into term (id, community_id, state, name, expansion, language, visibility, proposed_by,
                                                  made_at, changed_at, revision)
                                values (?, ?, ?, ?, 'For breathing', 'en', ?, ?, '2026-01-01', '2026-01-01', 2)
                                """);
                var revision =
                        owner.prepareStatement(
                                """
                                insert into term_revision (term_id, number, name, expansion, meaning, language, counterpart,
                                                           spellings, replaced_by, replaced_at)
                                values (?, 1, 'FB', 'Fast breathing', '', 'en', '', '{}', ?, '2026-01-01')
                                """)) {
            for (World.Term t : world.terms) {
                batch(
                        term,
                        t.id(),
                        t.community().id(),
                        t.state(),
                        "FB" + t.id(),
                        t.mark(),
                        t.author());
                batch(revision, t.id(), t.author());
            }
            term.executeBatch();
            revision.executeBatch();
        }
    }

    /// Of each story one part, and one of all that can stand beside it.
    private static void writeStories(World world, Connection owner) throws SQLException {
        try (var story =
                owner.prepareStatement(
                        """
                        insert into case_story (id, community_id, written_by, visibility, state, named, asked, title, outcome, setting,
                                                conditions, learning, started_at, changed_at, published_at)
                        values (?, ?, ?, ?, ?, ?, ?, 'Short of breathing', 'mixed', 'home', '{asthma}', '{Ask first}', '2026-01-01', '2026-01-01',
                                timestamptz '2026-01-01')
                        """)) {
            for (World.Story s : world.stories) {
                batch(
                        story,
                        s.id(),
                        s.community().id(),
                        s.author(),
                        s.mark(),
                        s.state(),
                        s.named(),
                        s.asked());
            }
            story.executeBatch();
        }
        try (var statement = owner.createStatement()) {
            statement.executeUpdate(
                    """
                    insert into case_section (story_id, community_id, part, body, html, html_version)
                    select id, community_id, 'story', 'Words about breathing.', '<p>Words about breathing.</p>', %d from case_story;
                    insert into case_authority (story_id, community_id, ground, reference, said_at)
                    select id, community_id, 'consent_patient', 'Consent about breathing', '2026-01-01' from case_story;
                    insert into case_confirmation (id, story_id, community_id, field, kind, passage, reason, said_at)
                    select id, id, community_id, 'story', 'name', 'Breathing', 'An eponym', '2026-01-01' from case_story;
                    insert into case_edit (story_id, fields, made_from, saved_at)
                    select id, '{story,Words about breathing.}', 1, '2026-01-01' from case_story;
                    insert into case_review (id, story_id, community_id, reader_id, verdict, at)
                    select id, id, community_id, asked, 'released', '2026-01-01' from case_story;
                    insert into case_revision (story_id, community_id, revision, words, made_at)
                    select id, community_id, 0, '{}', '2026-01-01' from case_story;
                    insert into case_follow_up (id, story_id, community_id, months, body, html, html_version, at)
                    select id, id, community_id, 6, 'Still well', '<p>Still well</p>', %d, '2026-01-01' from case_story;
                    insert into case_trial (story_id, person_id, community_id, result, setting, at)
                    select id, asked, community_id, 'worked', 'home', '2026-01-01' from case_story;
                    insert into case_word (story_id, person_id, community_id, word, at)
                    select id, asked, community_id, 'thanks', '2026-01-01' from case_story;
                    update case_story set tried = 1, thanked = 1;
                    """
                            .formatted(Markdown.VERSION, Markdown.VERSION));
        }
    }

    /// About each discussion a topic, with one row of all that can stand in it.
    private static void writeTopics(World world, Connection owner) throws SQLException {
        try (var topic =
                        owner.prepareStatement(
                                """
                                insert into topic (id, community_id, state, title, question, why, objectives, tags, language, owner_id, review_on, proposed_by,
                                                   proposed_at, opened_at, published_at, changed_at, visibility, summary)
                                values (?, ?, ?, 'Short of breath', 'How is breathing made easier?', 'Many ask', '{Ask first}', '{breathing}', 'en', ?, '2026-02-01', ?,
                                        '2026-01-01', case when ? then timestamptz '2026-01-02' end, case when ? then timestamptz '2026-01-03' end, '2026-01-04', ?, 2)
                                """);
                var guest =
                        owner.prepareStatement(
                                """
                                insert into topic_guest (topic_id, community_id, guest_id, offered_by, offered_at, accepted_by, accepted_at)
                                values (?, ?, ?, ?, '2026-01-05', case when ? then ?::bigint end, case when ? then timestamptz '2026-01-06' end)
                                """);
                var cited =
                        owner.prepareStatement(
                                """
                                with t as (select ?::bigint as topic_id, ?::bigint as community_id, ?::bigint as source, ?::bigint as person),
                                c as (
                                    insert into topic_citation (topic_id, content_type, content_id, community_id, ordinal, seen_at)
                                    select topic_id, 'discussion', source, community_id, 1, timestamptz '2026-01-03' from t)
                                insert into topic_entry (topic_id, content_type, content_id, community_id, state, place, why, added_by, added_at)
                                select topic_id, 'discussion', source, community_id, 'shelved', 1, 'Read this first', person, timestamptz '2026-01-03' from t
                                union all
                                select topic_id, 'resource', source + %d, community_id, 'suggested', 2, 'Perhaps', person, timestamptz '2026-01-03' from t
                                """
                                        .formatted(RESOURCES))) {
            for (World.Topic t : world.topics) {
                long home = t.community().id();
                boolean published = t.state().equals("published") || t.state().equals("review");
                batch(
                        topic,
                        t.id(),
                        home,
                        t.state(),
                        t.author(),
                        t.author(),
                        t.isOpened(),
                        published,
                        t.mark());
                batch(cited, t.id(), home, t.about().id(), t.author());
                if (t.guest() != 0) {
                    batch(
                            guest,
                            t.id(),
                            home,
                            t.guest(),
                            t.author(),
                            t.accepted(),
                            t.author(),
                            t.accepted());
                }
            }
            topic.executeBatch();
            cited.executeBatch();
            guest.executeBatch();
        }
        try (var statement = owner.createStatement()) {
            statement.executeUpdate(
                    """
                    insert into topic_curator (topic_id, person_id, community_id, since)
                    select id, proposed_by, community_id, '2026-01-02' from topic where id % 2 = 0;
                    insert into topic_vote (topic_id, person_id, community_id, at)
                    select id, proposed_by, community_id, '2026-01-01' from topic;
                    insert into topic_summary (topic_id, number, community_id, body, html, html_version, note, written_by, made_at)
                    select id, n, topic.community_id, 'Words about breathing [[d:' || id_text(c.content_id) || ']].', '<p>Words about breathing. <a class="to" href="/d/' || id_text(c.content_id) || '">…</a></p>', $version, 'Version ' || n,
                           proposed_by, timestamptz '2026-01-03'
                    from topic
                    join topic_citation c on c.topic_id = topic.id
                    cross join generate_series(1, 2) n;
                    insert into topic_reading (topic_id, person_id, number, at)
                    select id, proposed_by, 1, '2026-01-03' from topic;
                    insert into topic_suggestion (id, topic_id, community_id, base, body, why, made_by, made_at)
                    select id, id, community_id, 2, 'Other words about breathing', 'Clearer', proposed_by, '2026-01-04' from topic;
                    insert into topic_question (id, topic_id, community_id, words, place, asked_by, asked_at)
                    select id, id, community_id, 'And at night?', 1, proposed_by, '2026-01-04' from topic;
                    insert into topic_agreement (id, topic_id, community_id, number, statement, html, html_version, put_by, put_at, closes_at, agreed)
                    select id, id, community_id, 1, 'Ask first', '<p>Ask first</p>', $version, proposed_by, '2026-01-04', '2099-01-01', 1 from topic;
                    insert into topic_stance (agreement_id, person_id, community_id, stance, reason, at)
                    select id, proposed_by, community_id, 'concern', 'Not always', '2026-01-05' from topic;
                    insert into topic_practice (topic_id, person_id, community_id, note, at)
                    select id, proposed_by, community_id, 'It fits', '2026-01-05' from topic;
                    update topic set practised = 1;
                    """
                            .replace("$version", String.valueOf(Markdown.VERSION)));
        }
    }

    static long proposer(World world, World.Discussion discussion) {
        int at = world.people.indexOf(discussion.author());
        return world.people.get((at + 1) % world.people.size());
    }

    static void write(World world, Connection owner) throws SQLException {
        try (var person =
                        owner.prepareStatement(
                                "insert into person (id, handle, handle_shape, name) values (?, ?, ?, ?)");
                var account =
                        owner.prepareStatement(
                                "insert into account (person_id, email, confirmed_at) values (?, ?, now())");
                var session =
                        owner.prepareStatement(
                                "insert into session (id, person_id, expires_at) values (?, ?, now() + interval '1 day')");
                var searched =
                        owner.prepareStatement(
                                "insert into recent_search (person_id, words, searched_at) values (?, ?, now())")) {
            for (long id : world.people) {
                batch(person, id, "person-" + id, "person" + id, "Person " + id);
                batch(account, id, "p" + id + "@example.org");
                batch(session, id, id);
                batch(searched, id, "title " + id);
            }
            person.executeBatch();
            account.executeBatch();
            session.executeBatch();
            searched.executeBatch();
        }
        try (var community =
                owner.prepareStatement(
                        "insert into community (id, slug, name, visibility, form, members_may_invite) values (?, ?, ?, ?, ?, ?)")) {
            for (World.Community c : world.communities) {
                batch(
                        community,
                        c.id(),
                        c.slug(),
                        "Community " + c.id(),
                        c.visibility(),
                        c.conversation() ? "conversation" : "community",
                        !c.conversation());
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
                int[] numbers =
                        world.posts.stream()
                                .filter(p -> p.discussion() == d)
                                .mapToInt(World.Post::number)
                                .toArray();
                batch(
                        discussion,
                        d.id(),
                        d.community().id(),
                        "Title " + d.id() + " about breathing",
                        d.mark(),
                        d.state(),
                        d.author(),
                        Arrays.stream(numbers).max().orElse(0),
                        numbers.length);
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
        writeLibrary(world, owner);
        writeCollections(world, owner);
        writeTerms(world, owner);
        writeBeginnings(world, owner);
        writeStories(world, owner);
        writeTopics(world, owner);
        writeKept(world, owner);
        try (var planned =
                owner.prepareStatement(
                        """
                        insert into planned (id, community_id, author_id, kind, title, body, publish_at, made_at)
                        values (?, ?, ?, 'announcement', 'Planned breathing', 'Words', '2099-01-01', '2026-01-01')
                        """)) {
            for (World.Planned p : world.planned) {
                batch(planned, p.id(), p.community().id(), p.author());
            }
            planned.executeBatch();
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
                    insert into image (id, person_id, width, height, bytes, made_at)
                    select p.id, p.author_id, 10, 10, 100, now() from post p where p.id % 5 <= 1;
                    insert into image_size (image_id, width, height, type, hash, bytes)
                    select i.id, 10, 10, 'image/png', repeat('a', 64), 100 from image i;
                    insert into image_in_post (image_id, post_id, community_id)
                    select p.id, p.id, p.community_id from post p where p.id % 5 = 0;
                    insert into reading_place (person_id, discussion_id, community_id, seen, posts_read, at)
                    select (select min(id) from person) + d.id % (select count(*) from person), d.id, d.community_id,
                           coalesce(range_agg(int4range(p.number, p.number + 1)) filter (where p.state = 'visible' and d.id % 3 > 0), '{}'),
                           count(p.id) filter (where p.state = 'visible' and d.id % 3 > 0), '2026-06-01'
                    from discussion d
                    left join post p on p.discussion_id = d.id
                    group by d.id;
                    insert into poll (post_id, community_id, question, kind, open, results, ballots, made_at)
                    select p.id, p.community_id, 'About breathing?', 'single', p.id % 10 = 0, 'always', 1, now() from post p where p.id % 5 = 0;
                    update post set polled = true where id % 5 = 0;
                    insert into poll_option (post_id, community_id, number, words)
                    select q.post_id, q.community_id, n, 'Choice ' || n from poll q, generate_series(1, 2) n;
                    insert into poll_tally (post_id, community_id, round, number, votes)
                    select o.post_id, o.community_id, 1, o.number, (o.number = 1)::int from poll_option o;
                    insert into ballot (id, post_id, community_id, person_id, choices, cast_at)
                    select q.post_id, q.post_id, q.community_id, (select min(id) from person) + q.post_id % (select count(*) from person), '{1}', timestamptz '2026-03-01'
                    from poll q;
                    insert into community_seen (person_id, community_id, at)
                    select (select min(id) from person) + c.id % (select count(*) from person), c.id, '2026-04-01' from community c;
                    """);
        }
    }

    /// Each row tells in its words whose it is and of which post.
    private static void writeKept(World world, Connection owner) throws SQLException {
        try (var kept =
                        owner.prepareStatement(
                                """
                                with k as (
                                    select ?::bigint as person_id, p.*, 'kept-' || ? || '-' || p.id || '.' as words
                                      from post p
                                     where p.id = ?),
                                saved as (
                                    insert into bookmark (person_id, content_type, content_id, discussion_id, community_id, open, note, made_at)
                                    select person_id, case number when 1 then 'discussion' else 'post' end,
                                           case number when 1 then discussion_id else id end, discussion_id, community_id,
                                           visibility = 'public', words, timestamptz '2026-03-01' + id * interval '1 second'
                                      from k),
                                begun as (
                                    insert into draft (id, person_id, community_id, place, discussion_id, post_id, body, saved_at)
                                    select id, person_id, community_id,
                                           'answer.' || id_text(discussion_id) || case number when 1 then '' else '.' || id_text(id) end,
                                           discussion_id, case when number > 1 then id end, words,
                                           timestamptz '2026-03-01' + id * interval '1 second'
                                      from k),
                                sought as (
                                    insert into saved_search (id, person_id, name, words, saved_at, looked_at, told_until, due_at)
                                    select id, person_id, 'Kept', words, '2026-03-01', '2026-03-01', '2026-03-01', '2026-03-01'
                                      from k),
                                told as (
                                    insert into notification (id, person_id, reason, content_type, content_id, group_id, bundle, community_id, open, actor_id, at)
                                    select id, person_id, 'post', case number when 1 then 'discussion' else 'post' end,
                                           case number when 1 then discussion_id else id end, discussion_id,
                                           'post.' || id, community_id, visibility = 'public', author_id,
                                           timestamptz '2026-03-01' + id * interval '1 second'
                                      from k)
                                insert into watch (person_id, target, target_id, level, since)
                                select person_id, 'discussion', discussion_id, 'every', '2026-03-01'
                                  from k
                                    on conflict do nothing
                                """);
                var introduction =
                        owner.prepareStatement(
                                "insert into introduction (community_id, person_id, who, said_at) values (?, ?, ?, case when ? then timestamptz '2026-03-01' end)");
                var refusal =
                        owner.prepareStatement(
                                "insert into refusal (person_id, refused_id, made_at) values (?, ?, '2026-03-01')")) {
            for (World.Kept row : world.kept) {
                batch(kept, row.person(), String.valueOf(row.person()), row.post().id());
            }
            kept.executeBatch();
            for (World.Introduction row : world.introductions) {
                String who = row.said() ? "said-" + row.community() + "-" + row.person() + "." : "";
                batch(introduction, row.community(), row.person(), who, row.said());
            }
            introduction.executeBatch();
            for (World.Refusal row : world.refusals) {
                batch(refusal, row.person(), row.refused());
            }
            refusal.executeBatch();
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
