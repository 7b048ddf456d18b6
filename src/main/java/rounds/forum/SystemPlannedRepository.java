package rounds.forum;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Finds what is due, whoever planned it; it is published in its author's name, not from here.
@Repository("system")
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SystemPlannedRepository extends GenericRepository<PlannedRow, Long> {

    /// Those first that have not failed yet.
    @Query(
            """
            select id, author_id
            from planned
            where problem is null and publish_at <= :now
            order by tries, publish_at, id
            limit :limit
            """)
    List<Due> due(Instant now, int limit);

    @Query("select id, author_id from planned where id = :id")
    Optional<Due> find(long id);

    @Query(
            """
            update planned
            set problem = :problem, revision = revision + 1
            where id = :id and problem is null
            """)
    int hinder(long id, String problem);

    /// Tried in vain once more; the last time it is set aside.
    @Query(
            """
            update planned
            set tries = tries + 1,
                problem = case when tries + 1 >= :most then :problem end,
                revision = revision + (tries + 1 >= :most)::int
            where id = :id and problem is null
            """)
    int fail(long id, int most, String problem);

    @Introspected
    record Due(long id, long authorId) {}
}
