package rounds.library;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.time.Instant;
import java.util.Optional;

/// Words that wait for a curator, as their viewer may read them.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface WordingRepository extends GenericRepository<WordingRow, Long> {

    @Query(
            """
            select w.id, w.resource_id, w.kind, w.title, w.description, w.language, w.tags, w.keywords, w.authors, w.source,
                   w.licence, w.journal, w.year, w.doi, w.pmid, w.abstract as outline, r.adapts as original_id, w.adaptation,
                   w.made_by, p.handle, p.name, p.profession, w.made_at, null::text as answer, null::timestamptz as declined_at,
                   null::int as current
            from resource_wording w
            join resource r on r.id = w.resource_id
            join person p on p.id = w.made_by
            where w.resource_id = :resourceId
            """)
    Optional<WordingRow> of(long resourceId);

    @Query(
            "insert into resource_wording (id, resource_id, community_id, made_by, made_at, "
                    + WordColumns.NAMES
                    + ") select :id, :resourceId, :communityId, viewer(), :now, "
                    + WordColumns.NAMES
                    + " from "
                    + WordColumns.ROW)
    int propose(long id, long resourceId, long communityId, String words, Instant now);

    /// 0 when the resource, or what is wanted to be said of it, is no longer what was seen.
    @Query(
            """
            update resource r
            set kind = w.kind, title = w.title, description = w.description, html = w.html, html_version = w.html_version,
                language = w.language, language_said = w.language_said, tags = w.tags, keywords = w.keywords, authors = w.authors, source = w.source,
                licence = w.licence, journal = w.journal, year = w.year, doi = w.doi, pmid = w.pmid, abstract = w.abstract,
                adaptation = w.adaptation, revision = r.revision + 1
            from resource_wording w
            where r.id = :resourceId and r.revision = :revision and w.resource_id = r.id and w.id = :id
            """)
    int take(long resourceId, int revision, long id);

    /// What somebody wants to be said of one resource is written one after the other.
    @Query("select count(*) from (select pg_advisory_xact_lock(:resourceId)) as held")
    long hold(long resourceId);

    @Query("delete from resource_wording where resource_id = :resourceId")
    int forget(long resourceId);

    /// 0 when they do not wait any more.
    @Query("delete from resource_wording where resource_id = :resourceId and id = :id")
    int drop(long resourceId, long id);
}
