package rounds.platform.database;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

@Repository("system")
@JdbcRepository(dialect = Dialect.POSTGRES)
interface VitalsRepository extends GenericRepository<VitalsRow, Long> {

    @Query(
            """
            select split_part(current_setting('server_version'), ' ', 1) as version,
                   pg_database_size(current_database()) as bytes
            """)
    VitalsRow look();
}
