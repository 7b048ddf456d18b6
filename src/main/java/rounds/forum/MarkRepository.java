package rounds.forum;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.util.List;

/// Reads every row, whoever may see it: only to make notifications.
@Repository("system")
@JdbcRepository(dialect = Dialect.POSTGRES)
interface MarkRepository extends GenericRepository<MarkRow, Long> {
    String MARKS =
            """
            cross join lateral (
                select distinct on (m.person_id) m.person_id, m.code, m.at
                from (select person_id, kind as code, at from reaction where post_id = p.id
                      union all
                      select marked_by, 'helped', marked_at from helped where post_id = p.id) m
                order by m.person_id, m.at desc
                limit 100) r
            """;

    @Query(
            "select p.discussion_id as id, p.author_id, r.person_id, r.code, r.at from post p "
                    + MARKS
                    + "where p.number = 1 and p.discussion_id = any (:ids::bigint[])")
    List<MarkRow> ofDiscussions(Long[] ids);

    @Query(
            "select p.id, p.author_id, r.person_id, r.code, r.at from post p "
                    + MARKS
                    + "where p.number > 1 and p.id = any (:ids::bigint[])")
    List<MarkRow> ofPosts(Long[] ids);
}
