package rounds.notifications;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
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

    /// The newest choice first; what she may not read any more only where it is content.
    ///
    /// @param target null: of every kind
    @Query(
            """
            select w.target, w.target_id, w.tag, w.level, w.since, coalesce(c.slug, p.handle, '') as key,
                   coalesce(c.name, p.name, '') as name, coalesce(p.profession, '') as profession
            from watch w
            left join community c on w.target in ('community', 'tag') and c.id = w.target_id
            left join person p on w.target = 'person' and p.id = w.target_id
            where w.person_id = (select viewer())
              and (w.target in ('discussion', 'resource', 'case_story', 'topic') or c.id is not null or p.id is not null)
              and (cast(:target as text) is null or w.target = :target)
              and (w.since, w.target_id, w.tag) < (:at, :id, :tag)
            order by w.since desc, w.target_id desc, w.tag desc
            limit :limit
            """)
    List<FollowedRow> followed(@Nullable String target, Instant at, long id, String tag, int limit);

    // As RecipientRepository decides; whose posts she follows comes with each post.
    @Query(
            "select level, usual, unread, saved from keeping(:discussion, :community, :opener, :tags)")
    KeepingRow keeping(long discussion, long community, long opener, String[] tags);
}
