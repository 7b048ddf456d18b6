package rounds.community;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.util.List;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface IntroductionRepository extends GenericRepository<Newcomer, Long> {

    @Query(
            """
            select p.handle, p.name, p.profession, i.who, i.hopes, m.from_at as since
            from membership m
            join introduction i on i.community_id = m.community_id and i.person_id = m.person_id and i.said_at is not null
            join person p on p.id = m.person_id
            where m.community_id = :communityId and m.until_at is null and m.role = 'member'
              and m.from_at > now() - :days * interval '1 day'
            order by m.from_at desc, m.person_id
            limit :limit
            """)
    List<Newcomer> newcomers(long communityId, int days, int limit);

    /// Whether the viewer came lately, has said nothing, and did not ask to be left alone.
    @Query(
            """
            select exists (
                select 1
                from membership m
                left join introduction i on i.community_id = m.community_id and i.person_id = m.person_id
                where m.community_id = :communityId and m.person_id = (select viewer())
                  and m.until_at is null and m.role = 'member' and m.from_at > now() - :days * interval '1 day'
                  and (i.person_id is null
                       or (i.said_at is null and i.laters < 2 and i.later_at < now() - :pause * interval '1 day')))
            """)
    boolean asks(long communityId, int days, int pause);

    @Query(
            """
            insert into introduction (community_id, person_id, who, hopes, said_at)
            values (:communityId, :personId, :who, :hopes, now())
            on conflict (community_id, person_id)
            do update set who = excluded.who, hopes = excluded.hopes, said_at = coalesce(introduction.said_at, excluded.said_at)
            """)
    int say(long communityId, long personId, String who, String hopes);

    @Query(
            """
            update introduction set who = '', hopes = '', said_at = null, later_at = now(), laters = 2
            where community_id = :communityId and person_id = :personId
            """)
    int takeBack(long communityId, long personId);

    @Query(
            """
            insert into introduction (community_id, person_id, later_at, laters)
            values (:communityId, :personId, now(), 1)
            on conflict (community_id, person_id)
            do update set later_at = excluded.later_at, laters = least(introduction.laters + 1, 2)
            """)
    int later(long communityId, long personId);
}
