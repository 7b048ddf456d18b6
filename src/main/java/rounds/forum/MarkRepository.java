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
                select n.*
                from (select distinct on (m.person_id) m.person_id, m.code, m.at
                      from (select person_id, kind as code, at from reaction where post_id = p.id
                            union all
                            select marked_by, 'helped', marked_at from helped where post_id = p.id) m
                      order by m.person_id, m.at desc) n
                order by n.at desc, n.person_id
                limit 100) r
            """;

    String MARKING =
            """
            select m.person_id
            from (select post_id, person_id from reaction
                  union all
                  select post_id, marked_by from helped) m
            where m.person_id = any (:people::bigint[]) and m.post_id =
            """;

    @Query(
            "select p.discussion_id as id, p.author_id, r.person_id, r.code, r.at from post p "
                    + MARKS
                    + "where p.number = 1 and p.discussion_id = any (:ids::bigint[]) order by r.at, r.person_id")
    List<MarkRow> ofDiscussions(Long[] ids);

    @Query(
            "select p.id, p.author_id, r.person_id, r.code, r.at from post p "
                    + MARKS
                    + "where p.number > 1 and p.id = any (:ids::bigint[]) order by r.at, r.person_id")
    List<MarkRow> ofPosts(Long[] ids);

    @Query(
            MARKING
                    + "(select p.id from post p where p.discussion_id = :discussion and p.number = 1)")
    List<Long> markingDiscussion(long discussion, Long[] people);

    @Query(MARKING + ":post")
    List<Long> markingPost(long post, Long[] people);
}
