package rounds.platform.mail;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface MailRepository extends GenericRepository<Mail, Long> {

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
}
