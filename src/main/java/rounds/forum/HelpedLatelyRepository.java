package rounds.forum;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.time.Instant;
import java.util.List;

/// What helped lately, one range of an index for each community; names are joined to the rows of
/// the page alone.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface HelpedLatelyRepository extends GenericRepository<SummaryRow, Long> {
    String ROWS =
            """
            select p.id as post_id, p.number, p.html, p.html_version, p.language, p.author_id, p.community_id,
                   h.passage, h.why, h.marked_at, d.id as discussion_id, d.title, d.language as discussion_language
            from helped h
            join post p on p.id = h.post_id
            join discussion d on d.id = p.discussion_id and d.kind = 'challenge' and not d.conversation
            where p.state = 'visible' and d.state = 'visible'
              and h.marked_at <= :at and (h.marked_at < :at or h.post_id > :id)
            """;
    String NAMED =
            """
            select x.*, a.handle, a.name, a.profession, c.slug as community_slug, c.name as community_name
            from (
            """;
    String NAMES =
            """
            ) x
            join person a on a.id = x.author_id
            join community c on c.id = x.community_id
            order by x.marked_at desc, x.post_id
            """;

    @Query(
            NAMED
                    + ROWS
                    + """
                    and h.community_id = :communityId
                    order by h.marked_at desc, h.post_id
                    limit :limit
                    """
                    + NAMES)
    List<HelpedLatelyRow> in(long communityId, Instant at, long id, int limit);

    @Query(
            NAMED
                    + """
                    select y.*
                    from access m
                    cross join lateral (
                    """
                    + ROWS
                    + """
                    and h.community_id = m.community_id
                    order by h.marked_at desc, h.post_id
                    limit :limit) y
                    where m.person_id = (select viewer())
                    order by y.marked_at desc, y.post_id
                    limit :limit
                    """
                    + NAMES)
    List<HelpedLatelyRow> mine(Instant at, long id, int limit);
}
