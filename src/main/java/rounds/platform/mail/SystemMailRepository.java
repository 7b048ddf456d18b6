package rounds.platform.mail;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

@Repository("system")
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SystemMailRepository extends GenericRepository<Mail, Long> {

    @Query(
            """
            insert into mail (id, recipient, person_id, subject, body, language, expires_at)
            values (:id, :recipient, :personId::bigint, :subject, :body, :language, :expiresAt::timestamptz)
            """)
    void add(
            long id,
            String recipient,
            @Nullable Long personId,
            String subject,
            String body,
            String language,
            @Nullable Instant expiresAt);

    // Marked as sent before it is: a crash in between loses one mail that can be asked for again,
    // and never sends one twice. Nodes do not wait for each other.
    @Query(
            """
            update mail
               set sent_at = now(), tries = tries + 1
             where id in (
                   select m.id
                     from mail m
                    where m.sent_at is null
                      and m.next_try <= now()
                      and (m.expires_at is null or m.expires_at > now())
                      and not exists (
                          select 1
                            from account a
                           where a.person_id = m.person_id and a.suspended_at is not null)
                    order by m.next_try
                    limit :limit
                      for update skip locked)
            returning id, recipient, subject, body, language, tries, made_at, sent_at, expires_at, last_error
            """)
    List<Mail> claim(int limit);

    // It may hold a link that opens an account.
    @Query("update mail set body = '', last_error = null where id = :id")
    void forgetBody(long id);

    @Query(
            """
            update mail
               set sent_at = null,
                   last_error = :error,
                   next_try = case when :seconds < 0 then 'infinity' else now() + make_interval(secs => :seconds) end
             where id = :id
            """)
    void putBack(long id, String error, int seconds);

    @Query(
            """
            select id, recipient, subject, body, language, tries, made_at, sent_at, expires_at, last_error
              from mail
             where id < :before
             order by id desc
             limit :limit
            """)
    List<Mail> newest(long before, int limit);

    @Query(
            """
            select count(*) filter (where next_try < 'infinity') as waiting,
                   min(made_at) filter (where next_try < 'infinity') as oldest,
                   count(*) filter (where next_try = 'infinity') as given_up
              from mail
             where sent_at is null and (expires_at is null or expires_at > now())
            """)
    Outbox waiting();

    @Query(
            """
            delete from mail
             where made_at < now() - interval '30 days'
                or (sent_at is null and expires_at < now() - interval '1 day')
            """)
    void prune();
}
