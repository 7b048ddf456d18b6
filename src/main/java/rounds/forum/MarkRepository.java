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
    // Of each person the newest word, how it went, and that it helped.
    String SAID =
            """
            select distinct on (m.person_id, m.sort) m.person_id, m.code, m.detail, m.at
            from (select person_id, kind as code, coalesce(outcome, kind) as detail, at,
                         case kind when 'tried' then 1 else 0 end as sort
                  from reaction where post_id = p.id
                  union all
                  select marked_by, 'helped', 'helped', marked_at, 2 from helped where post_id = p.id) m
            """;
    String MARKS =
            """
            cross join lateral (
                select n.*
                from (
            """
                    + SAID
                    + """
                              order by m.person_id, m.sort, m.at desc) n
                        order by n.at desc, n.person_id
                        limit 100) r
                    """;
    String OF_THESE =
            "cross join lateral ("
                    + SAID
                    + """
                    where m.person_id = any (:people::bigint[])
                    order by m.person_id, m.sort, m.at desc) r
                    """;

    @Query(
            "select p.discussion_id as id, p.author_id, r.person_id, r.code, r.detail, r.at from post p "
                    + MARKS
                    + "where p.number = 1 and p.discussion_id = any (:ids::bigint[]) order by r.at, r.person_id")
    List<MarkRow> ofDiscussions(Long[] ids);

    @Query(
            "select p.id, p.author_id, r.person_id, r.code, r.detail, r.at from post p "
                    + MARKS
                    + "where p.number > 1 and p.id = any (:ids::bigint[]) order by r.at, r.person_id")
    List<MarkRow> ofPosts(Long[] ids);

    @Query(
            "select p.discussion_id as id, p.author_id, r.person_id, r.code, r.detail, r.at from post p "
                    + OF_THESE
                    + "where p.number = 1 and p.discussion_id = :discussion")
    List<MarkRow> markingDiscussion(long discussion, Long[] people);

    @Query(
            "select p.id, p.author_id, r.person_id, r.code, r.detail, r.at from post p "
                    + OF_THESE
                    + "where p.id = :post")
    List<MarkRow> markingPost(long post, Long[] people);
}
