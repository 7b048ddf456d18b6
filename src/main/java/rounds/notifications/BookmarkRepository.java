package rounds.notifications;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface BookmarkRepository extends GenericRepository<BookmarkRow, Long> {

    // Its discussion says where it belongs; one that the viewer may not read gives no row.
    @Query(
            """
            insert into bookmark (person_id, content_type, content_id, discussion_id, community_id, open, made_at)
            select (select viewer()), :type, :id, d.id, d.community_id, d.visibility = 'public', :now
            from discussion d
            where d.id = :discussionId
            on conflict (person_id, content_type, content_id) do nothing
            """)
    int save(String type, long id, long discussionId, Instant now);

    /// The same of a resource, which stands in no discussion.
    @Query(
            """
            insert into bookmark (person_id, content_type, content_id, community_id, open, made_at)
            select (select viewer()), 'resource', r.id, r.community_id, r.visibility = 'public', :now
            from resource r
            where r.id = :id
            on conflict (person_id, content_type, content_id) do nothing
            """)
    int saveResource(long id, Instant now);

    /// The same of a case story.
    @Query(
            """
            insert into bookmark (person_id, content_type, content_id, community_id, open, made_at)
            select (select viewer()), 'case_story', s.id, s.community_id, s.visibility = 'public', :now
            from case_story s
            where s.id = :id
            on conflict (person_id, content_type, content_id) do nothing
            """)
    int saveStory(long id, Instant now);

    /// The same of a focus topic.
    @Query(
            """
            insert into bookmark (person_id, content_type, content_id, community_id, open, made_at)
            select (select viewer()), 'topic', t.id, t.community_id, t.visibility = 'public', :now
            from topic t
            where t.id = :id
            on conflict (person_id, content_type, content_id) do nothing
            """)
    int saveTopic(long id, Instant now);

    @Query(
            """
            select exists (
                select 1
                from bookmark
                where person_id = (select viewer()) and content_type = :type and content_id = :id)
            """)
    boolean has(String type, long id);

    @Query(
            """
            delete from bookmark
            where person_id = (select viewer()) and content_type = :type and content_id = :id
            """)
    int remove(String type, long id);

    // Another day is another reminder.
    @Query(
            """
            update bookmark
            set note = :note, remind_on = :remindOn::date,
                reminded_at = case when remind_on is not distinct from :remindOn::date then reminded_at end
            where person_id = (select viewer()) and content_type = :type and content_id = :id
            """)
    int change(String type, long id, String note, @Nullable LocalDate remindOn);

    @Query(
            """
            select (:now::timestamptz at time zone time_zone)::date
            from account
            where person_id = (select viewer())
            """)
    LocalDate today(Instant now);

    /// Whether that day is over where the viewer lives, and she has not chosen it before.
    @Query(
            """
            select :day::date < (:now::timestamptz at time zone a.time_zone)::date
                   and not exists (
                       select 1
                       from bookmark b
                       where b.person_id = a.person_id and b.content_type = :type and b.content_id = :id and b.remind_on = :day::date)
            from account a
            where a.person_id = (select viewer())
            """)
    boolean isOver(String type, long id, LocalDate day, Instant now);

    @Query(
            """
            select content_id, content_type, note, remind_on, made_at
            from bookmark
            where person_id = (select viewer()) and (made_at, content_id) < (:at, :id)
              and (not :reminders or remind_on is not null)
            order by made_at desc, content_id desc
            limit :limit
            """)
    List<BookmarkRow> page(boolean reminders, Instant at, long id, int limit);
}
