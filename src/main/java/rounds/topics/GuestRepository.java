package rounds.topics;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// To whom topics are shown, through the wall.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface GuestRepository extends GenericRepository<EntryRow, Long> {

    /// Those that the viewer may know of; a community that she may not see is named to nobody but
    /// by its own members.
    @Query(
            """
            select g.guest_id as community_id, c.slug, c.name, g.offered_at, g.accepted_at
            from topic_guest g
            join community c on c.id = g.guest_id
            where g.topic_id = :topic
            order by g.offered_at, g.guest_id
            """)
    List<Guest> of(long topic);

    @Query("select c.id from community c where c.slug = :slug and c.form = 'community'")
    Optional<Long> community(String slug);

    /// What waits before what is shown already.
    @Query(
            """
            select t.id, t.title, t.language, t.question, t.state, coalesce(c.name, host_of_topic(t.id)) as home_name, g.offered_at, g.accepted_at
            from topic_guest g
            join topic t on t.id = g.topic_id
            left join community c on c.id = t.community_id
            where g.guest_id = :community
            order by g.accepted_at is not null, g.offered_at desc, t.id desc
            limit :limit
            """)
    List<OfferedTopic> in(long community, int limit);

    @Query("select offer_topic(:topic, :guest, :now)")
    boolean offer(long topic, long guest, Instant now);

    @Query("select accept_topic(:topic, :guest, :now)")
    boolean accept(long topic, long guest, Instant now);

    @Query("select end_guest(:topic, :guest)")
    boolean end(long topic, long guest);
}
