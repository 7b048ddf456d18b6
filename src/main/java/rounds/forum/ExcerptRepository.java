package rounds.forum;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.util.List;

/// Reads hits through the wall, whole lists in one statement.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ExcerptRepository extends GenericRepository<ExcerptRow, Long> {
    String COLUMNS =
            """
            d.id as discussion_id, d.title, d.kind, d.tags, c.slug, c.name as community_name, a.handle, a.name,
            a.profession, d.source_id as discussion_source_id,
            """;

    // The opening post may be gone while its discussion stays: then only the title is left.
    @Query(
            "select d.id, "
                    + COLUMNS
                    + """
                    1 as number, coalesce(p.html, '') as html, coalesce(p.language, d.language) as language,
                    d.opened_at as posted_at, d.source_id
                    from discussion d
                    join community c on c.id = d.community_id
                    join person a on a.id = d.opened_by
                    left join post p on p.discussion_id = d.id and p.number = 1 and p.state = d.state
                    where d.id = any (:ids::bigint[])
                    """)
    List<ExcerptRow> discussions(Long[] ids);

    @Query(
            "select p.id, "
                    + COLUMNS
                    + """
                    p.number, p.html, p.language, p.posted_at, p.source_id
                    from post p
                    join discussion d on d.id = p.discussion_id
                    join community c on c.id = p.community_id
                    join person a on a.id = p.author_id
                    where p.id = any (:ids::bigint[]) and p.number > 1
                    """)
    List<ExcerptRow> posts(Long[] ids);
}
