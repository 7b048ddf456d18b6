package rounds.library;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;

/// Resources with their past, whoever may see them.
@Repository("system")
@JdbcRepository(dialect = Dialect.POSTGRES)
interface StockRepository extends GenericRepository<UnreadRow, Long> {

    @Query(
            """
            insert into upload (id, person_id, name, length, hash, type, made_at)
            values (:id, :personId, :name, :length, :hash, :type, :now)
            """)
    int keep(
            long id,
            long personId,
            String name,
            long length,
            String hash,
            String type,
            Instant now);

    @Query("select exists (select 1 from resource where source_id = :sourceId)")
    boolean has(String sourceId);

    /// 0 when it is here already.
    @Query(
            """
            insert into resource (id, community_id, kind, title, description, html, html_version, language, tags, keywords,
                                  authors, source, licence, year, visibility, state, shared_by, shared_at, changed_at,
                                  official, review_on, source_id)
            select :id, c.id, :kind, :title, :description, :html, :htmlVersion, :language, :tags, :keywords,
                   :authors, :source, :licence, :year, c.visibility, 'visible', :sharedBy, :sharedAt, :sharedAt,
                   :official, :reviewOn, :sourceId
            from community c
            where c.id = :communityId
            on conflict (source_id) do nothing
            """)
    int add(
            long id,
            String sourceId,
            long communityId,
            long sharedBy,
            Instant sharedAt,
            boolean official,
            @Nullable LocalDate reviewOn,
            String kind,
            String title,
            String description,
            String html,
            int htmlVersion,
            String language,
            String[] tags,
            String[] keywords,
            String[] authors,
            String source,
            String licence,
            @Nullable Integer year);

    /// What does not wait was decided by who shared the resource; which one is read, [#settle]
    /// says.
    @Query(
            """
            insert into resource_version (id, resource_id, community_id, number, state, form, hash, name, type, bytes, note,
                                          made_by, made_at, decided_by, decided_at, reading)
            select :id, r.id, r.community_id, :number, case when :waits then 'proposed' else 'earlier' end, 'file',
                   u.hash, u.name, u.type, u.length, :note, :by, :at,
                   case when not :waits then r.shared_by end, case when not :waits then :at::timestamptz end, 'waiting'
            from resource r
            join upload u on u.id = :uploadId
            where r.id = :resourceId
            """)
    int putFile(
            long id,
            long resourceId,
            int number,
            boolean waits,
            long uploadId,
            String note,
            long by,
            Instant at);

    @Query(
            """
            insert into resource_version (id, resource_id, community_id, number, state, form, url, note,
                                          made_by, made_at, decided_by, decided_at, reading)
            select :id, r.id, r.community_id, :number, case when :waits then 'proposed' else 'earlier' end, 'link',
                   :url, :note, :by, :at,
                   case when not :waits then r.shared_by end, case when not :waits then :at::timestamptz end, 'none'
            from resource r
            where r.id = :resourceId
            """)
    int putLink(
            long id,
            long resourceId,
            int number,
            boolean waits,
            String url,
            String note,
            long by,
            Instant at);

    @Query(
            """
            insert into resource_version (id, resource_id, community_id, number, state, form, body, html, html_version, note,
                                          made_by, made_at, decided_by, decided_at, reading)
            select :id, r.id, r.community_id, :number, case when :waits then 'proposed' else 'earlier' end, 'text',
                   :body, :html, :htmlVersion, :note, :by, :at,
                   case when not :waits then r.shared_by end, case when not :waits then :at::timestamptz end, 'waiting'
            from resource r
            where r.id = :resourceId
            """)
    int putText(
            long id,
            long resourceId,
            int number,
            boolean waits,
            String body,
            String html,
            int htmlVersion,
            String note,
            long by,
            Instant at);

    @Query("delete from upload where id = :id")
    void drop(long id);

    /// The last version that was accepted is the one that is read.
    @Query(
            """
            update resource_version v
            set state = 'current'
            where v.resource_id = :id
              and v.number = (select max(n.number) from resource_version n where n.resource_id = :id and n.state = 'earlier')
            """)
    int choose(long id);

    /// After [#choose].
    @Query(
            """
            update resource r
            set current = v.number, changed_at = v.made_at, revision = v.number - 1
            from resource_version v
            where r.id = :id and v.resource_id = :id and v.state = 'current'
            """)
    int settle(long id);

    /// Some members have opened it in the weeks after it came; of a file, every third took it
    /// along.
    @Query(
            """
            insert into resource_use (resource_id, person_id, opened_at, taken_at)
            select r.id, a.person_id, o.at, case when n % 3 = 1 and form = 'file' then o.at + interval '4 minutes' end
            from resource r
            join resource_version v on v.resource_id = r.id and v.state = 'current'
            join lateral (
                select m.person_id, row_number() over (order by md5(r.title || m.person_id)) as n
                from access m
                where m.community_id = r.community_id and m.reads and m.person_id <> r.shared_by) a on a.n <= :readers
            cross join lateral (
                select least(r.shared_at + a.n * a.n * interval '7 hours 23 minutes', now() - a.n * interval '13 minutes') as at) o
            where r.id = :id
            """)
    int open(long id, int readers);

    @Query(
            """
            update resource r
            set readers = u.readers, downloads = u.downloads
            from (select count(*) as readers, count(taken_at) as downloads from resource_use where resource_id = :id) u
            where r.id = :id
            """)
    int count(long id);

    /// 0 when it is here already, or what it should lie in is not.
    @Query(
            """
            insert into collection (id, community_id, parent_id, title, description, html, html_version, language, visibility,
                                    place, made_at, changed_at, source_id)
            select :id, c.id, p.id, :title, :description, :html, :htmlVersion, :language, c.visibility,
                   coalesce((select max(s.place) from collection s where s.community_id = c.id), 0) + 1, :at, :at, :sourceId
            from community c
            left join collection p on p.source_id = :parent
            where c.id = :communityId and (:parent::text is null or p.id is not null)
            on conflict (source_id) do nothing
            """)
    int collect(
            long id,
            String sourceId,
            long communityId,
            @Nullable String parent,
            String title,
            String description,
            String html,
            int htmlVersion,
            String language,
            Instant at);

    @Query(
            """
            insert into collection_entry (collection_id, resource_id, community_id, place, added_at)
            select l.id, r.id, l.community_id, o.n * :apart, l.made_at
            from collection l
            cross join unnest(:holds::text[]) with ordinality as o (source_id, n)
            join resource r on r.source_id = o.source_id and r.community_id = l.community_id
            where l.id = :id
            """)
    int fill(long id, String[] holds, long apart);

    @Query(
            """
            insert into resource_practice (resource_id, person_id, note, at)
            select id, :personId, :note, :at
            from resource
            where source_id = :sourceId
            on conflict do nothing
            """)
    int use(String sourceId, long personId, Instant at, String note);

    @Query("update resource set practised = practised + 1 where source_id = :sourceId")
    int countUse(String sourceId);

    @Query(
            """
            update resource r
            set adapts = o.id, adaptation = :changes
            from resource o
            where r.source_id = :sourceId and o.source_id = :originalId
            """)
    int adapt(String sourceId, String originalId, String changes);
}
