package rounds.topics;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.util.List;

@Repository("system")
@JdbcRepository(dialect = Dialect.POSTGRES)
interface OlderAgreementRepository extends GenericRepository<TopicIndexRow, Long> {

    @Query(
            """
            select id, html_version, statement
            from topic_agreement
            where html_version < :now and (html_version, id) > (:version, :id)
            order by html_version, id
            limit :limit
            """)
    List<OlderAgreementRow> older(int version, long id, int now, int limit);

    /// A statement never says anything else: what is written here is right, whoever writes it.
    @Query(
            """
            with written as (
                update topic_agreement g
                set html = r.html, html_version = :version
                from unnest(:ids::bigint[], :htmls::text[]) as r (id, html)
                where g.id = r.id
                returning 1)
            select count(*) from written
            """)
    int write(int version, Long[] ids, String[] htmls);
}
