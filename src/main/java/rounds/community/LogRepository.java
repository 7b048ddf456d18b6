package rounds.community;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface LogRepository extends GenericRepository<LogEntry, Long> {

    @Query(
            """
            insert into community_log (id, community_id, actor_id, act, content_type, content_id, person_id, detail, reason)
            values (:id, :communityId, :actor, :act, :contentType, :contentId::bigint, :person::bigint, :detail, :reason)
            """)
    void add(
            long id,
            long communityId,
            long actor,
            String act,
            @Nullable String contentType,
            @Nullable Long contentId,
            @Nullable Long person,
            String detail,
            String reason);

    @Query(
            """
            select l.id, l.act, a.handle as actor_handle, a.name as actor_name, l.content_type, l.content_id,
                   p.handle as person_handle, p.name as person_name, l.detail, l.reason, l.at
            from community_log l
            left join person a on a.id = l.actor_id
            left join person p on p.id = l.person_id
            where l.community_id = :communityId and (l.at, l.id) < (:at::timestamptz, :id)
            order by l.at desc, l.id desc
            limit :limit
            """)
    List<LogEntry> page(long communityId, Instant at, long id, int limit);
}
