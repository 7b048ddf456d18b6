package rounds.cases;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.time.Instant;
import java.util.List;

/// Why passages that look as if they named somebody do not, through the wall.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ConfirmationRepository extends GenericRepository<ConfirmedRow, Long> {

    @Query(
            """
            select id, field, kind, passage, reason
            from case_confirmation
            where story_id = :story
            order by said_at, id
            """)
    List<ConfirmedRow> of(long story);

    /// In place of what was said of the same passage before.
    @Query(
            "delete from case_confirmation where story_id = :story and field = :field and passage = :passage")
    int forget(long story, String field, String passage);

    @Query(
            """
            insert into case_confirmation (id, story_id, community_id, field, kind, passage, reason, said_at)
            values (:id, :story, :communityId, :field, :kind, :passage, :reason, :now)
            """)
    int add(
            long id,
            long story,
            long communityId,
            String field,
            String kind,
            String passage,
            String reason,
            Instant now);
}
