package rounds.community;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

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
                   folded(p.name) as sort_key
            from membership m
            join person p on p.id = m.person_id
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
                    and not exists (
                        select 1
                        from unnest(string_to_array(folded(:words), ' ')) word
                        where position(word in folded(concat_ws(' ', p.name, p.handle, p.profession, p.organisation, p.place,
                                                                array_to_string(p.expertise, ' ')))) = 0)
                    order by folded(p.name), p.id
                    limit :limit
                    """)
    List<MemberRow> page(
            long communityId, String words, String role, String fromKey, long fromId, int limit);

    @Query(MEMBERS + "and p.handle = :handle")
    Optional<MemberRow> find(long communityId, String handle);

    // Somebody who may see the leaders need not see that they are members, so this asks only for
    // what is shown to all.
    @Query(
            """
            select p.id, p.handle, p.name, p.profession, p.organisation, p.place, min(m.from_at) as since,
                   array_agg(m.role order by m.role) as roles, folded(p.name) as sort_key
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

    @Query("select end_role(:communityId, :personId, :role)")
    String end(long communityId, long personId, String role);
}
