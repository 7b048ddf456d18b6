package rounds.community;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface MemberRepository extends GenericRepository<MemberRow, Long> {
    String MEMBERS =
            """
            select p.id, p.handle, p.name, p.profession, p.organisation, p.place, m.from_at as since,
                   array(
                       select r.role
                       from membership r
                       where r.community_id = m.community_id and r.person_id = m.person_id
                         and r.until_at is null and r.role <> 'member'
                       order by array_position('{chair,moderator,core_team,relationship_manager,peer_champion}', r.role)) as roles,
                   p.expertise, p.emr, i.who, i.hopes, folded(p.name) as sort_key
            from membership m
            join person p on p.id = m.person_id
            left join introduction i on i.community_id = m.community_id and i.person_id = m.person_id and i.said_at is not null
            where m.community_id = :communityId and m.until_at is null and m.role = 'member'
            """;

    @Query(
            MEMBERS
                    + """
                    and (folded(p.name), p.id) > (:fromKey, :fromId)
                    and (:role = '' or exists (
                        select 1
                        from membership r
                        where r.community_id = m.community_id and r.person_id = m.person_id
                          and r.until_at is null and r.role = :role))
                    and (:profession = '' or folded(p.profession) = folded(:profession))
                    and (:organisation = '' or folded(p.organisation) = folded(:organisation))
                    and (:place = '' or folded(p.place) = folded(:place))
                    and (:knows = '' or exists (select 1 from unnest(p.expertise) x where folded(x) = folded(:knows)))
                    and (:uses = '' or exists (select 1 from unnest(p.emr) x where folded(x) = folded(:uses)))
                    and m.from_at >= :joined
                    and (:words = '' or begins_words(:words, concat_ws(' ', p.name, p.handle, p.profession, p.organisation, p.place,
                                                                       array_to_string(p.expertise || p.emr, ' '))))
                    order by folded(p.name), p.id
                    limit :limit
                    """)
    List<MemberRow> page(
            long communityId,
            String words,
            String role,
            String profession,
            String organisation,
            String place,
            // Other names than the columns have: those are lists.
            String knows,
            String uses,
            Instant joined,
            String fromKey,
            long fromId,
            int limit);

    // What the newest of them say of themselves, the most frequent first: some hundreds tell what
    // is worth choosing by, and all of a large community would have to be read on every page.
    @Query(
            """
            with lately as (
                select p.profession, p.organisation, p.place, p.expertise, p.emr
                from membership m
                join person p on p.id = m.person_id
                where m.community_id = :communityId and m.until_at is null and m.role = 'member'
                order by m.from_at desc, m.person_id
                limit :people),
            said as (
                select 'profession' as aspect, profession as word from lately
                union all select 'organisation', organisation from lately
                union all select 'place', place from lately
                union all select 'expertise', unnest(expertise) from lately
                union all select 'emr', unnest(emr) from lately),
            told as (
                select aspect, min(word) as word, count(*) as people
                from said
                where word <> ''
                group by aspect, folded(word))
            select aspect, word
            from (select aspect, word, row_number() over (partition by aspect order by people desc, folded(word)) as place from told) ranked
            where place <= :most
            order by aspect, place
            """)
    List<Aspect> aspects(long communityId, int people, int most);

    @Query(
            """
            select c.slug, c.name, m.from_at as since
            from access a
            join community c on c.id = a.community_id
            join membership m on m.community_id = a.community_id and m.person_id = :personId
                 and m.until_at is null and m.role = 'member'
            where a.person_id = (select viewer()) and c.form = 'community'
            order by folded(c.name), c.id
            limit :limit
            """)
    List<Shared> inCommon(long personId, int limit);

    @Query(MEMBERS + "and p.handle = :handle")
    Optional<MemberRow> find(long communityId, String handle);

    // Somebody who may see the leaders need not see that they are members, so this asks only for
    // what is shown to all.
    @Query(
            """
            select p.id, p.handle, p.name, p.profession, p.organisation, p.place, min(m.from_at) as since,
                   array_agg(m.role order by m.role) as roles, p.expertise, p.emr, null::text as who, null::text as hopes,
                   folded(p.name) as sort_key
            from membership m
            join person p on p.id = m.person_id
            where m.community_id = :communityId and m.until_at is null and m.role in ('chair', 'core_team')
            group by p.id
            order by bool_or(m.role = 'chair') desc, min(m.from_at), p.id
            limit :limit
            """)
    List<MemberRow> leaders(long communityId, int limit);

    @Query("select join_community(:communityId, :rowId, null)")
    String join(long communityId, long rowId);

    @Query("select join_community(:communityId, :rowId, :hash)")
    String joinInvited(long communityId, long rowId, byte[] hash);

    @Query("select give_role(:communityId, :personId, :role, :rowId)")
    boolean give(long communityId, long personId, String role, long rowId);

    /// Under which she is a member now.
    @Query(
            """
            select id
            from membership
            where community_id = :communityId and person_id = :personId and role = 'member' and until_at is null
            """)
    Optional<Long> membership(long communityId, long personId);

    @Query("select end_role(:communityId, :personId, :role)")
    String end(long communityId, long personId, String role);

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
