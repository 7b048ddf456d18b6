package rounds.forum;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.time.Instant;

/// Sees everybody's drafts, to count their age and nothing else.
@Repository("system")
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SystemDraftRepository extends GenericRepository<DraftRow, Long> {

    @Query("delete from draft where saved_at < :before")
    int prune(Instant before);
}
