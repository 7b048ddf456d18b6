package rounds.interchange;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Reads and writes terms as the system's role. What is proposed, was declined or removed stays
/// where it is.
@Repository("system")
@JdbcRepository(dialect = Dialect.POSTGRES)
interface TermRepository extends GenericRepository<Found, Long> {

    @Query(
            """
            select id, source_id
              from term
             where source_id = any(:keys::text[])
                or id = any(:ids::bigint[])
            """)
    List<Found> find(String[] keys, Long[] ids);

    /// Which of them came; a word that stands there already stays as it is.
    @Query(
            """
            with made as (
                insert into term (
                       id, community_id, state, name, expansion, meaning, html, html_version, language, counterpart,
                       spellings, review_on, visibility, proposed_by, made_at, changed_at, source_id)
                select id, community_id, 'standing', name, coalesce(expansion, ''), coalesce(meaning, ''), coalesce(html, ''),
                       html_version, language, coalesce(counterpart, ''), coalesce(spellings, '{}'), review_on, visibility,
                       proposed_by, made_at, changed_at, source_id
                  from json_to_recordset(:rows::json) as r (
                       id bigint, community_id bigint, proposed_by bigint, name text, expansion text, meaning text, html text,
                       html_version int, language text, counterpart text, spellings text[], review_on date, visibility text,
                       made_at timestamptz, changed_at timestamptz, source_id text)
                    on conflict do nothing
                returning id)
            select id from made
            """)
    List<Long> insert(String rows);

    @Query(
            """
            select x.id as key, json_strip_nulls(json_build_object('type', 'term', 'id', coalesce(x.source_id, id_text(x.id)),
                       'rounds', id_text(x.id), 'community', coalesce(c.source_id, id_text(c.id)),
                       'author', coalesce(p.source_id, id_text(p.id)), 'name', x.name, 'expansion', nullif(x.expansion, ''),
                       'meaning', nullif(x.meaning, ''), 'language', x.language, 'counterpart', nullif(x.counterpart, ''),
                       'spellings', case when x.spellings <> '{}' then to_json(x.spellings) end, 'reviewOn', x.review_on,
                       'visibility', x.visibility, 'created', instant_text(x.made_at),
                       'changed', instant_text(x.changed_at)))::text as line
              from term x
              join community c on c.id = x.community_id
              join person p on p.id = x.proposed_by
             where x.id > :after and x.state = 'standing'
               and (cast(:community as bigint) is null or x.community_id = :community)
             order by x.id
             limit :limit
            """)
    List<MarkExportRepository.MarkLine> lines(@Nullable Long community, long after, int limit);
}
