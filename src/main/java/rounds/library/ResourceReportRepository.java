package rounds.library;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.time.Instant;
import java.util.List;

/// Reports of resources.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ResourceReportRepository extends GenericRepository<ResourceReportRow, Long> {

    /// 0 when the same person's report of the same resource still waits.
    @Query(
            """
            insert into report (id, community_id, resource_id, reporter_id, reason, note, made_at)
            values (:id, :communityId, :resourceId, viewer(), :reason, :note, :now)
            on conflict (resource_id, reporter_id) where decided_at is null do nothing
            """)
    int add(long id, long communityId, long resourceId, String reason, String note, Instant now);

    @Query("select hide_reported_resource(:resourceId)")
    boolean hide(long resourceId);

    /// Writes into the community's log that the viewer's report has hidden it.
    @Query("select log_hiding_of_resource(:resourceId, :entry)")
    boolean logHiding(long resourceId, long entry);

    @Query("select id from report where resource_id = :resourceId and decided_at is null")
    List<Long> waiting(long resourceId);

    /// How many reports of this resource were waiting.
    @Query(
            """
            update report
            set decided_at = :now, decided_by = viewer(), verdict = :verdict
            where resource_id = :resourceId and decided_at is null
            """)
    int decide(long resourceId, String verdict, Instant now);

    /// The oldest first.
    @Query(
            """
            select r.id, r.resource_id, r.reason, r.note, r.made_at, r.reporter_id, h.handle, h.name, h.profession
            from report r
            join person h on h.id = r.reporter_id
            where r.community_id = :communityId and r.resource_id is not null and r.decided_at is null
              and (r.made_at, r.id) > (:at, :id)
            order by r.made_at, r.id
            limit :limit
            """)
    List<ResourceReportRow> reports(long communityId, Instant at, long id, int limit);

    /// That wait, of these resources, the oldest first.
    @Query(
            """
            select r.id, r.resource_id, r.reason, r.note, r.made_at, r.reporter_id, h.handle, h.name, h.profession
            from report r
            join person h on h.id = r.reporter_id
            where r.resource_id = any (:resources::bigint[]) and r.decided_at is null
            order by r.made_at, r.id
            """)
    List<ResourceReportRow> of(Long[] resources);
}
