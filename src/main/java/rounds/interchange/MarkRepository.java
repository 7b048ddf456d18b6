package rounds.interchange;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.util.List;

/// Each statement takes rows as one JSON value, adds what is new, and says how many that were.
@Repository("system")
@JdbcRepository(dialect = Dialect.POSTGRES)
interface MarkRepository extends GenericRepository<Found, Long> {

    @Query(
            """
            insert into tag (community_id, name, visibility)
            select distinct c.id, r.main, coalesce(r.visibility, c.visibility)
              from json_to_recordset(:rows::json) as r (community_id bigint, main text, visibility text)
              join community c on c.id = r.community_id
             where r.main is not null
                on conflict do nothing
            """)
    int mainTags(String rows);

    // What a synonym made necessary before gets its words with its own line.
    @Query(
            """
            insert into tag (community_id, name, description, main, visibility)
            select distinct on (c.id, r.name) c.id, r.name, coalesce(r.description, ''), r.main,
                   coalesce(r.visibility, c.visibility)
              from json_to_recordset(:rows::json) as r (
                   community_id bigint, name text, description text, main text, visibility text)
              join community c on c.id = r.community_id
             order by c.id, r.name
                on conflict (community_id, name) do update
               set description = excluded.description
             where tag.description = '' and excluded.description <> ''
            """)
    int tags(String rows);

    @Query(
            """
            insert into introduction (community_id, person_id, who, hopes, said_at)
            select community_id, person_id, who, coalesce(hopes, ''), at
              from json_to_recordset(:rows::json) as r (
                   community_id bigint, person_id bigint, who text, hopes text, at timestamptz)
                on conflict do nothing
            """)
    int introductions(String rows);

    @Query(
            """
            insert into post_revision (
                   post_id, revision, community_id, title, body, html, html_version, written_by, written_at)
            select p.id, r.revision, p.community_id, r.title, r.body, coalesce(r.html, ''), r.html_version,
                   r.written_by, r.at
              from json_to_recordset(:rows::json) as r (
                   post_id bigint, revision int, title text, body text, html text, html_version int,
                   written_by bigint, at timestamptz)
              join post p on p.id = r.post_id
                on conflict do nothing
            """)
    int revisions(String rows);

    // The words a post has now came after them.
    @Query(
            """
            update post p
               set revision = r.newest + 1
              from (select post_id, max(revision) as newest
                      from json_to_recordset(:rows::json) as x (post_id bigint, revision int)
                     group by post_id) r
             where p.id = r.post_id
               and p.revision <= r.newest
            """)
    int raise(String rows);

    @Query(
            """
            select p.id, p.source_id
              from post p
             where p.id in (select post_id from json_to_recordset(:rows::json) as r (post_id bigint))
             order by p.id
               for update
            """)
    List<Found> lockPosts(String rows);

    @Query(
            """
            insert into reaction (
                   post_id, person_id, kind, community_id, outcome, note, place, for_community, at)
            select p.id, r.person_id, r.kind, p.community_id, r.outcome, coalesce(r.note, ''),
                   coalesce(r.place, ''), r.for_community, r.at
              from json_to_recordset(:rows::json) as r (
                   post_id bigint, person_id bigint, kind text, outcome text, note text, place text,
                   for_community bigint, at timestamptz)
              join post p on p.id = r.post_id
                on conflict do nothing
            returning post_id
            """)
    List<Long> reactions(String rows);

    @Query(
            """
            update post p
               set helpful = r.helpful, same = r.same, thanks = r.thanks, worked = r.worked, partly = r.partly,
                   not_worked = r.not_worked, same_places = r.places
              from (select i.id,
                           count(x.kind) filter (where kind = 'helpful') as helpful,
                           count(x.kind) filter (where kind = 'same') as same,
                           count(x.kind) filter (where kind = 'thanks') as thanks,
                           count(x.kind) filter (where outcome = 'worked') as worked,
                           count(x.kind) filter (where outcome = 'partly') as partly,
                           count(x.kind) filter (where outcome = 'not') as not_worked,
                           count(distinct lower(place)) filter (where place <> '') + count(distinct for_community) as places
                      from (select distinct x from unnest(:posts::bigint[]) x) i (id)
                      left join reaction x on x.post_id = i.id
                     group by i.id) r
             where p.id = r.id
            """)
    int recountReactions(Long[] posts);

    @Query(
            """
            select d.id, d.source_id
              from discussion d
             where d.id in (select p.discussion_id
                              from post p
                              join json_to_recordset(:rows::json) as r (post_id bigint) on r.post_id = p.id)
             order by d.id
               for update
            """)
    List<Found> lockDiscussions(String rows);

    // What opens a discussion helps nobody who opened it.
    @Query(
            """
            insert into helped (post_id, community_id, passage, why, marked_by, marked_at)
            select p.id, p.community_id, coalesce(r.passage, ''), coalesce(r.why, ''), r.marked_by, r.at
              from json_to_recordset(:rows::json) as r (
                   post_id bigint, passage text, why text, marked_by bigint, at timestamptz)
              join post p on p.id = r.post_id
             where p.number > 1
                on conflict do nothing
            returning post_id
            """)
    List<Long> helped(String rows);

    @Query(
            """
            with marked as (
                update post p
                   set helped = true
                 where p.id = any (:posts::bigint[]) and not p.helped
                returning p.discussion_id)
            update discussion d
               set helped = d.helped + m.n
              from (select discussion_id, count(*) as n from marked group by discussion_id) m
             where d.id = m.discussion_id
            returning d.id
            """)
    List<Long> markHelped(Long[] posts);

    @Query(
            "select distinct id, discussion_id, number = 1 as opens from post where id = any (:posts::bigint[])")
    List<Content> contents(Long[] posts);

    @Query(
            """
            insert into moved_post (discussion_id, number, post_id, community_id)
            select r.discussion_id, r.number, p.id, p.community_id
              from json_to_recordset(:rows::json) as r (discussion_id bigint, number int, post_id bigint)
              join post p on p.id = r.post_id
                on conflict do nothing
            """)
    int moved(String rows);

    // A number that led somewhere is not given again.
    @Query(
            """
            update discussion d
               set last_number = r.number
              from (select discussion_id, max(number) as number
                      from json_to_recordset(:rows::json) as x (discussion_id bigint, number int)
                     group by discussion_id) r
             where d.id = r.discussion_id
               and d.last_number < r.number
            """)
    int keepNumbers(String rows);

    @Query(
            """
            with r as (
                select distinct on (post_id) *
                  from json_to_recordset(:rows::json) as r (
                       post_id bigint, question text, kind text, most int, open boolean, results text,
                       options text[], ends_at timestamptz, ended_at timestamptz, ended_by bigint, at timestamptz)),
            added as (
                insert into poll (
                       post_id, community_id, question, kind, most, open, results, ends_at, ended_at, ended_by, made_at)
                select p.id, p.community_id, r.question, r.kind, r.most, r.open, r.results, r.ends_at,
                       r.ended_at, r.ended_by, r.at
                  from r
                  join post p on p.id = r.post_id
                    on conflict do nothing
                returning post_id, community_id),
            choices as (
                insert into poll_option (post_id, community_id, number, words)
                select a.post_id, a.community_id, c.n, c.words
                  from added a
                  join r on r.post_id = a.post_id
                 cross join lateral unnest(r.options) with ordinality c (words, n))
            select post_id from added
            """)
    List<Long> polls(String rows);

    @Query(
            "select post_id from poll where post_id = any (:posts::bigint[]) order by post_id for update")
    List<Long> lockPolls(Long[] posts);

    @Query("select post_id from poll where post_id = any (:posts::bigint[]) and open")
    List<Long> openPolls(Long[] posts);

    // Choices that the poll does not take are none.
    @Query(
            """
            insert into ballot (id, post_id, community_id, person_id, choices, cast_at)
            select r.id, q.post_id, q.community_id, r.person_id, r.choices, coalesce(r.at, q.made_at)
              from json_to_recordset(:rows::json) as r (
                   id bigint, post_id bigint, person_id bigint, choices int[], at timestamptz)
              join poll q on q.post_id = r.post_id
             where r.choices <@ (select array_agg(o.number) from poll_option o where o.post_id = q.post_id)
               and cardinality(r.choices) <= case q.kind when 'single' then 1 else coalesce(q.most, 20) end
                on conflict do nothing
            returning post_id
            """)
    List<Long> ballots(String rows);

    @Query(
            """
            with voted as (
                update poll q
                   set ballots = (select count(*) from ballot b where b.post_id = q.post_id)
                 where q.post_id = any (:posts::bigint[])),
            tallied as (
                insert into poll_tally (post_id, community_id, round, number, votes)
                select o.post_id, o.community_id, 1, o.number,
                       (select count(*) from ballot b where b.post_id = o.post_id and o.number = any (b.choices))
                  from poll_option o
                 where o.post_id = any (:posts::bigint[])
                    on conflict (post_id, round, number) do update
                   set votes = excluded.votes)
            update post p
               set polled = true
             where p.id = any (:posts::bigint[])
               and not p.polled
            """)
    int recountPolls(Long[] posts);

    // A ranked one in its rounds.
    @Query(
            """
            select count(*)
              from (select count_ranked(post_id, community_id)
                      from poll
                     where kind = 'ranked' and post_id = any (:posts::bigint[])
                    offset 0) done
            """)
    long countRanked(Long[] posts);

    @Query(
            """
            insert into watch (person_id, target, target_id, tag, level, since)
            select person_id, target, target_id, coalesce(tag, ''), level, at
              from json_to_recordset(:rows::json) as r (
                   person_id bigint, target text, target_id bigint, tag text, level text, at timestamptz)
                on conflict do nothing
            """)
    int watches(String rows);

    // A post that opens a discussion is kept as that.
    @Query(
            """
            insert into bookmark (
                   person_id, content_type, content_id, discussion_id, community_id, open, note, remind_on, made_at)
            select r.person_id, case when p.number > 1 then 'post' else 'discussion' end,
                   case when p.number > 1 then p.id else d.id end, d.id, d.community_id,
                   coalesce(p.visibility, d.visibility) = 'public', coalesce(r.note, ''), r.remind_on, r.at
              from json_to_recordset(:rows::json) as r (
                   person_id bigint, post_id bigint, discussion_id bigint, note text, remind_on date, at timestamptz)
              left join post p on p.id = r.post_id
              join discussion d on d.id = coalesce(p.discussion_id, r.discussion_id)
                on conflict do nothing
            """)
    int bookmarks(String rows);

    @Query(
            """
            insert into refusal (person_id, refused_id, made_at)
            select person_id, refused_id, at
              from json_to_recordset(:rows::json) as r (person_id bigint, refused_id bigint, at timestamptz)
             where person_id <> refused_id
                on conflict do nothing
            """)
    int refusals(String rows);

    @Query(
            """
            insert into community_seen (person_id, community_id, at)
            select person_id, community_id, at
              from json_to_recordset(:rows::json) as r (person_id bigint, community_id bigint, at timestamptz)
                on conflict do nothing
            """)
    int caughtUp(String rows);

    @Query(
            """
            insert into reading_place (person_id, discussion_id, community_id, seen, posts_read, at, marked)
            select r.person_id, d.id, d.community_id, r.seen,
                   (select count(*) from post p
                     where p.discussion_id = d.id and p.state = 'visible' and r.seen @> p.number),
                   r.at, coalesce(r.marked, false)
              from json_to_recordset(:rows::json) as r (
                   person_id bigint, discussion_id bigint, seen int4multirange, at timestamptz, marked boolean)
              join discussion d on d.id = r.discussion_id
                on conflict do nothing
            """)
    int read(String rows);

    @Introspected
    record Content(long id, long discussionId, boolean opens) {}
}
