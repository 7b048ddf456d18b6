package rounds.topics;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.util.List;

@Repository("system")
@JdbcRepository(dialect = Dialect.POSTGRES)
interface OlderSummaryRepository extends GenericRepository<TopicIndexRow, Long> {

    @Query(
            """
            select topic_id, number, html_version, body
            from topic_summary
            where html_version < :now and (html_version, topic_id, number) > (:version, :topic, :number)
            order by html_version, topic_id, number
            limit :limit
            """)
    List<OlderSummaryRow> older(int version, long topic, int number, int now, int limit);

    /// A version never says anything else: what is written here is right, whoever writes it.
    @Query(
            """
            with written as (
                update topic_summary s
                set html = r.html, html_version = :version
                from unnest(:topics::bigint[], :numbers::int[], :htmls::text[]) as r (topic, number, html)
                where s.topic_id = r.topic and s.number = r.number
                returning 1)
            select count(*) from written
            """)
    int write(int version, Long[] topics, Integer[] numbers, String[] htmls);
}
