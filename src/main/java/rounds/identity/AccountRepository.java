package rounds.identity;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

@Repository("system")
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AccountRepository extends GenericRepository<Account, Long> {
    String ACCOUNT =
            """
            select a.person_id, p.handle, p.name, a.email, a.password_hash,
                   a.confirmed_at is not null as confirmed, a.auth_version,
                   a.suspended_at is not null as suspended, a.sample, a.language
              from account a
              join person p on p.id = a.person_id
            """;

    @Query(ACCOUNT + " where p.handle = :handle")
    Optional<Account> byHandle(String handle);

    @Query(
            ACCOUNT
                    + """
                     where a.email = :email
                       and (a.confirmed_at is not null or a.password_hash is null)
                    """)
    Optional<Account> byOwnEmail(String email);

    // The one that owns the address, else the newest that claims it.
    @Query(
            ACCOUNT
                    + """
                     where a.email = :email
                     order by a.confirmed_at is not null or a.password_hash is null desc, a.created_at desc
                     limit 1
                    """)
    Optional<Account> byAnyEmail(String email);

    @Query(ACCOUNT + " where a.person_id = :personId")
    Optional<Account> byId(long personId);

    // The same conditions as function enter: what an account does to itself needs a living session.
    @Query(
            ACCOUNT
                    + """
                      join session s on s.person_id = a.person_id
                     where a.person_id = :personId
                       and s.id = :sessionId
                       and s.ended_at is null
                       and s.expires_at > now()
                       and a.auth_version = :authVersion
                       and a.suspended_at is null
                    """)
    Optional<Account> ofSession(long personId, long sessionId, int authVersion);

    @Query("select exists (select 1 from person where handle_shape = :shape)")
    boolean isTaken(String shape);

    @Query(
            """
            insert into person (id, handle, handle_shape, name, profession)
            values (:id, :handle, :shape, :name, :profession)
            on conflict do nothing
            """)
    int addPerson(long id, String handle, String shape, String name, String profession);

    @Query(
            """
            insert into account (person_id, email, password_hash, language, time_zone, confirmed_at, admin)
            values (:personId, :email, :passwordHash::text, :language::text, coalesce(:zone::text, 'America/Toronto'),
                    case when :confirmed then now() end, :admin)
            """)
    void addAccount(
            long personId,
            String email,
            @Nullable String passwordHash,
            @Nullable String language,
            @Nullable String zone,
            boolean confirmed,
            boolean admin);

    // Whatever was signed before is refused from now on, on every node.
    @Query(
            """
            update account
               set password_hash = :passwordHash, auth_version = auth_version + 1
             where person_id = :personId
            """)
    void changePassword(long personId, String passwordHash);

    @Query(
            """
            update account a
               set confirmed_at = now()
             where a.person_id = :personId
               and a.email = :email
               and a.confirmed_at is null
               and not exists (
                   select 1
                     from account o
                    where o.email = :email
                      and o.person_id <> :personId
                      and (o.confirmed_at is not null or o.password_hash is null))
            """)
    int confirm(long personId, String email);

    @Query(
            """
            update account a
               set email = :email, confirmed_at = now()
             where a.person_id = :personId
               and not exists (
                   select 1
                     from account o
                    where o.email = :email
                      and o.person_id <> :personId
                      and (o.confirmed_at is not null or o.password_hash is null))
            """)
    int changeAddress(long personId, String email);

    // Nobody who never confirmed has written anything: membership needs a confirmed address.
    @Query(
            """
            delete from person p
             using account a
             where a.person_id = p.id
               and a.confirmed_at is null
               and a.password_hash is not null
               and not a.sample
               and a.created_at < now() - interval '30 days'
               and not exists (select 1 from membership m where m.person_id = p.id)
               and not exists (
                   select 1
                     from session s
                    where s.person_id = p.id and s.last_seen_at > now() - interval '30 days')
            """)
    void forgetUnconfirmed();
}
