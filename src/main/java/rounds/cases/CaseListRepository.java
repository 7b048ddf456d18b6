package rounds.cases;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// Lists of stories as their viewer may read them. Who wrote one that is not signed stands in none.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface CaseListRepository extends GenericRepository<CaseSummaryRow, Long> {
    String SUMMARY =
            """
            select s.id, c.slug, c.name as community_name, s.title, s.language, s.state, s.outcome, s.setting, s.conditions, s.tags,
                   s.learning, coalesce((select left(t.body, 400) from case_section t where t.story_id = s.id and t.part = 'story'), '') as opening,
                   s.signed_by, p.handle, p.name, p.profession, s.tried, s.thanked, s.same, coalesce(s.published_at, s.changed_at) as at,
                   s.revision
            from case_story s
            join community c on c.id = s.community_id
            left join person p on p.id = s.signed_by
            """;

    @Query(
            SUMMARY
                    + """
                    where s.community_id = :communityId and s.state = 'visible'
                      and s.conditions @> :conditions::text[]
                      and (:setting::text is null or s.setting = :setting)
                      and (:outcome::text is null or s.outcome = :outcome)
                      and (:tag::text is null or s.tags @> array[:tag::text])
                      and (s.published_at, s.id) < (:at, :id)
                    order by s.published_at desc, s.id desc
                    limit :limit
                    """)
    List<CaseSummaryRow> newest(
            long communityId,
            String[] conditions,
            @Nullable String setting,
            @Nullable String outcome,
            @Nullable String tag,
            Instant at,
            long id,
            int limit);

    /// Of all communities where the viewer reads.
    @Query(
            SUMMARY
                    + """
                    where s.state = 'visible' and (:tag::text is null or s.tags @> array[:tag::text])
                    order by s.published_at desc, s.id desc
                    limit :limit
                    """)
    List<CaseSummaryRow> latest(@Nullable String tag, int limit);

    /// The HTML of what is told in each.
    @Query(
            """
            select story_id, part, body, html, html_version, revision
            from case_section
            where story_id = any (:ids::bigint[]) and part = 'story'
            """)
    List<SectionRow> told(Long[] ids);

    @Query(
            SUMMARY
                    + """
                    where s.signed_by = :personId and s.state = 'visible' and (s.published_at, s.id) < (:at, :id)
                    order by s.published_at desc, s.id desc
                    limit :limit
                    """)
    List<CaseSummaryRow> signedBy(long personId, Instant at, long id, int limit);

    @Query(
            SUMMARY
                    + """
                    where s.id in (select own_case_stories(:limit))
                    order by s.changed_at desc, s.id desc
                    """)
    List<CaseSummaryRow> own(int limit);

    /// What waits for a second reader, as far as the viewer sees it; the oldest first.
    @Query(
            SUMMARY
                    + """
                    where s.community_id = :communityId and s.state = 'queued' and (s.changed_at, s.id) > (:at, :id)
                    order by s.changed_at, s.id
                    limit :limit
                    """)
    List<CaseSummaryRow> queued(long communityId, Instant at, long id, int limit);

    @Query(
            SUMMARY
                    + """
                    where s.community_id = :communityId and s.state = 'hidden' and (s.published_at, s.id) < (:at, :id)
                    order by s.published_at desc, s.id desc
                    limit :limit
                    """)
    List<CaseSummaryRow> hidden(long communityId, Instant at, long id, int limit);
}
