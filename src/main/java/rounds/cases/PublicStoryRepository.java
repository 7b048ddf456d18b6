package rounds.cases;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.util.List;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface PublicStoryRepository extends GenericRepository<CaseRow, Long> {

    /// Ids that begin parts of so many: each one is met by a walk from the one before.
    @Query(
            """
            with recursive part as (
                (select id, 1 as n
                 from case_story
                 where state = 'visible' and visibility = 'public' and not members_only
                 order by id
                 limit 1)
                union all
                select (select s.id
                        from case_story s
                        where s.state = 'visible' and s.visibility = 'public' and not s.members_only and s.id > part.id
                        order by s.id
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
            select id, title, changed_at
            from case_story
            where state = 'visible' and visibility = 'public' and not members_only and id >= :from
            order by id
            limit :limit
            """)
    List<PublicStory> from(long from, int limit);
}
