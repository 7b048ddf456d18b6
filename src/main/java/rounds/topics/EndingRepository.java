package rounds.topics;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.time.Instant;
import java.util.Optional;

/// What became of topics, through the wall.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface EndingRepository extends GenericRepository<EntryRow, Long> {

    @Query("select body from topic_summary where topic_id = :topic and number = :number")
    Optional<String> body(long topic, int number);

    /// 0 where it became another already.
    @Query(
            """
            update topic
            set result_id = :resource, changed_at = :now
            where id = :topic and result_id is null
            """)
    int keep(long topic, long resource, Instant now);

    @Query("select id, title, language from topic where result_id = :resource order by id limit 1")
    Optional<ResultOf> topic(long resource);
}
