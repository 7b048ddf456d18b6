package rounds.forum;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What people say about posts.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AnswerRepository extends GenericRepository<SaidRow, Long> {

    /// Whether that changed something; absent, where the viewer may not.
    @Query(
            """
            select changed
            from react(:post, :kind, :wanted, :outcome::text, :note, :place, :community::bigint, :now) as done (changed)
            where changed is not null
            """)
    Optional<Boolean> react(
            long post,
            String kind,
            boolean wanted,
            @Nullable String outcome,
            String note,
            String place,
            @Nullable Long community,
            Instant now);

    /// Whether that changed something; absent, where the viewer may not.
    @Query(
            """
            select changed
            from mark_helped(:post, :wanted, :passage, :why, :now) as done (changed)
            where changed is not null
            """)
    Optional<Boolean> markHelped(
            long post, boolean wanted, String passage, String why, Instant now);

    @Query(
            """
            update discussion
            set progress = :progress
            where id = :id and progress <> :progress
            """)
    int progress(long id, String progress);

    /// The latest first.
    @Query(
            """
            select r.person_id, a.handle, a.name, a.profession, r.kind, r.outcome, r.note, r.place,
                   c.slug as community_slug, c.name as community, r.at
            from reaction r
            join person a on a.id = r.person_id
            left join community c on c.id = r.for_community
            where r.post_id = :post and (r.at, r.person_id, r.kind) < (:at, :person, :kind)
            order by r.at desc, r.person_id desc, r.kind desc
            limit :limit
            """)
    List<SaidRow> said(long post, Instant at, long person, String kind, int limit);

    /// The first that was marked first.
    @Query(
            """
            select p.id as post_id, p.number, p.html, p.html_version, p.language, p.author_id,
                   a.handle as author_handle, a.name as author_name, a.profession as author_profession,
                   h.passage, h.why, h.marked_by, m.handle as marker_handle, m.name as marker_name,
                   m.profession as marker_profession, h.marked_at,
                   array[p.helpful, p.same, p.same_places, p.thanks, p.worked, p.partly, p.not_worked] as counts
            from (select *
                  from post
                  where discussion_id = :discussion and helped and state = 'visible'
                  order by number
                  limit :limit) p
            join helped h on h.post_id = p.id
            join person a on a.id = p.author_id
            join person m on m.id = h.marked_by
            order by h.marked_at, h.post_id
            """)
    List<HelpRow> helped(long discussion, int limit);
}
