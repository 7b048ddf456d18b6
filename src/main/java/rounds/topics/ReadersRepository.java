package rounds.topics;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.util.List;

/// Who reads topics, and whose words they would read.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ReadersRepository extends GenericRepository<EntryRow, Long> {

    @Query(
            """
            select p.id, p.handle, p.name, coalesce(p.profession, '') as profession
            from person p
            where p.id in (select t.proposed_by from topic t where t.id = :topic
                           union select s.written_by from topic_summary s where s.topic_id = :topic
                           union select s.suggested_by from topic_summary s where s.topic_id = :topic
                           union select q.asked_by from topic_question q where q.topic_id = :topic
                           union select q.closed_by from topic_question q where q.topic_id = :topic and q.answer <> ''
                           union select g.put_by from topic_agreement g where g.topic_id = :topic
                           union select u.person_id from topic_practice u where u.topic_id = :topic and u.note <> ''
                           union select e.added_by from topic_entry e where e.topic_id = :topic and e.state = 'shelved' and e.why <> '')
            order by p.name, p.id
            limit :limit
            """)
    List<SpeakerRow> speakers(long topic, int limit);

    /// @param readers `all` who read the community, or its `members`
    @Query("select show_topic_to(:topic, :seen, :readers)")
    boolean show(long topic, int seen, String readers);
}
