package rounds.notifications;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.time.Instant;
import java.time.LocalDate;

/// Of which days of review people were told.
@Repository("system")
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ReviewRepository extends GenericRepository<ReviewTold, Long> {

    /// 0 where they were told before.
    @Query(
            """
            insert into review_told (content_type, content_id, review_on, told_at)
            values (:type, :id, cast(:on as date), :now)
            on conflict do nothing
            """)
    int tell(String type, long id, LocalDate on, Instant now);
}
