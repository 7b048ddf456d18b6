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
            where p.id in (select whose_words(:topic))
            order by p.name, p.id
            limit :limit
            """)
    List<SpeakerRow> speakers(long topic, int limit);

    /// @param readers `all` who read the community, or its `members`
    /// @param agreed who was asked
    @Query("select show_topic_to(:topic, :seen, :readers, :agreed::bigint[])")
    boolean show(long topic, int seen, String readers, Long[] agreed);
}
