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
