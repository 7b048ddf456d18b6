package rounds.notifications;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.util.List;

/// What happened at a community's door, read by the system's role.
@Repository("system")
@JdbcRepository(dialect = Dialect.POSTGRES)
interface CommunityRepository extends GenericRepository<DoorRow, Long> {

    @Query(
            """
            select m.id, m.community_id, m.person_id, m.given_by as by_id, m.role, coalesce(l.at, m.from_at) as at,
                   m.until_at is null as open, l.id as removal, left(c.name, 100) as community_name
            from membership m
            join community c on c.id = m.community_id
            left join community_log l
                on l.community_id = m.community_id and l.person_id = m.person_id and l.act = 'removed'
                and l.at = m.until_at and m.role = 'member'
            where m.id = any (:ids::bigint[])
            """)
    List<DoorRow> memberships(Long[] ids);

    @Query(
            """
            select id, community_id, person_id, decided_by as by_id, '' as role, asked_at as at, decided_at is null as open,
                   null::bigint as removal, '' as community_name
            from join_request
            where id = any (:ids::bigint[])
            """)
    List<DoorRow> requests(Long[] ids);

    @Query(
            """
            select r.id, r.community_id, r.post_id, p.discussion_id, r.resource_id, r.case_id, r.reporter_id, r.reason, r.made_at,
                   r.verdict, r.decided_by, r.decided_at
            from report r
            left join post p on p.id = r.post_id
            where r.id = any (:ids::bigint[])
            """)
    List<ReportRow> reports(Long[] ids);
}
