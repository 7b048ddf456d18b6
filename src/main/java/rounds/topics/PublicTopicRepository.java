package rounds.topics;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.util.List;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface PublicTopicRepository extends GenericRepository<TopicRow, Long> {

    /// Ids that begin parts of so many.
    @Query(
            """
            select id
            from (select id, row_number() over (order by id) as n
                  from topic
                  where opened_at is not null and visibility = 'public') t
            where (n - 1) % :size = 0
            order by id
            limit :limit
            """)
    List<Long> parts(int size, int limit);

    @Query(
            """
            select id, title, changed_at
            from topic
            where opened_at is not null and visibility = 'public' and id >= :from
            order by id
            limit :limit
            """)
    List<PublicTopic> from(long from, int limit);
}
