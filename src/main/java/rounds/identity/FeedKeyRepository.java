package rounds.identity;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface FeedKeyRepository extends GenericRepository<FeedKey, Long> {

    @Query(
            """
            select k.person_id, k.made_at, k.auth_version = :authVersion as holds
            from feed_key k
            where k.person_id = (select viewer())
            """)
    Optional<FeedKey> own(int authVersion);

    @Query("select true from make_feed_key(:hash)")
    boolean make(byte[] hash);

    @Query("delete from feed_key where person_id = (select viewer())")
    int end();

    @Query("select feed_reader(:hash)")
    @Nullable Long reader(byte[] hash);
}
