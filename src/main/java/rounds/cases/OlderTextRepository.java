package rounds.cases;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.util.List;

@Repository("system")
@JdbcRepository(dialect = Dialect.POSTGRES)
interface OlderTextRepository extends GenericRepository<OlderTextRow, Long> {

    @Query(
            """
            select story_id as id, part, html_version, body, xmin::text::bigint as seen
            from case_section
            where html <> '' and html_version < :now and (html_version, story_id, part) > (:version, :id, :part)
            order by html_version, story_id, part
            limit :limit
            """)
    List<OlderTextRow> sections(int version, long id, String part, int now, int limit);

    @Query(
            """
            select id, '' as part, html_version, body, xmin::text::bigint as seen
            from case_follow_up
            where html_version < :now and (html_version, id) > (:version, :id)
            order by html_version, id
            limit :limit
            """)
    List<OlderTextRow> followUps(int version, long id, int now, int limit);

    /// Whoever wrote in a part meanwhile was right: that row is left to the next look.
    @Query(
            """
            with written as (
                update case_section p
                set html = r.html, html_version = :version
                from unnest(:ids::bigint[], :parts::text[], :htmls::text[], :writers::bigint[]) as r (id, part, html, seen)
                where p.story_id = r.id and p.part = r.part and p.xmin::text::bigint = r.seen
                returning 1)
            select count(*) from written
            """)
    int writeSections(int version, Long[] ids, String[] parts, String[] htmls, Long[] writers);

    @Query(
            """
            with written as (
                update case_follow_up f
                set html = r.html, html_version = :version
                from unnest(:ids::bigint[], :htmls::text[], :writers::bigint[]) as r (id, html, seen)
                where f.id = r.id and f.xmin::text::bigint = r.seen
                returning 1)
            select count(*) from written
            """)
    int writeFollowUps(int version, Long[] ids, String[] htmls, Long[] writers);

    @Query(
            """
            select (select count(*) from case_section where html <> '' and html_version < :version)
                 + (select count(*) from case_follow_up where html_version < :version)
            """)
    long count(int version);
}
