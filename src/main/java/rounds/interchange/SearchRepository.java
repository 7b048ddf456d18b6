package rounds.interchange;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.util.List;

/// Reads and writes the searches that people keep as the system's role.
@Repository("system")
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SearchRepository extends GenericRepository<Found, Long> {

    /// The rows that came, narrowed to handles and slugs as they are here.
    String ROWS =
            """
            with r as (
                select r.id, r.line, r.person_id, r.name, r.words, r.from_day, r.to_day, r.within_id, r.sorted, r.literal,
                       r.alerts, r.saved_at, r.looked_at,
                       array(select n.code || ':' || coalesce(p.handle, c.slug, n.value)
                               from rows from (json_to_recordset(r.narrowed) as (code text, value text, id bigint))
                                    with ordinality as n (code, value, id, place)
                               left join person p on n.code = 'author' and p.id = n.id
                               left join community c on n.code = 'community' and c.id = n.id
                              order by n.place) as narrowed
                  from json_to_recordset(:rows::json) as r (
                       id bigint, line int, person_id bigint, name text, words text, narrowed json, from_day date, to_day date,
                       within_id bigint, sorted text, literal boolean, alerts boolean, saved_at timestamptz, looked_at timestamptz))
            """;

    /// Those that are not here yet: a person keeps one once that asks the same and has that name or
    /// was saved at that moment.
    @Query(
            ROWS
                    + """
                    , fresh as (
                        select distinct on (r.person_id, r.name, r.words, r.narrowed, r.from_day, r.to_day, r.within_id, r.sorted, r.literal)
                               r.person_id, r.line
                          from r
                         where not exists (
                             select 1
                               from saved_search s
                              where s.person_id = r.person_id and s.words = r.words
                                and s.narrowed @> r.narrowed and s.narrowed <@ r.narrowed
                                and s.from_day is not distinct from r.from_day and s.to_day is not distinct from r.to_day
                                and s.within_id is not distinct from r.within_id
                                and s.sorted = r.sorted and s.literal = r.literal
                                and (s.name = r.name or s.saved_at = r.saved_at))
                         order by r.person_id, r.name, r.words, r.narrowed, r.from_day, r.to_day, r.within_id, r.sorted, r.literal, r.line)
                    select f.line,
                           row_number() over (partition by f.person_id order by f.line)
                           + (select count(*) from saved_search s where s.person_id = f.person_id and s.deleted_at is null) <= :most as room
                      from fresh f
                     order by f.line
                    """)
    List<Fresh> fresh(String rows, int most);

    /// Whoever is told is told of what comes from now on.
    @Query(
            ROWS
                    + """
                    insert into saved_search (id, person_id, name, words, narrowed, from_day, to_day, within_id, sorted, literal,
                                              saved_at, looked_at, alerts_since, told_until, due_at)
                    select id, person_id, name, words, narrowed, from_day, to_day, within_id, sorted, literal,
                           saved_at, looked_at, case when alerts then now() end, now(), now()
                      from r
                    """)
    int insert(String rows);

    // What it is narrowed to by a handle or a slug goes out as the person or community that has it
    // now. One that looks in something that is not given out finds nothing, and stays out.
    @Query(
            """
            with kept as (
                select x.*, coalesce(d.source_id, id_text(d.id)) as discussion, coalesce(r.source_id, id_text(r.id)) as resource
                  from saved_search x
                  left join discussion d on d.id = x.within_id
                  left join resource r on r.id = x.within_id and r.state <> 'deleted'
                 where x.person_id > :after and x.deleted_at is null
                   and (x.within_id is null or d.id is not null or r.id is not null)),
            step as (select distinct person_id as key from kept order by 1 limit :limit)
            select x.person_id as key, json_strip_nulls(json_build_object('type', 'savedSearch', 'person', coalesce(p.source_id, id_text(p.id)),
                       'name', x.name, 'query', nullif(x.words, ''),
                       'narrowed', (select json_agg(json_build_object('facet', n.code,
                                                'person', coalesce(q.source_id, id_text(q.id)),
                                                'community', coalesce(c.source_id, id_text(c.id)),
                                                'value', case when q.id is null and c.id is null then n.value end)
                                                order by n.place)
                                      from (select split_part(u.chosen, ':', 1) as code,
                                                   substr(u.chosen, strpos(u.chosen, ':') + 1) as value, u.place
                                              from unnest(x.narrowed) with ordinality u (chosen, place)) n
                                      left join person q on n.code = 'author' and q.handle = lower(n.value)
                                      left join community c on n.code = 'community' and c.slug = lower(n.value)),
                       'from', x.from_day, 'to', x.to_day, 'discussion', x.discussion, 'resource', x.resource,
                       'order', nullif(x.sorted, 'best'), 'literal', nullif(x.literal, false),
                       'alerts', case when x.alerts_since is not null then true end,
                       'at', instant_text(x.saved_at), 'looked', instant_text(x.looked_at)))::text as line
              from kept x
              join step on step.key = x.person_id
              join person p on p.id = x.person_id
             order by x.person_id, x.saved_at, x.id
            """)
    List<MarkExportRepository.MarkLine> lines(long after, int limit);

    /// One that was not here.
    ///
    /// @param room whether she may keep one more
    @Introspected
    record Fresh(int line, boolean room) {}
}
