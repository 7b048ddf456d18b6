package rounds.platform.changes;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.util.List;

@Repository("system")
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SystemChangeRepository extends GenericRepository<ChangeRow, Long> {

    @Query(
            """
            insert into change_log (content_type, content_id, what)
            select t, i, :what
              from unnest(:types::text[], :ids::bigint[]) as c (t, i)
            """)
    void appendAll(String[] types, Long[] ids, String what);

    // Only what lies below the oldest running transaction: a row of a transaction that commits
    // later can no longer
    // appear before these.
    @Query(
            """
            select id, xid::text::bigint as xid, content_type, content_id, what, at
              from change_log
             where (xid, id) > (:xid::text::xid8, :id)
               and xid < pg_snapshot_xmin(pg_current_snapshot())
             order by xid, id
             limit :limit
            """)
    List<ChangeRow> after(long xid, long id, int limit);

    /// The place from which a consumer that reads all rows now must go on: every change before it
    /// is in those rows.
    @Query("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
    long horizon();

    @Query(
            """
            insert into change_failure (consumer, content_type, content_id, what, xid, change_id, error)
            values (:consumer, :contentType, :contentId, :what, :xid::text::xid8, :changeId, :error)
            on conflict (consumer, change_id) do update set error = excluded.error, at = now()
            """)
    void setAside(
            String consumer,
            String contentType,
            long contentId,
            String what,
            long xid,
            long changeId,
            String error);

    @Query(
            """
            insert into consumer_position (node, consumer, xid, id)
            values (:node, :consumer, :xid::text::xid8, :id)
            on conflict (node, consumer) do update set xid = excluded.xid, id = excluded.id, seen_at = now()
            """)
    void report(String node, String consumer, long xid, long id);

    @Query("delete from consumer_position where node = :node")
    void forget(String node);

    @Query(
            """
            select p.node, p.consumer, p.seen_at,
                   (select count(*)
                      from (select 1 from change_log c where (c.xid, c.id) > (p.xid, p.id) limit :most) unread) as waiting
              from consumer_position p
             where p.seen_at > now() - make_interval(mins => :minutes)
             order by p.consumer, p.node
            """)
    List<Following> followings(int minutes, int most);

    /// Moves the place up to which changes may go: to the newest that is so many days old and that
    /// every living consumer has taken in.
    // A node silent for a day has to start anew when it comes back; it must not hold the log for
    // ever.
    @Query(
            """
            update index_epoch
               set pruned_xid = newest.xid, pruned_id = newest.id
              from (select c.xid, c.id
                      from change_log c
                     where c.at < now() - make_interval(days => :days)
                       and not exists (
                           select 1
                             from consumer_position p
                            where p.seen_at > now() - interval '1 day'
                              and (p.xid, p.id) < (c.xid, c.id))
                     order by c.xid desc, c.id desc
                     limit 1) newest
             where (newest.xid, newest.id) > (pruned_xid, pruned_id)
            """)
    int movePruned(int days);

    /// How many changes went.
    @Query(
            """
            delete from change_log c
             where (c.xid, c.id) <= (select pruned_xid, pruned_id from index_epoch)
            """)
    int prune();

    @Query(
            """
            select (:xid::text::xid8, :id) < (pruned_xid, pruned_id)
              from index_epoch
            """)
    boolean isPruned(long xid, long id);

    @Query("select epoch::text from index_epoch")
    String epoch();
}
