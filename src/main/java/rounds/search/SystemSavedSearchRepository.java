package rounds.search;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.time.Instant;
import java.util.List;

/// Whose searches are due to be looked for again.
@Repository("system")
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SystemSavedSearchRepository extends GenericRepository<SavedSearchRow, Long> {

    /// The one that has waited longest, held until the transaction ends; those that another node
    /// holds are passed over, and so are those since whose last look nothing was written or changed
    /// on the whole site.
    @Query(
            "select "
                    + SavedSearchRepository.COLUMNS
                    + """
                    from saved_search
                    where alerts_since is not null and deleted_at is null and due_at <= :now
                      and greatest(told_until, alerts_since, looked_at) < (select max(l.at) from change_log l)
                      and exists (select 1 from account a where a.person_id = saved_search.person_id and a.suspended_at is null)
                    order by due_at
                    limit 1
                    for update of saved_search skip locked
                    """)
    List<SavedSearchRow> due(Instant now);

    /// Puts it off: no other node takes it up before.
    @Query("update saved_search set due_at = :again where id = :id")
    int postpone(long id, Instant again);

    /// 0 where it is no longer this node's to tell, or nobody's.
    @Query(
            """
            update saved_search
            set told_until = greatest(told_until, :until), due_at = :next
            where id = :id and due_at = :again and alerts_since is not null and deleted_at is null
            """)
    int settle(long id, Instant again, Instant until, Instant next);

    @Query("delete from saved_search where deleted_at <= :until")
    int prune(Instant until);
}
