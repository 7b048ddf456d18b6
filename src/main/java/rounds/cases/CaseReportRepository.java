package rounds.cases;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.time.Instant;
import java.util.List;

/// Reports of stories.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface CaseReportRepository extends GenericRepository<CaseReportRow, Long> {

    /// 0 when the same person's report of the same story still waits.
    @Query(
            """
            insert into report (id, community_id, case_id, reporter_id, reason, note, made_at)
            values (:id, :communityId, :story, viewer(), :reason, :note, :now)
            on conflict (case_id, reporter_id) where decided_at is null do nothing
            """)
    int add(long id, long communityId, long story, String reason, String note, Instant now);

    @Query("select hide_reported_case(:story)")
    boolean hide(long story);

    /// Writes into the community's log that the viewer's report has hidden it.
    @Query("select log_hiding_of_case(:story, :entry)")
    boolean logHiding(long story, long entry);

    @Query("select id from report where case_id = :story and decided_at is null")
    List<Long> waiting(long story);

    /// How many reports of this story were waiting.
    @Query(
            """
            update report
            set decided_at = :now, decided_by = viewer(), verdict = :verdict
            where case_id = :story and decided_at is null
            """)
    int decide(long story, String verdict, Instant now);

    /// The oldest first.
    @Query(
            """
            select r.id, r.case_id as story_id, s.title, r.reason, r.note, r.made_at, r.reporter_id, h.handle, h.name, h.profession,
                   s.state <> 'visible' as hidden, coalesce(writer_of(s.id) = (select viewer()), false) as own
            from report r
            join case_story s on s.id = r.case_id
            join person h on h.id = r.reporter_id
            where r.community_id = :communityId and r.decided_at is null and (r.made_at, r.id) > (:at, :id)
            order by r.made_at, r.id
            limit :limit
            """)
    List<CaseReportRow> reports(long communityId, Instant at, long id, int limit);
}
