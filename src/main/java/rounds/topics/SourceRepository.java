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
    String COLUMNS =
            """
            select c.content_id, c.content_type, c.ordinal, c.page, c.seen_at, coalesce(d.title, e.title, r.title, s.title) as title,
                   coalesce(d.language, p.language, r.language, s.language) as language, coalesce(d.kind, e.kind, r.kind) as kind, p.number,
                   case when r.id is not null and r.authors <> '{}' then array_to_string(r.authors, ', ') else a.name end as author,
                   coalesce(d.state, p.state, r.state, s.state) as state,
                   case when r.id is not null then r.changed_at when s.id is not null then s.changed_at else coalesce(p.edited_at, o.edited_at) end as edited_at,
                   case when r.current > 1 then (select coalesce(v.decided_at, v.made_at) from resource_version v
                                                 where v.resource_id = r.id and v.state = 'current') end as new_version_at,
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
            left join person a on a.id = coalesce(d.opened_by, p.author_id, r.shared_by, s.signed_by)
            """;

    /// Those that the viewer may read.
    @Query(
            COLUMNS
                    + "topic_citation"
                    + JOINS
                    + """
                    where c.topic_id = :topic
                    order by c.ordinal
                    """)
    List<SourceRow> read(long topic);

    /// All of them, for who tends the topic.
    @Query(COLUMNS + "citations_of_topic(:topic)" + JOINS + "order by c.ordinal")
    List<SourceRow> all(long topic);
}
