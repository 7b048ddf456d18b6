package rounds.identity;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.util.List;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface OwnSessionRepository extends GenericRepository<OwnSession, Long> {

    @Query(
            """
            select id, device, started_at, last_seen_at, id = :sessionId as here
              from session
             where person_id = :personId and ended_at is null and expires_at > now()
             order by id = :sessionId desc, last_seen_at desc, id desc
             limit 100
            """)
    List<OwnSession> open(long personId, long sessionId);
}
