package rounds.library;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the library's jobs do, whoever may see the rows.
@Repository("system")
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SystemLibraryRepository extends GenericRepository<UnreadRow, Long> {

    /// Takes the next version that nobody reads, until then; first those that are held back until
    /// then.
    @Query(
            """
            with next as (
                select id
                from resource_version
                where reading = 'waiting' and (read_until is null or read_until < :now)
                order by state in ('current', 'earlier'), id
                limit 1
                for update skip locked),
            taken as (
                update resource_version v
                set tries = v.tries + 1, read_until = :until
                from next
                where v.id = next.id
                returning v.id, v.resource_id, v.community_id, v.form, v.hash, v.type, v.body, v.tries, v.state, v.made_by, v.vouched)
            select v.id, v.resource_id, v.community_id, v.form, v.hash, v.type, v.body, v.tries, v.state, v.made_by, v.vouched,
                   c.asks_identifiers as asks, r.authors || p.name as credited
            from taken v
            join community c on c.id = v.community_id
            join resource r on r.id = v.resource_id
            join person p on p.id = v.made_by
            """)
    List<UnreadRow> take(Instant now, Instant until);

    /// Takes the next version whose text was read before files were looked at.
    @Query(
            """
            with next as (
                select id
                from resource_version
                where looked = 'waiting' and reading <> 'waiting' and state <> 'declined' and (read_until is null or read_until < :now)
                order by id
                limit 1
                for update skip locked),
            taken as (
                update resource_version v
                set read_until = :until
                from next
                where v.id = next.id
                returning v.id, v.resource_id, v.community_id, v.form, v.hash, v.type, v.body, v.tries, v.state, v.made_by, v.vouched)
            select v.id, v.resource_id, v.community_id, v.form, v.hash, v.type, v.body, v.tries, v.state, v.made_by, v.vouched,
                   c.asks_identifiers as asks, r.authors || p.name as credited
            from taken v
            join community c on c.id = v.community_id
            join resource r on r.id = v.resource_id
            join person p on p.id = v.made_by
            """)
    List<UnreadRow> takeUnlooked(Instant now, Instant until);

    /// The text of a version from behind a page on.
    @Query(
            """
            select number, heading, text, markdown
            from resource_page
            where version_id = :versionId and number > :after
            order by number
            limit :limit
            """)
    List<TextPage> pagesOf(long versionId, int after, int limit);

    @Query("delete from resource_finding where version_id = :versionId")
    int forgetFindings(long versionId);

    /// @param pages of each the numbers of its first pages, separated by commas
    @Query(
            """
            insert into resource_finding (id, version_id, resource_id, community_id, kind, passage, said_before, said_after, pages,
                                          times, certain)
            select t.id, :versionId, :resourceId, :communityId, t.kind, t.passage, t.said_before, t.said_after,
                   string_to_array(t.pages, ',')::int[], t.times, t.certain
            from unnest(:ids::bigint[], :kinds::text[], :passages::text[], :befores::text[], :afters::text[], :pages::text[],
                        :times::int[], :certain::boolean[])
                 as t (id, kind, passage, said_before, said_after, pages, times, certain)
            """)
    int addFindings(
            long versionId,
            long resourceId,
            long communityId,
            Long[] ids,
            String[] kinds,
            String[] passages,
            String[] befores,
            String[] afters,
            String[] pages,
            Integer[] times,
            Boolean[] certain);

    @Query(
            "update resource_version set looked = :looked, looked_at = :now, read_until = null where id = :id")
    int looked(long id, String looked, Instant now);

    /// Puts a version in its place that nothing is asked about.
    @Query("select release_version(:id, :now)")
    boolean release(long id, Instant now);

    /// Holds back what others read, where it may be read by nobody.
    @Query("select hold_version(:id)")
    boolean hold(long id);

    /// What the product itself did.
    @Query(
            """
            insert into community_log (id, community_id, act, content_type, content_id, person_id, at)
            select :id, v.community_id, :act, 'resource', v.resource_id, v.made_by, :now
            from resource_version v
            where v.id = :versionId
            """)
    int log(long id, long versionId, String act, Instant now);

    /// The resource of a version that is read now, where nobody said its language.
    @Query(
            """
            select r.id, r.title, r.description, r.language
            from resource_version v
            join resource r on r.id = v.resource_id
            where v.id = :versionId and not r.language_said
              and (v.state = 'current' or (v.state = 'held' and v.number = r.current))
            """)
    Optional<UnheardRow> unheard(long versionId);

    @Query("update resource set language = :language where id = :id and not language_said")
    int hear(long id, String language);

    @Query("delete from resource_page where version_id = :versionId")
    int forget(long versionId);

    @Query(
            """
            insert into resource_page (id, version_id, resource_id, community_id, number, heading, text, markdown)
            select t.id, :versionId, :resourceId, :communityId, t.number, t.heading, t.text, nullif(t.markdown, '')
            from unnest(:ids::bigint[], :numbers::int[], :headings::text[], :texts::text[], :markdowns::text[])
                 as t (id, number, heading, text, markdown)
            """)
    int addPages(
            long versionId,
            long resourceId,
            long communityId,
            Long[] ids,
            Integer[] numbers,
            String[] headings,
            String[] texts,
            String[] markdowns);

    @Query(
            """
            update resource_version
            set reading = :reading, pages = :pages, read_until = null
            where id = :id
            """)
    int read(long id, String reading, int pages);

    @Query(
            """
            select hash from upload where hash = any (:hashes::text[])
            union
            select hash from resource_version where hash = any (:hashes::text[])
            """)
    List<String> named(String[] hashes);

    @Query("delete from upload where made_at < :before")
    int forgetUploads(Instant before);

    @Query("delete from resource_version where state = 'declined' and decided_at < :before")
    int forgetDeclined(Instant before);

    /// With what was said of a resource that was itself not let in goes that it may be handed in
    /// again.
    @Query(
            """
            with gone as (
                delete from declined_wording where declined_at < :before returning resource_id, whole),
            closed as (
                update resource r set declined_at = null
                  from gone
                 where gone.whole and r.id = gone.resource_id
                returning r.id)
            select count(*) from gone
            """)
    int forgetDeclinedWords(Instant before);
}
