package rounds.platform.changes;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface SubmissionRepository extends GenericRepository<SubmissionRow, String> {

    @Query(
            """
            insert into submission (person_id, key, content_type, content_id, print)
            values (:personId, :key, :contentType, :contentId, :print)
            on conflict do nothing
            """)
    int claim(long personId, String key, String contentType, long contentId, String print);

    @Query(
            """
            select key, content_type, content_id, print
            from submission
            where person_id = :personId and key = :key
            """)
    Optional<SubmissionRow> find(long personId, String key);
}
