package rounds.interchange;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Libraries as lines, in steps by key. Without a community: of the site.
@Repository("system")
@JdbcRepository(dialect = Dialect.POSTGRES)
interface LibraryExportRepository extends GenericRepository<Found, Long> {

    /// What was deleted, or not let in, stays. Of a community alone it is not told what was made
    /// from another's.
    @Query(
            """
            select x.id as key, coalesce(x.source_id, id_text(x.id)) as id, v.hash as file,
                   json_strip_nulls(json_build_object('type', 'resource', 'id', coalesce(x.source_id, id_text(x.id)), 'rounds', id_text(x.id),
                       'community', coalesce(c.source_id, id_text(c.id)), 'person', coalesce(p.source_id, id_text(p.id)),
                       'kind', x.kind, 'title', x.title, 'description', nullif(x.description, ''), 'language', x.language,
                       'languageHeard', nullif(not x.language_said, false), 'tags', nullif(x.tags, '{}'), 'keywords', nullif(x.keywords, '{}'),
                       'authors', nullif(x.authors, '{}'), 'source', nullif(x.source, ''), 'licence', nullif(x.licence, ''),
                       'journal', nullif(x.journal, ''), 'year', x.year, 'doi', nullif(x.doi, ''), 'pmid', nullif(x.pmid, ''),
                       'abstract', nullif(x.abstract, ''), 'visibility', x.visibility, 'state', nullif(x.state, 'visible'),
                       'official', nullif(x.official, false), 'reviewOn', x.review_on, 'supersededBy', coalesce(s.source_id, id_text(s.id)),
                       'adapts', coalesce(o.source_id, id_text(o.id)), 'adaptation', nullif(x.adaptation, ''),
                       'created', instant_text(x.shared_at), 'changed', instant_text(x.changed_at)))::text as line
              from resource x
              join community c on c.id = x.community_id
              join person p on p.id = x.shared_by
              join resource_version v on v.resource_id = x.id and v.state = 'current'
              left join resource s on s.id = x.superseded_by and s.state <> 'deleted'
              left join resource o on o.id = x.adapts and o.state <> 'deleted' and (cast(:community as bigint) is null or o.community_id = :community)
             where x.id > :after
               and x.state <> 'deleted'
               and (cast(:community as bigint) is null or x.community_id = :community)
             order by x.id
             limit :limit
            """)
    List<ResourceLine> resources(@Nullable Long community, long after, int limit);

    @Query(
            """
            select x.number, x.hash as file,
                   json_strip_nulls(json_build_object('type', 'version', 'resource', coalesce(r.source_id, id_text(r.id)), 'number', x.number,
                       'person', coalesce(p.source_id, id_text(p.id)), 'at', instant_text(x.made_at), 'note', nullif(x.note, ''),
                       'state', nullif(x.state, 'current'), 'sealed', nullif(x.sealed, false), 'madeOf', x.made_of, 'url', x.url,
                       'body', x.body, 'name', x.name, 'format', x.type, 'bytes', x.bytes, 'hash', x.hash))::text as line
              from resource_version x
              join resource r on r.id = x.resource_id
              join person p on p.id = x.made_by
             where x.resource_id = :resource
               and x.number > :after
               and x.state not in ('declined', 'held')
             order by x.number
             limit :limit
            """)
    List<VersionLine> versions(long resource, int after, int limit);

    /// Those that lie in none first.
    @Query(
            """
            select x.nested::int as level, x.place, x.id as key,
                   json_strip_nulls(json_build_object('type', 'collection', 'id', coalesce(x.source_id, id_text(x.id)), 'rounds', id_text(x.id),
                       'community', coalesce(c.source_id, id_text(c.id)), 'in', coalesce(i.source_id, id_text(i.id)), 'title', x.title,
                       'description', nullif(x.description, ''), 'language', x.language, 'visibility', x.visibility,
                       'created', instant_text(x.made_at),
                       'holds', (select json_agg(coalesce(r.source_id, id_text(r.id)) order by e.place, e.resource_id)
                                   from collection_entry e
                                   join resource r on r.id = e.resource_id and r.state <> 'deleted'
                                  where e.collection_id = x.id)))::text as line
              from collection x
              join community c on c.id = x.community_id
              left join collection i on i.id = x.parent_id
             where (x.nested::int, x.place, x.id) > (:level, :place, :after)
               and (cast(:community as bigint) is null or x.community_id = :community)
             order by x.nested::int, x.place, x.id
             limit :limit
            """)
    List<CollectionLine> collections(
            @Nullable Long community, int level, int place, long after, int limit);

    @Query(
            """
            with step as (
                select distinct x.resource_id as key
                  from resource_practice x
                  join resource r on r.id = x.resource_id and r.state <> 'deleted'
                 where x.resource_id > :after
                   and (cast(:community as bigint) is null or r.community_id = :community)
                 order by 1
                 limit :limit)
            select x.resource_id as key, json_strip_nulls(json_build_object('type', 'practice', 'resource', coalesce(r.source_id, id_text(r.id)),
                       'person', coalesce(p.source_id, id_text(p.id)), 'note', nullif(x.note, ''), 'at', instant_text(x.at)))::text as line
              from step
              join resource_practice x on x.resource_id = step.key
              join resource r on r.id = x.resource_id
              join person p on p.id = x.person_id
             order by x.resource_id, x.at, x.person_id
            """)
    List<MarkExportRepository.MarkLine> practices(@Nullable Long community, long after, int limit);

    /// @param id as it stands in the line
    /// @param file the hash of what is read; null where that is no file
    @Introspected
    record ResourceLine(long key, String id, @Nullable String file, String line) {}

    /// @param file its hash; null where it is none
    @Introspected
    record VersionLine(int number, @Nullable String file, String line) {}

    @Introspected
    record CollectionLine(int level, int place, long key, String line) {}
}
