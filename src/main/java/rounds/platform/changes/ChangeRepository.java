package rounds.platform.changes;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ChangeRepository extends GenericRepository<ChangeRow, Long> {

    // xid8 is unsigned; as text it passes through every driver.
    @Query(
            """
            insert into change_log (content_type, content_id, what)
            values (:contentType, :contentId, :what)
            returning id, xid::text::bigint as xid, content_type, content_id, what, at
            """)
    ChangeRow append(String contentType, long contentId, String what);
}
