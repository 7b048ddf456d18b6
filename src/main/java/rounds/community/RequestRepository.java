package rounds.community;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface RequestRepository extends GenericRepository<Request, Long> {
    String OPEN =
            """
            select j.id, j.person_id, p.handle, p.name, p.profession, p.organisation, p.place, j.message, j.asked_at
            from join_request j
            join person p on p.id = j.person_id
            where j.community_id = :communityId and j.decided_at is null
            """;

    @Query(
            """
            insert into join_request (id, community_id, person_id, message)
            values (:id, :communityId, :personId, :message)
            on conflict (community_id, person_id) where decided_at is null do nothing
            """)
    int ask(long id, long communityId, long personId, String message);

    @Query(OPEN + "and j.person_id = :personId")
    Optional<Request> ofPerson(long communityId, long personId);

    @Query(
            "select community_id from join_request where person_id = :personId and decided_at is null")
    List<Long> askedBy(long personId);

    @Query("select id from withdraw_request(:communityId) as withdrawn (id) where id is not null")
    Optional<Long> withdraw(long communityId);

    @Query(OPEN + "and j.id = :id")
    Optional<Request> find(long communityId, long id);

    // Who has waited longest comes first.
    @Query(
            OPEN
                    + """
                    and (j.asked_at, j.id) > (:at::timestamptz, :id)
                    order by j.asked_at, j.id
                    limit :limit
                    """)
    List<Request> page(long communityId, Instant at, long id, int limit);

    @Query(
            """
            update join_request
            set decided_at = now(), decided_by = :by, admitted = false
            where id = :id and community_id = :communityId and decided_at is null
            """)
    int decline(long communityId, long id, long by);
}
