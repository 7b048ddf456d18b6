package rounds.forum;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.time.Instant;
import java.util.List;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ArchiveRepository extends GenericRepository<DiscussionRow, Long> {

    // From month to month along the index: a month costs as many rows as are counted, however many
    // it has, and months without any cost nothing.
    @Query(
            """
            with recursive months as (
                select date_trunc('month', max(opened_at), :zone) as at, 1 as n
                from discussion
                where community_id = :communityId and state = 'visible' and opened_at < :before
                union all
                select date_trunc('month', (select max(d.opened_at)
                                            from discussion d
                                            where d.community_id = :communityId and d.state = 'visible' and d.opened_at < m.at), :zone),
                       m.n + 1
                from months m
                where m.at is not null and m.n < :limit)
            select m.at,
                   (select count(*)::int
                    from (select 1
                          from discussion d
                          where d.community_id = :communityId and d.state = 'visible' and d.opened_at >= m.at
                            and d.opened_at < (m.at at time zone :zone + interval '1 month') at time zone :zone
                          limit :counted) x) as discussions
            from months m
            where m.at is not null
            order by m.at desc
            """)
    List<MonthRow> months(long communityId, Instant before, String zone, int counted, int limit);
}
