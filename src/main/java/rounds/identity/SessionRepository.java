package rounds.identity;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.util.Optional;

@Repository("system")
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SessionRepository extends GenericRepository<Family, Long> {

    @Query(
            """
            insert into session (id, person_id, device, expires_at)
            values (:id, :personId, :device, now() + make_interval(days => :days))
            """)
    void open(long id, long personId, String device, int days);

    @Query("insert into refresh_token (hash, session_id) values (:hash, :sessionId)")
    void addToken(byte[] hash, long sessionId);

    // Of two windows that renew at once the second waits here for the first, and changes nothing.
    @Query("update refresh_token set used_at = now() where hash = :hash and used_at is null")
    int use(byte[] hash);

    @Query(
            """
            select s.id as session_id, s.person_id, a.auth_version,
                   s.ended_at is null and s.expires_at > now() and a.suspended_at is null as alive,
                   r.used_at < now() - make_interval(secs => :graceSeconds) as reused
              from refresh_token r
              join session s on s.id = r.session_id
              join account a on a.person_id = s.person_id
             where r.hash = :hash
            """)
    Optional<Family> family(byte[] hash, int graceSeconds);

    @Query(
            """
            update session
               set last_seen_at = now(), expires_at = now() + make_interval(days => :days)
             where id = :id
            """)
    void keepAlive(long id, int days);

    @Query(
            """
            update session
               set ended_at = now(), end_reason = :reason
             where id = :id and person_id = :personId and ended_at is null
            """)
    int end(long id, long personId, String reason);

    @Query(
            """
            update session
               set ended_at = now(), end_reason = :reason
             where person_id = :personId and id <> :except and ended_at is null
            """)
    void endAll(long personId, long except, String reason);

    @Query("delete from session where coalesce(ended_at, expires_at) < now() - interval '30 days'")
    void pruneSessions();

    // Kept for a while, so that a stolen one that is used again is noticed.
    @Query("delete from refresh_token where used_at < now() - interval '7 days'")
    void pruneTokens();
}
