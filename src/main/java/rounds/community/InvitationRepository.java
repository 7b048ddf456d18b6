package rounds.community;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface InvitationRepository extends GenericRepository<Invitation, Long> {

    @Query(
            """
            insert into invitation (id, hash, community_id, email, invited_by, expires_at)
            values (:id, :hash, :communityId, :email, :by, now() + make_interval(days => :days))
            """)
    void add(long id, byte[] hash, long communityId, @Nullable String email, long by, int days);

    @Query(
            """
            select i.id, i.email, p.name as inviter_name,
                   i.invited_by = (select viewer()) as mine, i.made_at, i.expires_at, i.used
            from invitation i
            join person p on p.id = i.invited_by
            where i.community_id = :communityId and i.revoked_at is null and i.expires_at > now()
              and (i.email is null or i.used = 0)
            order by i.made_at desc, i.id desc
            limit :limit
            """)
    List<Invitation> living(long communityId, int limit);

    @Query(
            """
            update invitation
            set revoked_at = now()
            where id = :id and community_id = :communityId and revoked_at is null
            """)
    int revoke(long communityId, long id);

    @Query(
            """
            update invitation
            set revoked_at = now()
            where community_id = :communityId and email = :email and invited_by = :by
              and revoked_at is null and used = 0
            """)
    int revokeMailed(long communityId, String email, long by);

    @Query("select address from invited_address(:hash) address where address is not null")
    Optional<String> address(byte[] hash);

    @Query("select * from invitation_of(:hash)")
    Optional<InvitedTo> find(byte[] hash);
}
