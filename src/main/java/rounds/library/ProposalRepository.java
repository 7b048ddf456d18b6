package rounds.library;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.util.List;

/// What is proposed for resources and waits for a decision.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ProposalRepository extends GenericRepository<ProposalRow, Long> {

    /// Of these resources, the oldest first.
    @Query(
            """
            select x.id, r.id as resource_id, r.title, r.language, r.kind, x.number, x.note, x.made_by, p.handle, p.name,
                   p.profession, x.made_at
            from (select id, resource_id, number, note, made_by, made_at
                  from resource_version
                  where resource_id = any (:resources::bigint[]) and state = 'proposed'
                  union all
                  select id, resource_id, 0, '', made_by, made_at
                  from resource_wording
                  where resource_id = any (:resources::bigint[])) x
            join resource r on r.id = x.resource_id and r.state in ('visible', 'queued')
            join person p on p.id = x.made_by
            order by x.made_at, x.id
            """)
    List<ProposalRow> of(Long[] resources);
}
