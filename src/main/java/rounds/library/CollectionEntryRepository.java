package rounds.library;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import org.jspecify.annotations.Nullable;

import rounds.platform.order.Placed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What stands in collections, as the viewer may read and write it.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface CollectionEntryRepository extends GenericRepository<CollectionRow, Long> {

    @Query(
            """
            select e.resource_id as id, e.place
            from collection_entry e
            where e.collection_id = :id and e.resource_id = :resourceId
            """)
    Optional<Placed> entry(long id, long resourceId);

    /// The nearest before a place, without that resource.
    @Query(
            """
            select e.resource_id as id, e.place
            from collection_entry e
            where e.collection_id = :id and (e.place, e.resource_id) < (:place, :resourceId) and e.resource_id <> :without
            order by e.place desc, e.resource_id desc
            limit 1
            """)
    Optional<Placed> before(long id, long place, long resourceId, long without);

    @Query(
            """
            select e.resource_id as id, e.place
            from collection_entry e
            where e.collection_id = :id and (e.place, e.resource_id) > (:place, :resourceId) and e.resource_id <> :without
            order by e.place, e.resource_id
            limit 1
            """)
    Optional<Placed> after(long id, long place, long resourceId, long without);

    @Query(
            """
            select e.resource_id as id, e.place
            from collection_entry e
            where e.collection_id = :id and e.resource_id <> :without
            order by e.place, e.resource_id
            limit :most
            """)
    List<Placed> first(long id, long without, int most);

    /// Waits for whoever hides or deletes it, and lets nobody else meanwhile.
    @Query("select r.id from resource r where r.id = :resourceId for share")
    Optional<Long> hold(long resourceId);

    /// At the end; 0 when it stands there already, or in a library elsewhere.
    @Query(
            """
            insert into collection_entry (collection_id, resource_id, community_id, place, added_at)
            select l.id, r.id, l.community_id,
                   coalesce((select max(e.place) from collection_entry e where e.collection_id = l.id), 0) + :apart, :now
            from collection l
            join resource r on r.id = :resourceId and r.community_id = l.community_id and r.state <> 'deleted'
            where l.id = :id
            on conflict do nothing
            """)
    int put(long id, long resourceId, long apart, Instant now);

    @Query("delete from collection_entry where collection_id = :id and resource_id = :resourceId")
    int take(long id, long resourceId);

    @Query(
            """
            update collection_entry
            set place = :place
            where collection_id = :id and resource_id = :resourceId
            """)
    int move(long id, long resourceId, long place);

    @Query("select true from (select space_collection(:id, :apart)) done")
    boolean space(long id, long apart);

    /// Somebody has changed what stands in it, or in which order.
    @Query("update collection set arranged = arranged + 1, arranged_by = viewer() where id = :id")
    int touch(long id);

    @Query("select place_in_collection(:id, :resourceId)")
    @Nullable Integer position(long id, long resourceId);

    @Query("select size_of_collection(:id)")
    int size(long id);

    @Query("select e.collection_id from collection_entry e where e.resource_id = :resourceId")
    List<Long> holding(long resourceId);
}
