package rounds.notifications;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface WatchRepository extends GenericRepository<NotificationRow, Long> {

    @Introspected
    record KeepingRow(@Nullable String level, String usual, boolean unread, Long[] saved) {}

    @Query(
            """
            insert into watch (person_id, target, target_id, tag, level, since)
            values ((select viewer()), :target, :targetId, :tag, :level, :now)
            on conflict (person_id, target, target_id, tag) do update set level = excluded.level, since = excluded.since
            """)
    void set(String target, long targetId, String tag, String level, Instant now);

    @Query(
            """
            delete from watch
            where person_id = (select viewer()) and target = :target and target_id = :targetId and tag = :tag
            """)
    int unset(String target, long targetId, String tag);

    @Query(
            """
            select level
            from watch
            where person_id = (select viewer()) and target = :target and target_id = :targetId and tag = :tag
            """)
    Optional<String> level(String target, long targetId, String tag);

    // As RecipientRepository decides; whose posts she follows comes with each post.
    @Query(
            """
            select (select level from watch where person_id = v.id and target = 'discussion' and target_id = :discussion and tag = '') as level,
                   coalesce(
                       case when v.id = :opener then 'every' end,
                       (select level from watch where person_id = v.id and target = 'tag' and target_id = :community and tag = any (:tags)
                         order by array_position('{every,replies,mentions,nothing}', level) limit 1),
                       (select level from watch where person_id = v.id and target = 'community' and target_id = :community and tag = ''),
                       'replies') as usual,
                   exists (select 1 from notification where person_id = v.id and group_id = :discussion and read_at is null) as unread,
                   array(select content_id from bookmark where person_id = v.id and discussion_id = :discussion) as saved
            from (select viewer() as id) v
            """)
    KeepingRow keeping(long discussion, long community, long opener, String[] tags);
}
