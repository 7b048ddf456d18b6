package rounds.library;

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
interface LibraryIndexRepository extends GenericRepository<LibraryIndexRow, Long> {

    @Query(
            """
            select r.id, r.id as resource_id, r.community_id, r.title,
                   r.html, concat_ws(E'\\n', r.abstract, array_to_string(r.authors, ', '),
                             array_to_string(r.keywords, ', '), r.journal, r.source, nullif(r.doi, ''), nullif(r.pmid, '')) as text,
                   r.language, r.tags, r.kind, r.state, r.visibility, r.shared_by, p.handle, r.changed_at, r.revision,
                   file_traits(v.form, v.name) as traits
            from resource r
            left join resource_version v on v.resource_id = r.id and v.state = 'current'
            join person p on p.id = r.shared_by
            where r.id = any (:ids::bigint[])
            """)
    List<LibraryIndexRow> resources(Long[] ids);

    @Query(
            """
            select g.id, r.id as resource_id, r.community_id, r.title, '' as html,
                   concat_ws(E'\\n', nullif(g.heading, ''), g.text) as text,
                   r.language, r.tags, r.kind, r.state, r.visibility, r.shared_by, p.handle, r.changed_at, r.revision,
                   file_traits(v.form, v.name) as traits
            from resource_page g
            join resource_version v on v.id = g.version_id and v.state = 'current'
            join resource r on r.id = g.resource_id
            join person p on p.id = r.shared_by
            where g.id = any (:ids::bigint[])
            """)
    List<LibraryIndexRow> pages(Long[] ids);

    @Query(
            """
            select id
            from resource_page
            where resource_id = :resource and id > :after
            order by id
            limit :limit
            """)
    List<Long> pagesOf(long resource, long after, int limit);

    @Query(
            """
            select id
            from resource_page
            where community_id = :community and id > :after
            order by id
            limit :limit
            """)
    List<Long> pagesIn(long community, long after, int limit);

    @Query(
            """
            select id
            from resource
            where community_id = :community and id > :after
            order by id
            limit :limit
            """)
    List<Long> resourcesIn(long community, long after, int limit);

    @Query("select id from resource where id > :after order by id limit :limit")
    List<Long> resourcesAfter(long after, int limit);

    @Query(
            """
            select g.id
            from resource_page g
            join resource_version v on v.id = g.version_id and v.state = 'current'
            where g.id > :after
            order by g.id
            limit :limit
            """)
    List<Long> pagesAfter(long after, int limit);

    @Query(
            """
            select r.id, r.community_id, r.state, r.visibility, r.shared_by, r.kind, r.tags, r.shared_at, l.id as decision_id,
                   l.act, l.actor_id, l.at as decided_at
            from resource r
            left join lateral (
                select id, act, actor_id, at
                from community_log
                where content_id = r.id and content_type = 'resource' and actor_id is distinct from r.shared_by
                  and act in ('resource_hidden', 'resource_restored', 'resource_admitted', 'resource_declined',
                              'resource_deleted', 'resource_reopened', 'hidden_by_report')
                order by at desc, id desc
                limit 1) l on true
            where r.id = any (:ids::bigint[])
            """)
    List<NotableResourceRow> notable(Long[] ids);

    /// Of each resource the newest 100 others who used it, the oldest first.
    @Query(
            """
            select u.resource_id, r.shared_by, u.person_id, u.at
            from unnest(:ids::bigint[]) w (id)
            join resource r on r.id = w.id
            cross join lateral (
                select resource_id, person_id, at
                from resource_practice
                where resource_id = r.id and person_id <> r.shared_by
                order by at desc, person_id desc
                limit 100) u
            order by u.at, u.person_id
            """)
    List<PractisedRow> practised(Long[] ids);

    @Query(
            """
            select u.resource_id, r.shared_by, u.person_id, u.at
            from resource_practice u
            join resource r on r.id = u.resource_id
            where u.resource_id = :id and u.person_id = any (:people::bigint[])
            """)
    List<PractisedRow> practisedBy(long id, Long[] people);

    /// What asks for a decision, and what became of that lately. A version that is read concerns
    /// who shared the resource, who used the resource and who adapted it; what waits, who decides
    /// about it; what was taken or not, who made it, and of a version that was not taken also who
    /// shared the resource, where that one was asked. Who made what is taken is told that alone.
    /// What was found in a file concerns who made it and shared the resource; moderators, where
    /// others have read it, or may never.
    @Query(
            """
            select v.resource_id, case v.state when 'proposed' then v.id else v.number end as number,
                   case v.state when 'proposed' then 'version_proposed' when 'declined' then 'version_declined'
                                else 'version' end as outcome,
                   case v.state when 'proposed' then v.made_by else v.decided_by end as done_by,
                   array(select x.person_id
                         from (select r.shared_by as person_id
                               where v.state in ('current', 'earlier') or (v.state = 'proposed' and not c.review_resources)
                               union
                               select v.made_by where v.state = 'declined'
                               union
                               select u.person_id
                               from resource_practice u
                               where u.resource_id = r.id and v.state in ('current', 'earlier') and u.at <= v.decided_at
                               union
                               select o.shared_by
                               from resource o
                               where o.adapts = r.id and v.state in ('current', 'earlier') and o.shared_at <= v.decided_at
                               union
                               select a.person_id
                               from access a
                               where a.community_id = r.community_id and v.state = 'proposed'
                                 and a.roles && '{moderator,core_team,chair}') x
                         where x.person_id <> v.made_by or v.state not in ('current', 'earlier')) as concerned,
                   coalesce(v.decided_at, v.made_at) as at,
                   case v.state when 'proposed' then '/v/' || v.number || '/decision' when 'declined' then '/v/' || v.number
                                else '' end as place
            from resource r
            join community c on c.id = r.community_id
            join resource_version v on v.resource_id = r.id and v.number > 1
            where r.id = any (:ids::bigint[]) and r.state in ('visible', 'queued') and v.state <> 'held'
              and (v.state = 'proposed' or v.decided_at > now() - interval '4 days')
            union all
            select v.resource_id, v.number, case v.state when 'declined' then 'version_left' else 'version_taken' end, v.decided_by,
                   array[case v.state when 'declined' then r.shared_by else v.made_by end], v.decided_at,
                   case v.state when 'declined' then '/v/' || v.number else '' end
            from resource r
            join community c on c.id = r.community_id
            join resource_version v on v.resource_id = r.id and v.number > 1
            where r.id = any (:ids::bigint[]) and r.state in ('visible', 'queued') and v.decided_at > now() - interval '4 days'
              and v.decided_by <> v.made_by
              and (v.state in ('current', 'earlier') or (v.state = 'declined' and r.shared_by <> v.made_by))
            union all
            select v.resource_id, v.id, 'version_proposed', v.made_by, array[r.shared_by], v.made_at, '/v/' || v.number
            from resource r
            join community c on c.id = r.community_id and c.review_resources
            join resource_version v on v.resource_id = r.id and v.number > 1 and v.state = 'proposed'
            where r.id = any (:ids::bigint[]) and r.state in ('visible', 'queued') and r.shared_by <> v.made_by
              and not exists (
                  select 1
                  from access a
                  where a.person_id = r.shared_by and a.community_id = r.community_id
                    and a.roles && '{moderator,core_team,chair}')
            union all
            select l.content_id, l.id, 'version_declined', l.actor_id, array[l.person_id], l.at, '/v/' || l.detail || '?again'
            from community_log l
            where l.content_id = any (:ids::bigint[]) and l.content_type = 'resource' and l.act = 'version_reopened'
              and l.at > now() - interval '4 days'
            union all
            select r.id, r.asked_times, case r.state when 'queued' then 'resource_waits' else 'resource_asked' end, r.shared_by,
                   array(select a.person_id from access a where a.community_id = r.community_id and a.moderates),
                   coalesce(r.asked_at, r.shared_at), case when r.state = 'queued' and r.asked_at is not null then 'again' else '' end
            from resource r
            where r.id = any (:ids::bigint[]) and ((r.state = 'queued' and not r.opens) or (r.state = 'hidden' and r.asked_at is not null))
            union all
            select r.id, v.id, 'file_asked', null::bigint,
                   array(select v.made_by union select r.shared_by where v.state <> 'proposed'), v.looked_at, '/v/' || v.number || '/check'
            from resource r
            join resource_version v on v.resource_id = r.id and v.looked in ('asks', 'refused') and v.state <> 'declined'
            where r.id = any (:ids::bigint[]) and r.state <> 'deleted'
            union all
            select r.id, v.id, 'file_found', null::bigint,
                   array(select a.person_id
                         from access a
                         where a.community_id = r.community_id and a.moderates and a.person_id not in (v.made_by, r.shared_by)),
                   v.looked_at, '/v/' || v.number || '/check'
            from resource r
            join resource_version v on v.resource_id = r.id
            where r.id = any (:ids::bigint[]) and r.state <> 'deleted'
              and ((v.looked = 'asks' and v.state in ('current', 'earlier')) or (v.looked = 'refused' and v.state <> 'declined'))
            union all
            select r.id, w.id, 'words_proposed', w.made_by,
                   array(select a.person_id
                         from access a
                         where a.community_id = r.community_id and a.roles && '{moderator,core_team,chair}'), w.made_at, '/words'
            from resource r
            join resource_wording w on w.resource_id = r.id
            where r.id = any (:ids::bigint[]) and r.state = 'visible'
            union all
            select w.resource_id, w.id, 'words_declined', w.declined_by, array[w.made_by], w.declined_at, ''
            from declined_wording w
            where w.resource_id = any (:ids::bigint[]) and not w.whole and w.declined_at > now() - interval '4 days'
            union all
            select l.content_id, l.id, l.act, l.actor_id, array[l.person_id], l.at, ''
            from community_log l
            where l.content_id = any (:ids::bigint[]) and l.content_type = 'resource' and l.act = 'words_taken'
              and l.at > now() - interval '4 days'
            union all
            select r.id, (r.review_on - date '1970-01-01')::bigint, 'review_due', null,
                   array(select r.shared_by
                         union
                         select a.person_id
                         from access a
                         where a.community_id = r.community_id and a.roles && '{moderator,core_team,chair}'), t.told_at, ''
            from resource r
            join review_told t on t.content_type = 'resource' and t.content_id = r.id and t.review_on = r.review_on
                              and t.told_at > now() - interval '4 days'
            where r.id = any (:ids::bigint[]) and r.state = 'visible'
            """)
    List<RenewalRow> renewals(Long[] ids);

    @Query(
            """
            select r.id, r.review_on
            from resource r
            where r.review_on <= cast(:today as date) and r.state = 'visible'
              and not exists (
                  select 1
                  from review_told t
                  where t.content_type = 'resource' and t.content_id = r.id and t.review_on = r.review_on)
            order by r.review_on, r.id
            limit :limit
            """)
    List<OverdueResourceRow> overdue(LocalDate today, int limit);
}
