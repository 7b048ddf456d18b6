package rounds.interchange;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.util.List;

@Repository("system")
@JdbcRepository(dialect = Dialect.POSTGRES)
interface DiscussionRepository extends GenericRepository<Found, Long> {

    // Locked, so that a reply written meanwhile gets another number; in order, so that two of us
    // cannot wait for each other.
    @Query(
            """
            select id, source_id, community_id, language, visibility, last_number, last_at,
                   (select p.id from post p where p.discussion_id = discussion.id and p.number = 1) as opening
              from discussion
             where source_id = any(:keys::text[])
                or id = any(:ids::bigint[])
             order by id
               for update
            """)
    List<ThreadRow> lock(String[] keys, Long[] ids);

    @Query(
            """
            select id, source_id
              from discussion
             where source_id = any(:keys::text[])
                or id = any(:ids::bigint[])
            """)
    List<Found> find(String[] keys, Long[] ids);

    // Out of sight until its opening post has come.
    @Query(
            """
            insert into discussion (
                   id, community_id, kind, title, language, tags, visibility, state, opened_by, opened_at,
                   last_at, pinned_at, closed_at, closed_by, closed_reason, featured_at, progress,
                   last_number, source_id)
            select id, community_id, kind, title, language, coalesce(tags, '{}'), visibility, 'deleted',
                   opened_by, opened_at, opened_at, pinned_at, closed_at, closed_by,
                   case when closed_at is null then '' else closed_reason end, featured_at, progress, last_number, source_id
              from json_to_recordset(:rows::json) as r (
                   id bigint, community_id bigint, kind text, title text, language text, tags text[],
                   visibility text, opened_by bigint, opened_at timestamptz, pinned_at timestamptz,
                   closed_at timestamptz, closed_by bigint, closed_reason text, featured_at timestamptz,
                   progress text, last_number int, source_id text)
            """)
    void insert(String rows);

    // Its revision is for what is said of the discussion itself, which only its opening post
    // changes.
    @Query(
            """
            update discussion d
               set last_number = r.last_number,
                   posts = d.posts + coalesce(r.posts, 0),
                   gone = d.gone + coalesce(r.gone, 0),
                   last_at = greatest(d.last_at, r.last_at),
                   last_by = case when r.last_at >= d.last_at then r.last_by else d.last_by end,
                   closed_at = case when d.closed_at is not null then greatest(d.closed_at, r.last_at) end,
                   state = coalesce(r.state, d.state),
                   revision = d.revision + (r.state is not null)::int
              from json_to_recordset(:rows::json) as r (
                   id bigint, last_number int, posts int, gone int, last_at timestamptz,
                   last_by bigint, state text)
             where d.id = r.id
            """)
    void count(String rows);

    @Query(
            """
            delete from discussion
             where id = any(:ids::bigint[])
               and last_number = 0
            returning id
            """)
    List<Long> removeUnopened(Long[] ids);
}
