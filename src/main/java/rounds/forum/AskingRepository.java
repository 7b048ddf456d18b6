package rounds.forum;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

/// What communities want to be asked, through the wall; true for what is not seen.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AskingRepository extends GenericRepository<DiscussionRow, Long> {

    @Query("select coalesce((select asks_identifiers from community where id = :id), true)")
    boolean inCommunity(long id);

    @Query(
            """
            select coalesce((select c.asks_identifiers
                             from discussion d
                             join community c on c.id = d.community_id
                             where d.id = :id), true)
            """)
    boolean inDiscussion(long id);

    @Query(
            """
            select coalesce((select c.asks_identifiers
                             from post p
                             join community c on c.id = p.community_id
                             where p.id = :id), true)
            """)
    boolean ofPost(long id);
}
