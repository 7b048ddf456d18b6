package rounds.identity;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.util.Optional;

@Repository("system")
@JdbcRepository(dialect = Dialect.POSTGRES)
interface EmailLinkRepository extends GenericRepository<EmailLink, byte[]> {

    // Nobody's link is no row: the same statement for addresses with and without an account, so
    // that both take the same time.
    @Query(
            """
            insert into email_link (hash, person_id, purpose, email, expires_at)
            select :hash, a.person_id, :purpose, :email, now() + make_interval(secs => :seconds)
              from account a
             where a.person_id = :personId
            """)
    void add(byte[] hash, long personId, String purpose, String email, long seconds);

    @Query(
            """
            update email_link
               set used_at = now()
             where person_id = :personId and purpose = :purpose and used_at is null
            """)
    void end(long personId, String purpose);

    @Query(
            """
            select person_id, purpose, email
              from email_link
             where hash = :hash and used_at is null and expires_at > now()
            """)
    Optional<EmailLink> find(byte[] hash);

    // Of two windows that send it at once, one changes the row.
    @Query(
            """
            update email_link
               set used_at = now()
             where hash = :hash and used_at is null and expires_at > now()
            """)
    int use(byte[] hash);

    @Query("delete from email_link where expires_at < now() - interval '7 days'")
    void prune();
}
