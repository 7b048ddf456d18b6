package rounds.library;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.time.Instant;
import java.util.List;

/// Lists of resources with what became of them, as their viewer may read them.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface WithheldRepository extends GenericRepository<WithheldRow, Long> {
    String LISTED =
            ShelfRepository.COLUMNS
                    + """
                    r.shared_at, r.declined_at is not null as declined, r.asked_at, r.asked, f.act, f.words, f.at as decided_at
                    from resource r
                    """
                    + ShelfRepository.JOINED
                    + "left join lateral fate_of_resource(r.id) f on r.state <> 'visible' ";

    /// What the viewer shared, but what she took away herself.
    @Query(
            LISTED
                    + """
                    where r.shared_by = (select viewer()) and (r.shared_at, r.id) < (:at, :id)
                      and (r.state <> 'deleted' or f.act is not null)
                    order by r.shared_at desc, r.id desc
                    limit :limit
                    """)
    List<WithheldRow> mine(Instant at, long id, int limit);

    @Query(
            LISTED
                    + """
                    where r.community_id = :communityId and r.state = 'hidden' and (r.changed_at, r.id) < (:at, :id)
                    order by r.changed_at desc, r.id desc
                    limit :limit
                    """)
    List<WithheldRow> hidden(long communityId, Instant at, long id, int limit);

    /// What is to be let in, and what is to be shown again.
    @Query(
            LISTED
                    + """
                    where r.community_id = :communityId and (r.state = 'queued' or (r.state = 'hidden' and r.asked_at is not null))
                      and (r.changed_at, r.id) > (:at, :id)
                    order by r.changed_at, r.id
                    limit :limit
                    """)
    List<WithheldRow> waiting(long communityId, Instant at, long id, int limit);
}
