package rounds.interchange;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import org.jspecify.annotations.Nullable;

import java.util.List;

@Repository("system")
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostRepository extends GenericRepository<Found, Long> {

    @Query(
            """
            select id, source_id, discussion_id, number, path, depth
              from post
             where source_id = any(:keys::text[])
                or id = any(:ids::bigint[])
            """)
    List<Place> find(String[] keys, Long[] ids);

    @Query(
            """
            insert into post (
                   id, discussion_id, community_id, number, parent_id, parent_number, path, depth, author_id,
                   body, html, html_version, language, visibility, state, gone_reason, posted_at, edited_at,
                   source_id)
            select id, discussion_id, community_id, number, parent_id, parent_number, path, depth, author_id,
                   body, coalesce(html, ''), html_version, language, visibility, state, gone_reason, posted_at,
                   edited_at, source_id
              from json_to_recordset(:rows::json) as r (
                   id bigint, discussion_id bigint, community_id bigint, number int, parent_id bigint,
                   parent_number int, path text, depth int, author_id bigint, body text, html text,
                   html_version int, language text, visibility text, state text, gone_reason text,
                   posted_at timestamptz, edited_at timestamptz, source_id text)
            """)
    void insert(String rows);

    /// Whom the names in these posts mean, as far as those people can read them.
    @Query(
            """
            insert into mention (post_id, community_id, name, person_id, at)
            select p.id, p.community_id, n.name, q.id, p.posted_at
              from unnest(:posts::bigint[], :names::text[]) n (post, name)
              join post p on p.id = n.post
              join community c on c.id = p.community_id
              join person q on q.handle = n.name
             where (p.visibility = 'public' and c.visibility = 'public')
                or exists (select 1 from access a where a.person_id = q.id and a.community_id = p.community_id)
            on conflict do nothing
            """)
    void name(Long[] posts, String[] names);

    /// A post's place in its discussion.
    @Introspected
    record Place(
            long id,
            @Nullable String sourceId,
            long discussionId,
            int number,
            String path,
            int depth) {}
}
