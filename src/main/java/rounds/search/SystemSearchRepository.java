package rounds.search;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

@Repository("system")
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SystemSearchRepository extends GenericRepository<Named, Long> {

    @Query("update index_epoch set epoch = gen_random_uuid()")
    void beginEpoch();
}
