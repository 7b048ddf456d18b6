package rounds.topics;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.time.LocalDate;
import java.util.List;

/// Reads hits through the wall, whole lists in one statement.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface TopicExcerptRepository extends GenericRepository<TopicExcerptRow, Long> {

    @Query(
            """
            select t.id, t.title, s.html, concat_ws(E'\\n', t.question, nullif(t.why, ''), nullif(array_to_string(t.objectives, E'\\n'), '')) as text,
                   t.language, t.tags, c.slug, coalesce(c.name, host_of_topic(t.id)) as community_name, p.handle, p.name, p.profession,
                   t.changed_at, t.source_id
            from topic t
            left join community c on c.id = t.community_id
            left join topic_summary s on s.topic_id = t.id and s.number = t.summary
            join person p on p.id = t.proposed_by
            where t.id = any (:ids::bigint[])
            """)
    List<TopicExcerptRow> topics(Long[] ids);

    @Query("select id, title, language from topic where id = any (:ids::bigint[])")
    List<TopicTitleRow> titles(Long[] ids);

    /// In what the contents of its shelf and the sources of its summary stand.
    @Query(
            """
            select coalesce(p.discussion_id, e.content_id)
            from (select content_type, content_id from topic_entry where topic_id = :topicId and state = 'shelved'
                  union
                  select content_type, content_id from topic_citation where topic_id = :topicId) e
            left join post p on e.content_type = 'post' and p.id = e.content_id
            """)
    List<Long> gathered(long topicId);

    @Query(
            """
            select t.id, t.title, t.language, t.review_on
            from topic t
            where t.community_id = :communityId and t.state in ('published', 'review') and t.review_on <= cast(:today as date)
            order by t.review_on, t.id
            limit :limit
            """)
    List<DueTopicRow> due(long communityId, LocalDate today, int limit);
}
