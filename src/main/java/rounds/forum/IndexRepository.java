package rounds.forum;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.util.List;

/// Reads every row, whoever may see it: only for the index.
@Repository("system")
@JdbcRepository(dialect = Dialect.POSTGRES)
interface IndexRepository extends GenericRepository<IndexRow, Long> {
    String COLUMNS =
            """
            d.id as discussion_id, d.community_id, d.title, d.kind, d.tags, d.state as discussion_state,
            d.visibility as discussion_visibility, p.html, p.language, p.state, p.visibility, p.author_id, d.opened_by, a.handle,
            p.posted_at, p.helpful + p.thanks + p.worked + case when p.helped then 3 else 0 end as helpful,
            """;

    // The opening post may be gone while its discussion stays: then only the title is left.
    @Query(
            "select d.id, "
                    + COLUMNS
                    + """
                    discussion_traits(d) || post_traits(p) as traits,
                    d.revision + p.revision as revision
                    from discussion d
                    join post p on p.discussion_id = d.id and p.number = 1
                    join person a on a.id = p.author_id
                    where d.id = any (:ids::bigint[])
                    """)
    List<IndexRow> discussions(Long[] ids);

    @Query(
            "select p.id, "
                    + COLUMNS
                    + """
                    post_traits(p) as traits,
                    p.revision
                    from post p
                    join discussion d on d.id = p.discussion_id
                    join person a on a.id = p.author_id
                    where p.id = any (:ids::bigint[]) and p.number > 1
                    """)
    List<IndexRow> posts(Long[] ids);

    @Query(
            """
            select id
            from post
            where discussion_id = :discussion and number > 1 and id > :after
            order by id
            limit :limit
            """)
    List<Long> postsOf(long discussion, long after, int limit);

    @Query(
            """
            select id
            from discussion
            where community_id = :community and id > :after
            order by id
            limit :limit
            """)
    List<Long> discussionsIn(long community, long after, int limit);

    @Query(
            """
            select id
            from post
            where community_id = :community and number > 1 and id > :after
            order by id
            limit :limit
            """)
    List<Long> postsIn(long community, long after, int limit);

    @Query("select id from discussion where id > :after order by id limit :limit")
    List<Long> discussionsAfter(long after, int limit);

    @Query("select id from post where id > :after and number > 1 order by id limit :limit")
    List<Long> postsAfter(long after, int limit);
}
