package rounds.topics;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import org.jspecify.annotations.Nullable;

import rounds.platform.order.Placed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Questions at topics, as the viewer may read and write them.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface QuestionRepository extends GenericRepository<QuestionRow, Long> {

    /// The open ones in their order, then the others, what was closed last first, with what answers
    /// them. Who asked is read by members.
    @Query(
            """
            select q.id, q.topic_id, q.words, q.state, q.answer, q.answer_type, q.answer_id, coalesce(p.id, 0) as asked_by_id, p.handle,
                   p.name, p.profession, q.asked_at, q.closed_at, coalesce(d.title, f.title, r.title, s.title) as answer_title,
                   o.number as answer_number, coalesce(d.kind, f.kind, r.kind, s.outcome) as answer_kind,
                   coalesce(d.language, o.language, r.language, s.language) as answer_language
            from topic_question q
            left join discussion d on d.id = case when q.answer_type = 'discussion' then q.answer_id end
            left join post o on o.id = case when q.answer_type = 'post' then q.answer_id end
            left join discussion f on f.id = o.discussion_id
            left join resource r on r.id = case when q.answer_type = 'resource' then q.answer_id end
            left join case_story s on s.id = case when q.answer_type = 'case_story' then q.answer_id end
            left join access a on a.person_id = (select viewer()) and a.community_id = q.community_id and a.reads
            left join person p on p.id = q.asked_by and a.reads
            where q.topic_id = :topic
            order by q.state <> 'open', q.closed_at desc nulls first, q.place, q.id
            limit :limit
            """)
    List<QuestionRow> of(long topic, int limit);

    @Query(
            """
            select q.id, q.topic_id, q.words, q.state, q.answer, q.answer_type, q.answer_id, q.asked_by as asked_by_id, p.handle, p.name,
                   p.profession, q.asked_at, q.closed_at, null as answer_title, null::int as answer_number, null as answer_kind,
                   null as answer_language
            from topic_question q
            join person p on p.id = q.asked_by
            where q.id = :id and q.topic_id = :topic
            """)
    Optional<QuestionRow> one(long topic, long id);

    /// Behind the others; 0 where there are as many open as there may be.
    @Query(
            """
            insert into topic_question (id, topic_id, community_id, words, place, asked_by, asked_at)
            select :id, t.id, t.community_id, :words,
                   coalesce((select max(q.place) from topic_question q where q.topic_id = t.id), 0) + :apart, viewer(), :now
            from topic t
            where t.id = :topic
              and (select count(*) from topic_question q where q.topic_id = t.id and q.state = 'open') < :most
            """)
    int ask(long id, long topic, String words, long apart, int most, Instant now);

    /// 0 where it is not as it was.
    @Query(
            """
            update topic_question
            set state = :state, answer = :answer, answer_type = :type::text, answer_id = :content::bigint, closed_by = viewer(),
                closed_at = :now
            where id = :id and topic_id = :topic and state = 'open'
            """)
    int close(
            long id,
            long topic,
            String state,
            String answer,
            @Nullable String type,
            @Nullable Long content,
            Instant now);

    @Query(
            """
            update topic_question
            set state = 'open', answer = '', answer_type = null, answer_id = null, closed_by = null, closed_at = null
            where id = :id and topic_id = :topic and state <> 'open'
            """)
    int open(long id, long topic);

    @Query(
            "select id, place from topic_question where topic_id = :topic and id = :id and state = 'open'")
    Optional<Placed> at(long topic, long id);

    @Query(
            """
            select id, place
            from topic_question
            where topic_id = :topic and state = 'open' and (place, id) < (:place, :id) and id <> :without
            order by place desc, id desc
            limit 1
            """)
    Optional<Placed> before(long topic, long place, long id, long without);

    @Query(
            """
            select id, place
            from topic_question
            where topic_id = :topic and state = 'open' and (place, id) > (:place, :id) and id <> :without
            order by place, id
            limit 1
            """)
    Optional<Placed> after(long topic, long place, long id, long without);

    @Query(
            """
            select id, place
            from topic_question
            where topic_id = :topic and state = 'open' and id <> :without
            order by place, id
            limit :most
            """)
    List<Placed> first(long topic, long without, int most);

    @Query("update topic_question set place = :place where topic_id = :topic and id = :id")
    int move(long topic, long id, long place);

    @Query(
            """
            update topic_question q
            set place = n.number * :apart
            from (select o.id, row_number() over (order by o.place, o.id) as number from topic_question o where o.topic_id = :topic) n
            where q.id = n.id and q.topic_id = :topic
            """)
    int space(long topic, long apart);
}
