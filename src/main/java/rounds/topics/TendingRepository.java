package rounds.topics;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.util.Optional;

/// Topics as their viewer may gather things around them.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface TendingRepository extends GenericRepository<EntryRow, Long> {

    @Query(
            """
            select t.id, t.community_id, t.state, t.title, t.arranged, t.summary, t.practised, t.shared, t.result_id,
                   curates_topic(t.id) as curates, coalesce(a.reads, false) as member
            from topic t
            left join access a on a.person_id = (select viewer()) and a.community_id = t.community_id
            where t.id = :id
            """)
    Optional<TendedRow> seen(long id);
}
