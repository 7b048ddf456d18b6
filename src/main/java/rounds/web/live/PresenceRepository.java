package rounds.web.live;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.util.List;

@Repository("system")
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PresenceRepository extends GenericRepository<PresenceRow, Long> {

    /// Says how many read what on this node now, and forgets what it said before.
    @Query(
            """
            with now_read (discussion_id, readers) as (
                select * from unnest(:discussions::bigint[], :counts::int[])),
            forgotten as (
                delete from presence p
                 where (p.node = :node and p.discussion_id not in (select discussion_id from now_read))
                    or p.seen_at < now() - interval '3 minutes')
            insert into presence (node, discussion_id, readers)
            select :node, discussion_id, readers from now_read
            on conflict (discussion_id, node) do update set readers = excluded.readers, seen_at = now()
            """)
    void report(String node, Long[] discussions, Integer[] counts);

    @Query(
            """
            select discussion_id, sum(readers)::int as readers
              from presence
             where discussion_id = any (:discussions::bigint[]) and node <> :node
               and seen_at > now() - interval '3 minutes'
             group by discussion_id
            """)
    List<PresenceRow> elsewhere(String node, Long[] discussions);
}
