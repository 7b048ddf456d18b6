package rounds.topics;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.util.List;

/// What summaries cite, through the wall: all of one summary in one statement, whatever kinds they
/// are. What content is called is stored nowhere else.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SourceRepository extends GenericRepository<SourceRow, Long> {
    String CITED =
            """
            with cited as materialized (
                select c.content_id, c.content_type, c.ordinal, c.page, c.seen_at, coalesce(d.title, e.title, r.title, s.title) as title,
                       coalesce(d.language, p.language, r.language, s.language) as language, coalesce(d.kind, e.kind, r.kind) as kind, p.number,
                       array_to_string(r.authors, ', ') as authors,
                       coalesce(d.opened_by, p.author_id, r.shared_by, s.signed_by) as author_id,
                       coalesce(d.state, p.state, r.state, s.state) as state,
                       case when r.id is not null then r.changed_at when s.id is not null then s.changed_at
                            else coalesce(p.edited_at, o.edited_at) end as edited_at,
                       case when r.current > 1 then (select coalesce(v.decided_at, v.made_at) from resource_version v
                                                     where v.resource_id = r.id and v.state = 'current') end as renewed_at,
                       case when s.id is not null then (select max(f.at) from case_follow_up f where f.story_id = s.id) end as later_at,
                       coalesce(r.current, 0) as version
                from
            """;

    String JOINS =
            """
                 c
                left join discussion d on d.id = case when c.content_type = 'discussion' then c.content_id end
                left join post o on o.discussion_id = d.id and o.number = 1
                left join post p on p.id = case when c.content_type = 'post' then c.content_id end
                left join discussion e on e.id = p.discussion_id
                left join resource r on r.id = case when c.content_type = 'resource' then c.content_id end
                left join case_story s on s.id = case when c.content_type = 'case_story' then c.content_id end
            """;

    /// The signs of all of them stand beside the first that is shown: the text needs them all, and
    /// nobody reads five hundred titles.
    String SHOWN =
            """
            ), judged as (
                select x.*,
                       case when x.title is null then 'gone' when x.state <> 'visible' then 'hidden' when x.renewed_at > x.seen_at then 'version'
                            when x.later_at > x.seen_at then 'later' when x.edited_at > x.seen_at then 'edited' else 'same' end as became
                from cited x),
            numbered as (
                select j.*, row_number() over (partition by j.became = 'gone' order by j.ordinal)::int as place from judged j)
            select n.content_id, n.content_type, n.page, n.seen_at, n.title, n.language, n.kind, n.number,
                   coalesce(nullif(n.authors, ''), a.name) as author, n.became,
                   case n.became when 'version' then n.renewed_at when 'later' then n.later_at when 'edited' then n.edited_at end as became_at,
                   n.version,
                   case when row_number() over (order by n.became = 'gone', n.ordinal) = 1
                        then (select string_agg(concat_ws(':', j.content_type, j.content_id, j.became), ' ' order by j.ordinal) from judged j)
                        end as signs
            from numbered n
            left join person a on a.id = n.author_id
            where n.place > :after and n.place <= :after + :limit
            order by n.became = 'gone', n.ordinal
            """;

    /// Whether the viewer may read a topic is asked once, and what she may read of its sources by
    /// the joins: the wall of each citation would ask both again for every row.
    String READABLE = "where coalesce(d.title, e.title, r.title, s.title) is not null";

    /// Those that the viewer may read.
    ///
    /// @param after so many come before the first that is shown
    @Query(CITED + "citations_for_reader(:topic)" + JOINS + READABLE + SHOWN)
    List<SourceRow> read(long topic, int after, int limit);

    /// The same for who tends the topic, with as many of those that are gone behind the others.
    @Query(CITED + "citations_of_topic(:topic)" + JOINS + SHOWN)
    List<SourceRow> all(long topic, int after, int limit);
}
