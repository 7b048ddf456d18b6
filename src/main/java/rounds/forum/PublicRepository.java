package rounds.forum;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.util.List;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface PublicRepository extends GenericRepository<DiscussionRow, Long> {

    /// Ids that begin parts of so many: each one is met by a walk from the one before.
    @Query(
            """
            with recursive part as (
                (select id, 1 as n
                 from discussion
                 where state = 'visible' and visibility = 'public'
                 order by id
                 limit 1)
                union all
                select (select d.id
                        from discussion d
                        where d.state = 'visible' and d.visibility = 'public' and d.id > part.id
                        order by d.id
                        offset :size - 1
                        limit 1),
                       part.n + 1
                from part
                where part.id is not null and part.n < :limit)
            select id
            from part
            where id is not null
            order by id
            """)
    List<Long> parts(int size, int limit);

    @Query(
            """
            select id, title, last_at
            from discussion
            where state = 'visible' and visibility = 'public' and id >= :from
            order by id
            limit :limit
            """)
    List<PublicPage> from(long from, int limit);
}
