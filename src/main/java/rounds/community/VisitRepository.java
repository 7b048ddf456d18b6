package rounds.community;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface VisitRepository extends GenericRepository<MemberRow, Long> {

    @Query(
            """
            select coalesce(
                (select at from community_seen where person_id = (select viewer()) and community_id = :communityId),
                (select since from access where person_id = (select viewer()) and community_id = :communityId))
            """)
    Optional<Instant> upToDate(long communityId);

    // Never back: another device may have been later.
    @Query(
            """
            insert into community_seen (person_id, community_id, at)
            values ((select viewer()), :communityId, :until)
            on conflict (person_id, community_id) do update set at = greatest(community_seen.at, excluded.at)
            """)
    int upToDate(long communityId, Instant until);

    @Query(
            """
            select p.id, p.handle, p.name, p.profession, p.organisation, p.place, m.from_at as since,
                   '{}'::text[] as roles, p.expertise, p.emr, null::text as who, null::text as hopes, '' as sort_key
            from membership m
            join person p on p.id = m.person_id
            where m.community_id = :communityId and m.role = 'member' and m.until_at is null and m.from_at > :since
              and m.person_id <> (select viewer())
            order by m.from_at desc
            limit :limit
            """)
    List<MemberRow> joinedSince(long communityId, Instant since, int limit);
}
