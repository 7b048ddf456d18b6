package rounds.topics;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Summaries, version by version, and what the standing one cites.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SummaryRepository extends GenericRepository<TopicRow, Long> {

    @Query("select number, body from topic_summary where topic_id = :topic and number = :number")
    Optional<SummaryText> text(long topic, int number);

    @Query(
            """
            select s.number, s.note, w.handle as writer_handle, w.name as writer_name, g.name as suggested_by, s.made_at
            from topic_summary s
            join person w on w.id = s.written_by
            left join person g on g.id = s.suggested_by
            where s.topic_id = :topic
            order by s.number desc
            limit :limit
            """)
    List<SummaryVersion> versions(long topic, int limit);

    /// 0 when another stands there since.
    @Query(
            """
            update topic
            set summary = :number, changed_at = :now
            where id = :topic and summary = :number - 1
            """)
    int raise(long topic, int number, Instant now);

    @Query(
            """
            insert into topic_summary (topic_id, number, community_id, body, html, html_version, note, written_by, suggested_by, made_at)
            values (:topic, :number, :community, :body, :html, :htmlVersion, :note, (select viewer()), :suggestedBy::bigint, :now)
            """)
    int write(
            long topic,
            int number,
            long community,
            String body,
            String html,
            int htmlVersion,
            String note,
            @Nullable Long suggestedBy,
            Instant now);

    /// What the standing summary cites, in its order; what was cited before keeps the day on which
    /// somebody looked at it last.
    @Query("select cite_in_topic(:topic, :types::text[], :ids::bigint[], :pages::int[], :now)")
    boolean cite(long topic, String[] types, Long[] ids, Integer[] pages, Instant now);

    /// Says that a curator knows what they say now; null type: all of them.
    @Query("select look_at_citations(:topic, :type::text, :id::bigint, :now)")
    int look(long topic, @Nullable String type, @Nullable Long id, Instant now);

    @Query(
            """
            insert into topic_reading (topic_id, person_id, number, at)
            values (:topic, (select viewer()), :number, :now)
            on conflict (topic_id, person_id) do update
            set number = greatest(topic_reading.number, excluded.number), at = excluded.at
            """)
    int read(long topic, int number, Instant now);
}
