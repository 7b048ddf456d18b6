package rounds.platform.changes;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.util.List;
import java.util.Optional;

@Repository("system")
@JdbcRepository(dialect = Dialect.POSTGRES)
interface FailureRepository extends GenericRepository<Failure, Long> {

    @Query(
            """
            select consumer, change_id, content_type, content_id, what, error, at
              from change_failure
             order by at desc, change_id desc
             limit :limit
            """)
    List<Failure> newest(int limit);

    @Query("select count(*) from change_failure")
    long count();

    @Query(
            """
            select consumer, change_id, content_type, content_id, what, error, at
              from change_failure
             where consumer = :consumer and change_id = :changeId
               for update
            """)
    Optional<Failure> locked(String consumer, long changeId);

    @Query("delete from change_failure where consumer = :consumer and change_id = :changeId")
    int remove(String consumer, long changeId);
}
