package rounds.forum;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.util.List;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface RevisionRepository extends GenericRepository<RevisionRow, Integer> {

    /// The newest, the oldest of them first; the words of those two alone.
    @Query(
            """
            select revision, written_at, sealed, title, tags, case when revision in (:one, :other) then body end as body
            from (select *
                  from post_revision
                  where post_id = :postId
                  order by revision desc
                  limit :limit) kept
            order by revision
            """)
    List<RevisionRow> of(long postId, int one, int other, int limit);

    /// The revision before this one.
    @Query(
            """
            select coalesce(max(revision), 0)
            from post_revision
            where post_id = :postId and revision < :revision
            """)
    int before(long postId, int revision);
}
