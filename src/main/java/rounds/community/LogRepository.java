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

    /// What was done about that content behind that entry, the oldest first.
    @Query(
            """
            select l.id, l.act, a.handle as actor_handle, a.name as actor_name, l.content_type, l.content_id,
                   p.handle as person_handle, p.name as person_name, l.detail, l.reason, l.at
            from community_log l
            left join person a on a.id = l.actor_id
            left join person p on p.id = l.person_id
            where l.content_id = :contentId and l.content_type = :contentType and l.id > :entry
            order by l.id
            limit :limit
            """)
    List<LogEntry> since(String contentType, long contentId, long entry, int limit);

    /// 0 before the first.
    @Query(
            """
            select coalesce(max(id), 0)
            from community_log
            where content_id = :contentId and content_type = :contentType
            """)
    long newest(String contentType, long contentId);
}
