package rounds.forum;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is planned; the wall shows it to its author and the moderators alone.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PlannedRepository extends GenericRepository<PlannedRow, Long> {
    // A community that its author may no longer see has no name for her; her words stay.
    String SEEN =
            """
            select p.id, p.community_id, coalesce(c.slug, '') as community_slug, coalesce(c.name, '') as community_name,
                   p.author_id, a.handle, a.name, a.profession, p.kind, p.title, p.tags, p.body, p.language, p.poll,
                   p.publish_at, p.problem, p.revision, p.made_at
            from planned p
            join person a on a.id = p.author_id
            left join community c on c.id = p.community_id
            """;

    @Query(SEEN + "where p.id = :id")
    Optional<PlannedRow> find(long id);

    /// The next one first.
    @Query(
            SEEN
                    + """
                      where p.community_id = :communityId and (p.publish_at, p.id) > (:at, :id)
                      order by p.publish_at, p.id
                      limit :limit
                    """)
    List<PlannedRow> in(long communityId, Instant at, long id, int limit);

    @Query(SEEN + "where p.author_id = (select viewer()) order by p.publish_at, p.id limit :limit")
    List<PlannedRow> mine(int limit);

    /// 0 when she has as many as she may.
    @Query(
            """
            insert into planned (id, community_id, author_id, kind, title, tags, body, language, poll, publish_at, made_at)
            select :id, :communityId, viewer(), :kind, :title, :tags, :body, :language::text, :poll, :publishAt, :now
            where (select count(*) from planned where author_id = (select viewer())) < :most
            """)
    int plan(
            long id,
            long communityId,
            String kind,
            String title,
            String[] tags,
            String body,
            @Nullable String language,
            String[] poll,
            Instant publishAt,
            int most,
            Instant now);

    /// 0 when it is no longer at that revision, or gone. What hindered it is forgotten.
    @Query(
            """
            update planned
            set publish_at = :publishAt, problem = null, tries = 0, revision = revision + 1
            where id = :id and revision = :revision
            """)
    int putOff(long id, int revision, Instant publishAt);

    /// Takes it out, to be published in the same transaction. Whoever comes second waits for the
    /// first and finds nothing.
    ///
    /// @param until only what is due then
    @Query("delete from planned where id = :id and publish_at <= :until")
    int take(long id, Instant until);

    /// False when it is gone, or not for the viewer.
    @Query("select withdraw_planned(:id, :draft, :place, :now)")
    boolean withdraw(long id, long draft, String place, Instant now);
}
