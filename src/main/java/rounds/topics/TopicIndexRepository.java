package rounds.topics;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.time.LocalDate;
import java.util.List;

/// Reads every row, whoever may see it: only for the index and for notifications.
@Repository("system")
@JdbcRepository(dialect = Dialect.POSTGRES)
interface TopicIndexRepository extends GenericRepository<TopicIndexRow, Long> {
    /// Who tends topic `t`: those who were asked to, and where there is nobody, those who may by
    /// their role.
    String TENDING =
            """
            case when t.owner_id is not null or exists (select 1 from topic_curator k where k.topic_id = t.id)
                 then array(select x.id
                            from (select t.owner_id as id union select k.person_id from topic_curator k where k.topic_id = t.id) x
                            join access a on a.person_id = x.id and a.community_id = t.community_id and a.reads)
                 else array(select a.person_id from access a
                            where a.community_id = t.community_id and a.reads and a.roles && '{moderator,core_team,chair}') end
            """;

    @Query(
            """
            select t.id, t.community_id, t.title, s.html,
                   concat_ws(E'\\n', t.question, nullif(t.why, ''), nullif(array_to_string(t.objectives, E'\\n'), '')) as text, t.language, t.tags,
                   t.state, t.visibility, t.proposed_by, p.handle,
                   array(select g.guest_id from topic_guest g where g.topic_id = t.id and g.accepted_at is not null) as guests,
                   t.changed_at, t.revision + t.summary as revision
            from topic t
            left join topic_summary s on s.topic_id = t.id and s.number = t.summary
            join person p on p.id = t.proposed_by
            where t.id = any (:ids::bigint[]) and t.state not in ('declined', 'withdrawn')
            """)
    List<TopicIndexRow> topics(Long[] ids);

    @Query(
            """
            select id
            from topic
            where community_id = :community and id > :after and state not in ('declined', 'withdrawn')
            order by id
            limit :limit
            """)
    List<Long> topicsIn(long community, long after, int limit);

    @Query(
            """
            select id
            from topic
            where id > :after and state not in ('declined', 'withdrawn')
            order by id
            limit :limit
            """)
    List<Long> topicsAfter(long after, int limit);

    @Query(
            """
            select id, community_id, state, visibility, proposed_by, tags
            from topic
            where id = any (:ids::bigint[])
            """)
    List<NotableTopicRow> notable(Long[] ids);

    /// What became of a topic lately, each with whom it concerns.
    @Query(
            """
            select t.id as topic_id, t.revision::bigint as number, 'topic_proposed' as outcome, t.proposed_by as person,
                   array(select a.person_id from access a
                         where a.community_id = t.community_id and a.reads and a.roles && '{moderator,core_team,chair}') as concerned,
                   t.proposed_at as at, '' as place
            from topic t
            where t.id = any (:ids::bigint[]) and t.state = 'proposed'
            union all
            select t.id, (extract(epoch from l.at) * 1000)::bigint, case l.act when 'topic_open' then 'topic_opened' else l.act end, l.actor_id,
                   case l.act
                       when 'topic_declined' then array[t.proposed_by]
                       else array(select v.person_id from topic_vote v where v.topic_id = t.id
                                  union select t.proposed_by
                                  union select k.person_id from topic_curator k where k.topic_id = t.id
                                  union select w.person_id from watch w
                                        where w.target = 'community' and w.target_id = t.community_id and w.level = 'every') end,
                   l.at, ''
            from topic t
            cross join lateral (
                select act, actor_id, at
                from community_log
                where content_id = t.id and content_type = 'topic' and act in ('topic_open', 'topic_declined', 'topic_published')
                order by at desc, id desc
                limit 1) l
            where t.id = any (:ids::bigint[]) and l.at > now() - interval '4 days'
              and (l.act = 'topic_declined') = (t.state = 'declined') and (l.act <> 'topic_open' or t.state = 'open')
            union all
            select t.id, s.number, 'topic_summary', s.written_by, '{}', s.made_at, ''
            from topic t
            join topic_summary s on s.topic_id = t.id and s.number = t.summary
            where t.id = any (:ids::bigint[]) and t.opened_at is not null and s.made_at > now() - interval '4 days'
            union all
            select t.id, (extract(epoch from c.told_at) * 1000)::bigint, 'topic_source', null,
            """
                    + TENDING
                    + """
                    , c.told_at, ''
                    from topic t
                    cross join lateral (select max(told_at) as told_at from topic_citation where topic_id = t.id) c
                    where t.id = any (:ids::bigint[]) and c.told_at > now() - interval '4 days'
                    union all
                    select t.id, q.id, 'topic_suggested', q.made_by,
                    """
                    + TENDING
                    + """
                    , q.made_at, '/suggestions/' || id_text(q.id)
                    from topic t
                    join topic_suggestion q on q.topic_id = t.id and q.state = 'waiting'
                    where t.id = any (:ids::bigint[])
                    union all
                    select t.id, q.id, case q.state when 'accepted' then 'topic_suggestion_taken' else 'topic_suggestion_declined' end, q.decided_by,
                           array[q.made_by], q.decided_at, '/suggestions/' || id_text(q.id)
                    from topic t
                    join topic_suggestion q on q.topic_id = t.id and q.state in ('accepted', 'declined') and q.decided_at > now() - interval '4 days'
                    where t.id = any (:ids::bigint[])
                    union all
                    select t.id, (t.review_on - date '1970-01-01')::bigint, 'review_due', null,
                    """
                    + TENDING
                    + """
                    , x.told_at, ''
                    from topic t
                    join review_told x on x.content_type = 'topic' and x.content_id = t.id and x.review_on = t.review_on
                                      and x.told_at > now() - interval '4 days'
                    where t.id = any (:ids::bigint[]) and t.state in ('published', 'review')
                    union all
                    select t.id, g.guest_id, 'topic_offered', g.offered_by,
                           array(select a.person_id from access a where a.community_id = g.guest_id and a.reads and a.moderates), g.offered_at, ''
                    from topic t
                    join topic_guest g on g.topic_id = t.id and g.accepted_at is null
                    where t.id = any (:ids::bigint[])
                    """)
    List<TopicRenewalRow> renewals(Long[] ids);

    /// The topics that cite what changed or went since somebody who tends them looked at it, and
    /// was told; from now on she is. Posts go with their discussion.
    @Query(
            """
            with touched as (
                select c.topic_id, c.content_type, c.content_id
                from unnest(:types::text[], :contents::bigint[]) as n (type, id)
                join topic_citation c on c.content_id = n.id and c.content_type = n.type
                union
                select c.topic_id, c.content_type, c.content_id
                from unnest(:types::text[], :contents::bigint[]) as n (type, id)
                join topic_citation k on n.type = 'discussion' and k.content_type = 'post'
                join post p on p.id = k.content_id and p.discussion_id = n.id
                join topic_citation c on c.topic_id = k.topic_id and c.content_type = k.content_type and c.content_id = k.content_id),
            changed as (
                select c.topic_id, c.content_type, c.content_id
                from touched x
                join topic_citation c using (topic_id, content_type, content_id)
                join topic t on t.id = c.topic_id and t.state in ('open', 'synthesising', 'published', 'review')
                left join discussion d on d.id = case when c.content_type = 'discussion' then c.content_id end
                left join post o on o.discussion_id = d.id and o.number = 1
                left join post p on p.id = case when c.content_type = 'post' then c.content_id end
                left join resource r on r.id = case when c.content_type = 'resource' then c.content_id end
                left join case_story s on s.id = case when c.content_type = 'case_story' then c.content_id end
                where coalesce(d.state, p.state, r.state, s.state, 'deleted') <> 'visible' and c.told_at is null
                   or greatest(o.edited_at, p.edited_at, r.changed_at, s.changed_at,
                               (select max(f.at) from case_follow_up f where f.story_id = s.id)) > greatest(c.seen_at, c.told_at)),
            told as (
                update topic_citation c
                set told_at = now()
                from changed x
                where c.topic_id = x.topic_id and c.content_type = x.content_type and c.content_id = x.content_id
                returning c.topic_id)
            select distinct topic_id from told
            """)
    List<Long> leaning(String[] types, Long[] contents);

    /// Those whose day has come to be looked at again and of which nobody was told.
    @Query(
            """
            select t.id, t.title, t.language, t.review_on
            from topic t
            where t.state in ('published', 'review') and t.review_on <= cast(:today as date)
              and not exists (
                  select 1
                  from review_told x
                  where x.content_type = 'topic' and x.content_id = t.id and x.review_on = t.review_on)
            order by t.review_on, t.id
            limit :limit
            """)
    List<DueTopicRow> overdue(LocalDate today, int limit);
}
