package rounds.community;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.util.List;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface TenureRepository extends GenericRepository<Tenure, Long> {

    @Query(
            """
            select m.id, m.role, m.from_at, m.until_at, g.name as given_by, e.name as ended_by
            from membership m
            left join person g on g.id = m.given_by
            left join person e on e.id = m.ended_by
            where m.community_id = :communityId and m.person_id = :personId
            order by m.until_at desc nulls first, m.from_at desc, m.id desc
            limit :limit
            """)
    List<Tenure> of(long communityId, long personId, int limit);
}
