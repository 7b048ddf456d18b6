package rounds.interchange;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// Libraries, as they are taken in.
@Repository("system")
@JdbcRepository(dialect = Dialect.POSTGRES)
interface LibraryRepository extends GenericRepository<Found, Long> {

    @Query(
            """
            select id, source_id
              from resource
             where source_id = any(:keys::text[])
                or id = any(:ids::bigint[])
            """)
    List<Found> resources(String[] keys, Long[] ids);

    @Query(
            """
            select id, source_id
              from collection
             where source_id = any(:keys::text[])
                or id = any(:ids::bigint[])
            """)
    List<Found> collections(String[] keys, Long[] ids);

    /// In which others may lie: of that community, and in none themselves.
    @Query(
            """
            select id, source_id
              from collection
             where community_id = :community
               and parent_id is null
               and (source_id = any(:keys::text[]) or id = any(:ids::bigint[]))
            """)
    List<Found> holders(long community, String[] keys, Long[] ids);

    /// It never shows more than its community does now.
    @Query(
            """
            insert into resource (id, community_id, kind, title, description, html, html_version, language, language_said, tags, keywords,
                   authors, source, licence, journal, year, doi, pmid, abstract, adaptation, visibility, state, shared_by, shared_at,
                   changed_at, current, official, review_on, source_id)
            select r.id, c.id, r.kind, r.title, coalesce(r.description, ''), coalesce(r.html, ''), r.html_version, r.language, r.language_said,
                   coalesce(r.tags, '{}'), coalesce(r.keywords, '{}'), coalesce(r.authors, '{}'), coalesce(r.source, ''),
                   coalesce(r.licence, ''), coalesce(r.journal, ''), r.year, coalesce(r.doi, ''), coalesce(r.pmid, ''),
                   coalesce(r.outline, ''), coalesce(r.adaptation, ''), narrowest(coalesce(r.visibility, c.visibility), c.visibility),
                   r.state, r.shared_by, r.shared_at, r.changed_at, r.current, r.official, r.review_on, r.source_id
              from json_to_recordset(:rows::json) as r (
                   id bigint, community_id bigint, kind text, title text, description text, html text, html_version int, language text,
                   language_said boolean, tags text[], keywords text[], authors text[], source text, licence text, journal text, year int,
                   doi text, pmid text, outline text, adaptation text, visibility text, state text, shared_by bigint, shared_at timestamptz,
                   changed_at timestamptz, current int, official boolean, review_on date, source_id text)
              join community c on c.id = r.community_id
            """)
    void insertResource(String rows);

    /// What does not wait was decided by who shared the resource.
    @Query(
            """
            insert into resource_version (id, resource_id, community_id, number, state, sealed, made_of, form, hash, name, type, bytes, url,
                   body, html, html_version, note, made_by, made_at, decided_by, decided_at, reading)
            select v.id, r.id, r.community_id, v.number, v.state, v.sealed, v.made_of, v.form, v.hash, v.name, v.type, v.bytes, v.url,
                   v.body, v.html, v.html_version, coalesce(v.note, ''), v.made_by, v.made_at,
                   case when v.state <> 'proposed' then r.shared_by end, case when v.state <> 'proposed' then v.made_at end,
                   case v.form when 'link' then 'none' else 'waiting' end
              from json_to_recordset(:rows::json) as v (
                   id bigint, resource_id bigint, number int, state text, sealed boolean, made_of int, form text, hash text, name text,
                   type text, bytes bigint, url text, body text, html text, html_version int, note text, made_by bigint,
                   made_at timestamptz)
              join resource r on r.id = v.resource_id
            """)
    void insertVersions(String rows);

    /// Only of the same community.
    @Query(
            """
            update resource r
               set superseded_by = o.id
              from resource o
             where r.id = :id and o.id = :other and o.community_id = r.community_id and o.id <> r.id
            """)
    void supersede(long id, long other);

    @Query("update resource set adapts = :original where id = :id and id <> :original")
    void adapt(long id, long original);

    /// Behind the others.
    @Query(
            """
            insert into collection (id, community_id, parent_id, title, description, html, html_version, language, visibility,
                                    place, made_at, changed_at, source_id)
            select :id, c.id, :parent, :title, :description, :html, :htmlVersion, :language,
                   narrowest(coalesce(:visibility, c.visibility), c.visibility),
                   coalesce((select max(s.place) from collection s where s.community_id = c.id), 0) + 1, :at, :at, :sourceId
              from community c
             where c.id = :communityId
            """)
    void insertCollection(
            long id,
            long communityId,
            @Nullable Long parent,
            String title,
            String description,
            String html,
            int htmlVersion,
            String language,
            @Nullable String visibility,
            Instant at,
            @Nullable String sourceId);

    /// What of it lies in the same community.
    @Query(
            """
            insert into collection_entry (collection_id, resource_id, community_id, place, added_at)
            select l.id, r.id, l.community_id, o.n * :apart, l.made_at
              from collection l
             cross join unnest(:holds::bigint[]) with ordinality as o (resource_id, n)
              join resource r on r.id = o.resource_id and r.community_id = l.community_id
             where l.id = :id
                on conflict do nothing
            """)
    void fill(long id, Long[] holds, long apart);

    /// 0 where she has said so already, or shared it herself.
    @Query(
            """
            insert into resource_practice (resource_id, person_id, note, at)
            select id, :person, :note, :at
              from resource
             where id = :id and shared_by <> :person
                on conflict do nothing
            """)
    int practise(long id, long person, String note, Instant at);

    @Query("update resource set practised = practised + 1 where id = :id")
    void countPractice(long id);
}
