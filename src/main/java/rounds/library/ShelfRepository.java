package rounds.library;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// Lists of resources as their viewer may read them.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ShelfRepository extends GenericRepository<ResourceSummaryRow, Long> {
    String COLUMNS =
            """
            select r.id, c.slug, c.name as community_name, r.kind, r.title, r.language, r.tags, v.form, v.type, v.pages, r.shared_by,
                   p.handle, p.name, p.profession, r.changed_at, r.official, r.review_on, r.readers, r.state, r.revision,
            """;

    String JOINED =
            """
            join community c on c.id = r.community_id
            join person p on p.id = r.shared_by
            join resource_version v on v.resource_id = r.id and v.number = r.current
            """;

    String SUMMARY = COLUMNS + " 0::bigint as place from resource r " + JOINED;

    String NARROWED =
            """
            where r.community_id = :communityId and r.state <> 'deleted'
              and (:kind::text is null or r.kind = :kind)
              and (:tag::text is null or r.tags @> array[:tag::text])
              and (:language::text is null or r.language = :language)
            """;

    @Query(
            SUMMARY
                    + NARROWED
                    + """
                      and (r.changed_at, r.id) < (:at, :id)
                    order by r.changed_at desc, r.id desc
                    limit :limit
                    """)
    List<ResourceSummaryRow> newest(
            long communityId,
            @Nullable String kind,
            @Nullable String tag,
            @Nullable String language,
            Instant at,
            long id,
            int limit);

    @Query(
            SUMMARY
                    + NARROWED
                    + """
                      and (r.readers, r.id) < (:readers, :id)
                    order by r.readers desc, r.id desc
                    limit :limit
                    """)
    List<ResourceSummaryRow> mostUsed(
            long communityId,
            @Nullable String kind,
            @Nullable String tag,
            @Nullable String language,
            int readers,
            long id,
            int limit);

    @Query(
            SUMMARY
                    + """
                    where r.community_id = :communityId and r.state = 'visible' and r.review_on <= :today
                      and (r.review_on, r.id) > (:on, :id)
                    order by r.review_on, r.id
                    limit :limit
                    """)
    List<ResourceSummaryRow> due(
            long communityId,
            java.time.LocalDate today,
            java.time.LocalDate on,
            long id,
            int limit);

    /// What stands in a collection, from behind that place and that resource.
    @Query(
            COLUMNS
                    + " e.place from collection_entry e join resource r on r.id = e.resource_id "
                    + JOINED
                    + """
                    where e.collection_id = :id and r.state <> 'deleted' and (e.place, e.resource_id) > (:place, :after)
                    order by e.place, e.resource_id
                    limit :limit
                    """)
    List<ResourceSummaryRow> collected(long id, long place, long after, int limit);

    @Query(
            SUMMARY
                    + """
                    where r.community_id = :communityId and r.state = 'visible'
                      and not exists (
                          select 1 from unnest(:words::text[]) word where position(folded(word) in folded(r.title)) = 0)
                      and not exists (
                          select 1 from collection_entry e where e.collection_id = :id and e.resource_id = r.id)
                    order by r.changed_at desc, r.id desc
                    limit :limit
                    """)
    List<ResourceSummaryRow> missing(long id, long communityId, String[] words, int limit);

    @Query(SUMMARY + "where r.id = any (:ids::bigint[])")
    List<ResourceSummaryRow> these(Long[] ids);
}
