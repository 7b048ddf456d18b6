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
    String FIELDS =
            """
            select s.id, coalesce(c.slug, '') as slug, coalesce(c.name, '') as community_name, s.title, s.language, s.state, s.outcome, s.setting, s.conditions, s.tags,
                   s.learning, coalesce((select left(t.body, 400) from case_section t where t.story_id = s.id and t.part = 'story'), '') as opening,
                   s.signed_by, p.handle, p.name, p.profession, s.tried, s.thanked, s.same, coalesce(s.published_at, s.changed_at) as at,
                   s.revision, q.name as asked_name
            from case_story s
            left join person p on p.id = s.signed_by
            left join person q on q.id = s.asked
            """;

    String SUMMARY = FIELDS + "join community c on c.id = s.community_id\n";

    /// Also what its author told in a private community that she has left.
    String OWN = FIELDS + "left join community c on c.id = s.community_id\n";

    /// @param conditions of each the words that mean the same, between bars
    @Query(
            SUMMARY
                    + """
                    where s.community_id = :communityId and s.state = 'visible'
                      and not exists (
                          select 1
                          from unnest(:conditions::text[]) w (names)
                          where not s.conditions && string_to_array(w.names, '|'))
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

    /// The conditions of what others read there, those told of most often first.
    @Query(
            """
            select k.name
            from case_story s
            cross join lateral unnest(s.conditions) k (name)
            where s.community_id = :communityId and s.state = 'visible'
            group by k.name
            order by count(*) desc, k.name
            limit :limit
            """)
    List<String> conditions(long communityId, int limit);

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
            OWN
                    + """
                    where s.id in (select own_case_stories(:limit))
                    order by s.changed_at desc, s.id desc
                    """)
    List<CaseSummaryRow> own(int limit);

    /// What the viewer has begun to change and not saved; the wall shows nobody else's.
    @Query(
            """
            select s.id, s.title, s.language, coalesce(c.name, '') as community_name, e.saved_at
            from case_edit e
            join case_story s on s.id = e.story_id
            left join community c on c.id = s.community_id
            order by e.saved_at desc, s.id desc
            limit :limit
            """)
    List<BegunStory> begun(int limit);

    /// What the viewer told where she is no longer, and has not taken back.
    @Query(
            OWN
                    + """
                    where s.id in (select own_case_stories(:limit)) and s.state <> 'withdrawn'
                      and not exists (
                          select 1
                          from access a
                          where a.person_id = (select viewer()) and a.community_id = s.community_id)
                    order by s.changed_at desc, s.id desc
                    """)
    List<CaseSummaryRow> left(int limit);

    /// What waits for a second reader, as far as the viewer sees it; the oldest first.
    @Query(
            SUMMARY
                    + """
                    where s.community_id = :communityId and s.state = 'queued' and (s.changed_at, s.id) > (:at, :id)
                    order by s.changed_at, s.id
                    limit :limit
                    """)
    List<CaseSummaryRow> queued(long communityId, Instant at, long id, int limit);

    /// What the viewer was asked by name to read first, the oldest first.
    @Query(
            SUMMARY
                    + """
                    where s.state = 'queued' and s.asked = (select viewer())
                    order by s.changed_at, s.id
                    limit :limit
                    """)
    List<CaseSummaryRow> askedOfViewer(int limit);

    @Query(
            SUMMARY
                    + """
                    where s.community_id = :communityId and s.state = 'hidden' and (s.published_at, s.id) < (:at, :id)
                    order by s.published_at desc, s.id desc
                    limit :limit
                    """)
    List<CaseSummaryRow> hidden(long communityId, Instant at, long id, int limit);

    /// Why these are hidden, and whether it is asked that they be shown again.
    @Query(
            """
            select s.id, f.act, f.words, s.again_at, s.again, coalesce(writer_of(s.id) = viewer(), false) as own
            from case_story s
            left join lateral fate_of_case(s.id) f on true
            where s.id = any (:ids::bigint[])
            """)
    List<HiddenCaseRow> why(Long[] ids);
}
