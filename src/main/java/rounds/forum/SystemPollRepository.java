package rounds.forum;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;

import java.time.Instant;
import java.util.List;

/// Ends polls, and tells notifications whom that concerns; nothing of it is ever shown.
@Repository("system")
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SystemPollRepository extends GenericRepository<SystemPollRepository.Carrier, Long> {

    // What another node ends at this moment is skipped.
    @Query(
            """
            with due as (
                select post_id
                from poll
                where ended_at is null and ends_at <= now()
                order by ends_at
                limit :limit
                for update skip locked),
            ended as (
                update poll q
                set ended_at = q.ends_at
                from due
                where q.post_id = due.post_id
                returning q.post_id)
            select p.id as post_id, p.discussion_id, p.number
            from ended e
            join post p on p.id = e.post_id
            """)
    List<Carrier> endDue(int limit);

    /// Counts so many ranked polls in which somebody has voted.
    ///
    /// @return how many there were
    @Query("select count_polls(:limit)")
    int count(int limit);

    /// A row for everybody who voted in what has ended, and for who asked.
    @Query(
            """
            select q.post_id, p.discussion_id, p.author_id, v.person_id, q.ended_at
            from poll q
            join post p on p.id = q.post_id
            cross join lateral (
                select b.person_id from ballot b where b.post_id = q.post_id and b.person_id is not null
                union
                select p.author_id) v
            where q.ended_at is not null
              and (p.id = any (:posts::bigint[]) or (p.number = 1 and p.discussion_id = any (:discussions::bigint[])))
            """)
    List<Concerned> concerned(Long[] posts, Long[] discussions);

    /// The post that carries a poll, and where it stands.
    @MappedEntity("poll")
    record Carrier(@Id long postId, long discussionId, int number) {
        ContentRef content() {
            return number == 1
                    ? new ContentRef(ContentType.DISCUSSION, discussionId)
                    : new ContentRef(ContentType.POST, postId);
        }
    }

    @Introspected
    record Concerned(
            long postId, long discussionId, long authorId, long personId, Instant endedAt) {}
}
