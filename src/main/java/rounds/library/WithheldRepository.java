package rounds.library;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.time.Instant;
import java.util.List;

/// What became of resources, in lists, as their viewer may read them.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface WithheldRepository extends GenericRepository<WithheldRow, Long> {
    String COLUMNS =
            """
             as at, r.state, r.declined_at is not null as declined, r.asked_at, r.asked, r.opens, f.act, f.words, f.at as decided_at,
                   exists (select 1 from resource_wording w where w.resource_id = r.id) as rewording,
                   exists (select 1 from resource_version v where v.resource_id = r.id and v.state = 'proposed') as renewing
            """;

    String FATE = " left join lateral fate_of_resource(r.id) f on r.state <> 'visible' ";

    String BY_CHANGE = "select r.id, r.changed_at" + COLUMNS + " from resource r " + FATE;

    /// Of the resources that are found as `x`, with the time by which they are listed.
    String FOUND = " join resource r on r.id = x.id " + FATE;

    String OLDEST_FIRST =
            """
            and (x.at, x.id) > (:at, :id)
            order by x.at, x.id
            limit :limit
            """;

    String UNREPORTED =
            """
            and not exists (select 1 from report p where p.resource_id = r.id and p.decided_at is null)
            """;

    /// What the viewer shared, but what she took away herself.
    @Query(
            "select r.id, r.shared_at"
                    + COLUMNS
                    + " from resource r "
                    + FATE
                    + """
                    where r.shared_by = (select viewer()) and (r.shared_at, r.id) < (:at, :id)
                      and (r.state <> 'deleted' or f.act is not null)
                    order by r.shared_at desc, r.id desc
                    limit :limit
                    """)
    List<WithheldRow> mine(Instant at, long id, int limit);

    @Query(
            BY_CHANGE
                    + """
                    where r.community_id = :communityId and r.state = 'hidden' and (r.changed_at, r.id) < (:at, :id)
                    order by r.changed_at desc, r.id desc
                    limit :limit
                    """)
    List<WithheldRow> hidden(long communityId, Instant at, long id, int limit);

    /// What is to be let in, and what is to be shown again.
    @Query(
            BY_CHANGE
                    + """
                    where r.community_id = :communityId and ((r.state = 'queued' and not r.opens) or (r.state = 'hidden' and r.asked_at is not null))
                      and (r.changed_at, r.id) > (:at, :id)
                    order by r.changed_at, r.id
                    limit :limit
                    """)
    List<WithheldRow> queue(long communityId, Instant at, long id, int limit);

    /// Of which a report waits, by its first.
    @Query(
            "select x.id, x.at"
                    + COLUMNS
                    + """
                     from (select resource_id as id, min(made_at) as at
                          from report
                          where community_id = :communityId and resource_id is not null and decided_at is null
                          group by resource_id) x
                    """
                    + FOUND
                    + "where true "
                    + OLDEST_FIRST)
    List<WithheldRow> reportedCases(long communityId, Instant at, long id, int limit);

    /// Of which something else waits: to be let in or shown again, or a version, or words.
    @Query(
            "select x.id, x.at"
                    + COLUMNS
                    + """
                     from (select w.id, min(w.at) as at
                          from (select q.id, q.changed_at as at
                                from resource q
                                where q.community_id = :communityId
                                  and ((q.state = 'queued' and not q.opens) or (q.state = 'hidden' and q.asked_at is not null))
                                union all
                                select v.resource_id, v.made_at
                                from resource_version v
                                join resource q on q.id = v.resource_id and q.state in ('visible', 'queued')
                                where v.community_id = :communityId and v.state = 'proposed'
                                union all
                                select o.resource_id, o.made_at
                                from resource_wording o
                                join resource q on q.id = o.resource_id and q.state = 'visible'
                                where o.community_id = :communityId) w
                          group by w.id) x
                    """
                    + FOUND
                    + "where true "
                    + UNREPORTED
                    + OLDEST_FIRST)
    List<WithheldRow> waitingCases(long communityId, Instant at, long id, int limit);

    /// Hidden, and nobody asks for it.
    @Query(
            BY_CHANGE
                    + """
                    where r.community_id = :communityId and r.state = 'hidden' and r.asked_at is null
                      and (r.changed_at, r.id) < (:at, :id)
                    """
                    + UNREPORTED
                    + """
                    order by r.changed_at desc, r.id desc
                    limit :limit
                    """)
    List<WithheldRow> hiddenCases(long communityId, Instant at, long id, int limit);
}
