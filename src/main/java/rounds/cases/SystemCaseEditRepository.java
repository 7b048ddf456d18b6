package rounds.cases;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.time.Instant;

/// Sees everybody's begun edits, to count their age and nothing else.
@Repository("system")
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SystemCaseEditRepository extends GenericRepository<CaseEditRow, Long> {

    @Query("delete from case_edit where saved_at < :before")
    int prune(Instant before);
}
