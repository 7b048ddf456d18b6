package rounds.forum;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.util.List;

/// Reads as the system: only to learn which pages a change may concern.
@Repository("system")
@JdbcRepository(dialect = Dialect.POSTGRES)
interface GroupRepository extends GenericRepository<GroupRow, Long> {

    @Query("select id, discussion_id from post where id = any (:ids::bigint[])")
    List<GroupRow> of(Long[] ids);
}
