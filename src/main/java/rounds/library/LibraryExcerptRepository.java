package rounds.library;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.time.LocalDate;
import java.util.List;

/// Reads hits through the wall, whole lists in one statement.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface LibraryExcerptRepository extends GenericRepository<LibraryExcerptRow, Long> {
    String COLUMNS =
            """
            r.id as resource_id, r.title, r.kind, r.tags, r.language, c.slug, c.name as community_name, p.handle, p.name,
            p.profession, r.changed_at, r.source_id
            """;

    @Query(
            "select r.id, 0 as number, r.html, r.abstract as text, "
                    + COLUMNS
                    + """
                    from resource r
                    join community c on c.id = r.community_id
                    join person p on p.id = r.shared_by
                    where r.id = any (:ids::bigint[])
                    """)
    List<LibraryExcerptRow> resources(Long[] ids);

    @Query(
            "select g.id, g.number, '' as html, g.text, "
                    + COLUMNS
                    + """
                    from resource_page g
                    join resource r on r.id = g.resource_id
                    join community c on c.id = r.community_id
                    join person p on p.id = r.shared_by
                    where g.id = any (:ids::bigint[])
                    """)
    List<LibraryExcerptRow> pages(Long[] ids);

    @Query("select id, title, kind, language from resource where id = any (:ids::bigint[])")
    List<NamedResourceRow> titles(Long[] ids);

    @Query(
            """
            select r.id, r.title, r.language, r.review_on
            from resource r
            where r.community_id = :communityId and r.state = 'visible' and r.review_on <= cast(:today as date)
            order by r.review_on, r.id
            limit :limit
            """)
    List<DueResourceRow> due(long communityId, LocalDate today, int limit);
}
