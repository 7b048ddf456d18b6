package rounds.forum;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ModerationRepository extends GenericRepository<ReportRow, Long> {

    /// 0 when the same person's report of the same post still waits.
    @Query(
            """
            insert into report (id, community_id, post_id, reporter_id, reason, note, made_at)
            values (:id, :communityId, :postId, :reporter, :reason, :note, :now)
            on conflict (post_id, reporter_id) where decided_at is null do nothing
            """)
    int report(
            long id,
            long communityId,
            long postId,
            long reporter,
            String reason,
            String note,
            Instant now);

    /// In the community's log, in the name of the product itself.
    @Query("select log_hiding_by_report(:postId, :entry)")
    boolean logHiding(long postId, long entry);

    /// Why the first of those was made whose reports of this post still wait.
    @Query(
            """
            select reason
            from report
            where post_id = :postId and decided_at is null
            order by made_at, id
            limit 1
            """)
    Optional<String> reported(long postId);

    @Query("select id from report where post_id = :postId and decided_at is null")
    List<Long> waiting(long postId);

    /// How many reports of this post were waiting.
    @Query(
            """
            update report
            set decided_at = :now, decided_by = :moderator, verdict = :verdict
            where post_id = :postId and decided_at is null
            """)
    int decide(long postId, long moderator, String verdict, Instant now);

    /// Closes the reports that wait of a post that is deleted.
    ///
    /// @param entry id of the log's, where its author deleted it
    /// @return their ids
    @Query("select close_reports(:postId, :entry, :now)")
    List<Long> close(long postId, long entry, Instant now);

    /// The oldest first.
    @Query(
            """
            select r.id, r.post_id, r.reason, r.note, r.made_at, r.reporter_id, h.handle, h.name, h.profession, d.title
            from report r
            join person h on h.id = r.reporter_id
            join post p on p.id = r.post_id
            join discussion d on d.id = p.discussion_id
            where r.community_id = :communityId and r.decided_at is null and (r.made_at, r.id) > (:at, :id)
            order by r.made_at, r.id
            limit :limit
            """)
    List<ReportRow> reports(long communityId, Instant at, long id, int limit);
}
