package rounds.topics;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How members would word summaries, through the wall.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SuggestionRepository extends GenericRepository<SuggestionRow, Long> {
    String ROWS =
            """
             as body, s.why, p.id as person_id, p.handle, p.name, p.profession,
                   s.made_at, s.state, d.name as decider, s.decided_at, s.reason
            from topic_suggestion s
            join person p on p.id = s.made_by
            left join person d on d.id = s.decided_by and d.id <> s.made_by
            """;

    /// What waits first, then what was decided last; without their texts.
    @Query(
            "select s.id, s.topic_id, s.base, ''"
                    + ROWS
                    + """
                    where s.topic_id = :topic
                    order by s.state = 'waiting' desc, s.made_at desc, s.id desc
                    limit :limit
                    """)
    List<SuggestionRow> of(long topic, int limit);

    @Query("select s.id, s.topic_id, s.base, s.body" + ROWS + "where s.id = :id")
    Optional<SuggestionRow> find(long id);

    /// 0 where she has as many waiting ones as she may.
    @Query(
            """
            insert into topic_suggestion (id, topic_id, community_id, base, body, why, made_by, made_at)
            select :id, :topic, :community, :base, :body, :why, viewer(), :now
            where (select count(*) from topic_suggestion
                   where topic_id = :topic and made_by = (select viewer()) and state = 'waiting') < :most
            """)
    int make(
            long id,
            long topic,
            long community,
            int base,
            String body,
            String why,
            int most,
            Instant now);

    /// 0 when it was decided meanwhile.
    @Query(
            """
            update topic_suggestion
            set state = :state, decided_by = (select viewer()), decided_at = :now, reason = :reason
            where id = :id and state = 'waiting'
            """)
    int settle(long id, String state, String reason, Instant now);
}
