package rounds.interchange;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

@Repository("system")
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SamplePollRepository extends GenericRepository<Found, Long> {

    /// At the post that opens this discussion; it ends so many days from now.
    @Query(
            """
            with opening as (
                select p.id, p.community_id, p.posted_at
                from post p
                join discussion d on d.id = p.discussion_id
                where d.source_id = :discussion and p.number = 1),
            asked as (
                insert into poll (post_id, community_id, question, kind, open, results, ends_at, made_at)
                select id, community_id, :question, :kind, :open, 'always', now() + make_interval(days => :days), posted_at
                from opening),
            choices as (
                insert into poll_option (post_id, community_id, number, words)
                select o.id, o.community_id, c.n, c.words
                from opening o
                cross join lateral unnest(:options::text[]) with ordinality c (words, n)),
            marked as (
                update post p
                set polled = true
                from opening o
                where p.id = o.id)
            insert into poll_tally (post_id, community_id, round, number)
            select o.id, o.community_id, 1, n
            from opening o
            cross join generate_series(1, cardinality(:options::text[])) n
            """)
    int ask(
            String discussion,
            String question,
            String kind,
            boolean open,
            int days,
            String[] options);

    /// Its community's members vote, in turn as these ballots say; each is a list like `{2,1}`.
    ///
    /// @param first the id before the first ballot's
    @Query(
            """
            insert into ballot (id, post_id, community_id, person_id, choices, cast_at)
            select :first + n, post_id, community_id, person_id,
                   (:ballots::text[])[1 + n % cardinality(:ballots::text[])]::int[], now() - n * interval '37 minutes'
            from (
                select a.person_id, q.post_id, q.community_id, row_number() over (order by a.person_id)::int as n
                from poll q
                join post p on p.id = q.post_id
                join discussion d on d.id = p.discussion_id
                join access a on a.community_id = q.community_id
                where d.source_id = :discussion
                order by a.person_id
                limit :most) voter
            """)
    int vote(String discussion, String[] ballots, long first, int most);

    /// How many have voted, and for what; [#count] sets the ranked ones right.
    @Query(
            """
            with voted as (
                update poll q
                set ballots = (select count(*) from ballot b where b.post_id = q.post_id))
            update poll_tally t
            set votes = (select count(*) from ballot b where b.post_id = t.post_id and t.number = any (b.choices))
            where t.round = 1
            """)
    int tally();

    /// Counts the ranked ones in rounds.
    @Query(
            "select count(*) from (select count_ranked(post_id, community_id) from poll where kind = 'ranked' offset 0) done")
    long count();

    @Query(
            """
            insert into planned (id, community_id, author_id, kind, title, tags, body, language, publish_at, made_at)
            select :id, c.id, p.id, 'announcement', :title, :tags, :body, 'en', now() + make_interval(days => :days), now()
            from community c, person p
            where c.source_id = :community and p.source_id = :author
            """)
    int plan(
            long id,
            String community,
            String author,
            String title,
            String[] tags,
            String body,
            int days);
}
