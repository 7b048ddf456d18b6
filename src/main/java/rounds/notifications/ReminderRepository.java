package rounds.notifications;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.time.Instant;
import java.util.List;

@Repository("system")
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ReminderRepository extends GenericRepository<Due, Long> {

    // The day has begun where she lives. Where it begins first, it is a day ahead of UTC; another
    // node's are skipped.
    @Query(
            """
            with due as (
                select b.person_id, b.content_type, b.content_id
                from bookmark b
                join account a on a.person_id = b.person_id
                where b.remind_on is not null and b.reminded_at is null
                  and b.remind_on <= (:now::timestamptz at time zone 'UTC')::date + 1
                  and b.remind_on <= (:now::timestamptz at time zone a.time_zone)::date
                order by b.remind_on
                limit :limit
                for update of b skip locked)
            update bookmark b
            set reminded_at = :now
            from due
            where (b.person_id, b.content_type, b.content_id) = (due.person_id, due.content_type, due.content_id)
            returning b.person_id, b.content_type, b.content_id, b.discussion_id, b.community_id, b.open, b.remind_on
            """)
    List<Due> claim(Instant now, int limit);
}
