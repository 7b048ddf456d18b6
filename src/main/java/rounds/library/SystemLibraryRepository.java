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

    /// Takes the next version that nobody reads, until then.
    @Query(
            """
            with next as (
                select id
                from resource_version
                where reading = 'waiting' and (read_until is null or read_until < :now)
                order by id
                limit 1
                for update skip locked),
            taken as (
                update resource_version v
                set tries = v.tries + 1, read_until = :until
                from next
                where v.id = next.id
                returning v.id, v.resource_id, v.community_id, v.form, v.hash, v.type, v.body, v.tries)
            select id, resource_id, community_id, form, hash, type, body, tries
            from taken
            """)
    List<UnreadRow> take(Instant now, Instant until);

    /// The resource of a version that is read now, where nobody said its language.
    @Query(
            """
            select r.id, r.title, r.description, r.language
            from resource_version v
            join resource r on r.id = v.resource_id
            where v.id = :versionId and v.state = 'current' and not r.language_said
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
