package rounds.forum;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.util.List;

@Repository("system")
@JdbcRepository(dialect = Dialect.POSTGRES)
interface OlderHtmlRepository extends GenericRepository<OlderHtmlRow, Long> {

    @Query(
            """
            select id, html_version, body, xmin::text::bigint as seen,
                   coalesce((select string_agg(m.name || ' ' || coalesce(m.person_id::text, m.role), E'\\n')
                             from mention m
                             where m.post_id = post.id), '') as named
            from post
            where html_version < :now and (html_version, id) > (:version, :id)
            order by html_version, id
            limit :limit
            """)
    List<OlderHtmlRow> after(int version, long id, int now, int limit);

    /// Whoever edited, hid or rendered a post meanwhile was right: that row is left to the next
    /// look.
    ///
    /// @return which were written
    @Query(
            """
            update post p
            set html = r.html, html_version = :version
            from unnest(:ids::bigint[], :htmls::text[], :writers::bigint[]) as r (id, html, seen)
            where p.id = r.id and p.xmin::text::bigint = r.seen
            returning p.id
            """)
    List<Long> write(int version, Long[] ids, String[] htmls, Long[] writers);

    /// Only of posts that were written just now: an edit meanwhile has left the links of its own
    /// words.
    @Query(
            """
            select true
            from (select keep_links(:posts::bigint[], :origins::bigint[], :kinds::text[], :targets::bigint[])) done
            """)
    boolean keepLinks(Long[] posts, Long[] origins, String[] kinds, Long[] targets);

    @Query("select count(*) from post where html_version < :version")
    long count(int version);
}
