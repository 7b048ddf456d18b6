package rounds.forum;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface PulseRepository extends GenericRepository<PulseRow, Long> {

    // The numbers are those the viewer can read: one that waits for a moderator tells her nothing.
    @Query(
            """
            select d.id, d.posts, d.gone, d.closed_at is not null as closed, d.revision,
                   coalesce((select p.number from post p where p.discussion_id = d.id order by p.number desc limit 1), 0) as newest,
                   array(select p.number
                           from post p
                          where p.discussion_id = d.id
                            and (p.id = any (:changed::bigint[]) or (p.number = 1 and d.id = any (:changed::bigint[])))
                          order by p.number) as changed
              from discussion d
             where d.id = :id
            """)
    Optional<PulseRow> find(long id, Long[] changed);
}
