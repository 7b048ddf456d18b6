package rounds.notifications;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.time.Instant;
import java.util.List;

/// What the viewer is told, read through the wall.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface InboxRepository extends GenericRepository<NotificationRow, Long> {

    // The newest row of each bundle gives it its place; with it come the newest of the bundle, to
    // say who and how many.
    @Query(
            """
            with head as (
                select n.bundle, n.at, n.id
                from notification n
                where n.person_id = (select viewer()) and (not :unread or n.read_at is null) and (n.at, n.id) < (:at, :id)
                  and not exists (
                      select 1
                      from notification m
                      where m.person_id = (select viewer()) and m.bundle = n.bundle and (m.at, m.id) > (n.at, n.id)
                        and (not :unread or m.read_at is null))
                order by n.at desc, n.id desc
                limit :limit)
            select e.id, e.bundle, e.reason, e.content_type, e.content_id, coalesce(c.slug, '') as community_slug,
                   coalesce(c.name, e.detail) as community_name,
                   e.actor_id, a.handle as actor_handle, a.name as actor_name, e.occasion, e.detail,
                   case when e.content_type = 'case_story' and e.reason in ('approved', 'declined', 'hidden', 'restored')
                             then words_about_case(e.content_id, e.occasion)
                        when e.reason in ('declined', 'hidden', 'deleted') then words_about(e.content_id)
                        when e.reason in ('version_declined', 'version_left', 'words_declined')
                             then words_of_refusal(e.content_id, e.reason, e.occasion)
                        when e.reason in ('resource_waits', 'resource_asked') then (select f.words from fate_of_resource(e.content_id) f)
                        when e.reason = 'topic_declined' then (select nullif(t.ended, '') from topic t where t.id = e.content_id)
                        when e.reason = 'topic_suggestion_declined' then (select q.reason from topic_suggestion q where q.id = e.occasion)
                        when e.reason = 'term_declined' then (select nullif(t.reason, '') from term t where t.id = e.content_id)
                        when e.reason = 'search_found'
                             then (select s.name from saved_search s where s.id = e.occasion and s.deleted_at is null)
                        when e.reason = 'removed' then words_of_removal(e.occasion) end as words,
                   case when e.reason in ('resource_waits', 'resource_asked') then (select f.at from fate_of_resource(e.content_id) f) end
                       as before, e.at, e.read_at is not null as read,
                   h.at as head_at, h.id as head_id
            from head h
            cross join lateral (
                select *
                from notification e
                where e.person_id = (select viewer()) and e.bundle = h.bundle and (not :unread or e.read_at is null)
                order by e.at desc, e.id desc
                limit :deep) e
            left join community c on c.id = e.community_id
            left join person a on a.id = e.actor_id
            order by h.at desc, h.id desc, e.at desc, e.id desc
            """)
    List<NotificationRow> page(boolean unread, Instant at, long id, int limit, int deep);

    @Query(
            """
            select (case when count(*) < 100 then count(distinct n.bundle) else 100 end)::int
            from (select bundle from notification where person_id = (select viewer()) and read_at is null limit 100) n
            """)
    int unread();

    @Query(
            """
            update notification
            set read_at = :now
            where person_id = (select viewer()) and read_at is null and at <= :until
            """)
    int readAll(Instant now, Instant until);

    @Query(
            """
            update notification
            set read_at = :now
            where person_id = (select viewer()) and read_at is null and bundle = :bundle
            """)
    int readBundle(Instant now, String bundle);

    @Query(
            """
            update notification
            set read_at = :now
            where person_id = (select viewer()) and read_at is null and group_id = :groupId and content_id = any (:contents::bigint[])
            """)
    int readSeen(Instant now, long groupId, Long[] contents);
}
