package rounds.topics;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.time.Instant;
import java.util.List;

/// What people made of summaries, read through the wall.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PracticeRepository extends GenericRepository<EntryRow, Long> {

    /// The viewer's own before all others.
    @Query(
            """
            select u.person_id, p.handle, p.name, p.profession, u.note, u.at
            from (select * from topic_practice where topic_id = :topic and person_id = (select viewer())
                  union all
                  (select *
                   from topic_practice
                   where topic_id = :topic and person_id is distinct from (select viewer())
                   order by at desc, person_id desc
                   limit :limit)) u
            join person p on p.id = u.person_id
            order by u.person_id is distinct from (select viewer()), u.at desc, u.person_id desc
            """)
    List<TopicUseRow> uses(long topic, int limit);

    @Query("select practise_topic(:topic, :note, :now)")
    boolean practise(long topic, String note, Instant now);

    @Query("select practise_topic(:topic, '', null)")
    boolean practiseNoMore(long topic);
}
