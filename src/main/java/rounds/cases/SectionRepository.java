package rounds.cases;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.util.List;
import java.util.Optional;

/// The parts of stories, through the wall.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SectionRepository extends GenericRepository<SectionRow, Long> {

    @Query(
            "select story_id, part, body, html, html_version, revision from case_section where story_id = :id")
    List<SectionRow> of(long id);

    @Query(
            """
            select story_id, part, body, html, html_version, revision
            from case_section
            where story_id = :id and part = :part
            """)
    Optional<SectionRow> one(long id, String part);

    /// Its new revision; none when it is at another than the one that was seen.
    ///
    /// @param seen 0: nothing was there
    @Query(
            """
            with saved as (
                insert into case_section (story_id, community_id, part, body)
                select s.id, s.community_id, :part, :body
                from case_story s
                where s.id = :id and :seen = 0
                on conflict (story_id, part) do nothing
                returning revision),
            went_on as (
                update case_section
                set body = :body, revision = revision + 1
                where story_id = :id and part = :part and revision = :seen
                returning revision)
            select revision from saved
            union all
            select revision from went_on
            """)
    List<Integer> save(long id, String part, String body, int seen);

    /// The HTML of parts, made from the words that are there.
    @Query(
            """
            with made as (
                update case_section p
                set html = t.html, html_version = :version
                from unnest(:parts::text[], :htmls::text[]) t (part, html)
                where p.story_id = :id and p.part = t.part
                returning 1)
            select count(*) from made
            """)
    int make(long id, int version, String[] parts, String[] htmls);

    /// All parts anew; those not named are gone.
    @Query(
            """
            with gone as (
                delete from case_section
                where story_id = :id and part <> all (:parts::text[])
                returning 1),
            put as (
                insert into case_section (story_id, community_id, part, body, html, html_version)
                select :id, s.community_id, t.part, t.body, t.html, :version
                from case_story s
                cross join unnest(:parts::text[], :bodies::text[], :htmls::text[]) t (part, body, html)
                where s.id = :id
                on conflict (story_id, part) do update
                set body = excluded.body, html = excluded.html, html_version = excluded.html_version,
                    revision = case_section.revision + (case_section.body <> excluded.body)::int
                returning 1)
            select (select count(*) from gone) + (select count(*) from put)
            """)
    int replace(long id, int version, String[] parts, String[] bodies, String[] htmls);
}
