package rounds.notifications;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.util.Optional;

@Repository("system")
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PositionRepository extends GenericRepository<NotificationRow, Long> {

    /// A place in a change log of this epoch.
    @Introspected
    record Place(String epoch, long xid, long id) {}

    @Query("select epoch::text as epoch, xid::text::bigint as xid, id from notification_position")
    Optional<Place> find();

    /// The same, and nobody else takes changes in until this transaction ends.
    @Query(
            """
            select epoch::text as epoch, xid::text::bigint as xid, id
            from notification_position
            for update
            """)
    Optional<Place> lock();

    @Query(
            """
            insert into notification_position (epoch, xid, id)
            values (:epoch::uuid, :xid::text::xid8, :id)
            on conflict (only_one) do update set epoch = excluded.epoch, xid = excluded.xid, id = excluded.id
            """)
    void move(String epoch, long xid, long id);

    @Query(
            """
            insert into notification_position (epoch, xid, id)
            values (:epoch::uuid, :xid::text::xid8, 0)
            on conflict (only_one) do nothing
            """)
    void begin(String epoch, long xid);
}
