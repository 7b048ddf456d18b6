package rounds.start;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What newcomers begin with, as the viewer may read and write it.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface StartRepository extends GenericRepository<StartRow, Long> {

    @Query(
            """
            select e.id, e.community_id, e.content_type, e.content_id, e.why
            from start_entry e
            where e.community_id = :communityId
            order by e.place, e.id
            """)
    List<StartRow> in(long communityId);

    /// Those of these contents with which newcomers of their communities begin.
    @Query(
            """
            select e.id, e.community_id, e.content_type, e.content_id, e.why
            from start_entry e
            where e.content_id = any(:contents::bigint[])
            """)
    List<StartRow> among(Long[] contents);

    /// The same of the community of one of them; nobody else orders them meanwhile.
    @Query(
            """
            select e.id
            from start_entry e
            where e.community_id = :communityId
            order by e.place, e.id
            for update
            """)
    List<Long> held(long communityId);

    @Query(
            """
            select c.id, c.slug, c.visibility, a.roles
            from community c
            left join access a on a.person_id = (select viewer()) and a.community_id = c.id
            where c.slug = :slug and c.form = 'community'
            """)
    Optional<StartRoomRow> room(String slug);

    /// Whether the viewer has been in it for less than that.
    @Query(
            """
            select exists (
                select 1
                from access a
                where a.person_id = (select viewer()) and a.community_id = :communityId and a.since > :since)
            """)
    boolean joinedSince(long communityId, Instant since);

    /// 0 where it stands there already.
    @Query(
            """
            insert into start_entry (id, community_id, content_type, content_id, why, visibility, place, added_by, added_at)
            select :id, c.id, :type, :contentId, :why, c.visibility,
                   coalesce((select max(e.place) from start_entry e where e.community_id = c.id), 0) + 1, (select viewer()), :now
            from community c
            where c.id = :communityId
            on conflict do nothing
            """)
    int put(long id, long communityId, String type, long contentId, String why, Instant now);

    @Query(
            """
            update start_entry e
            set place = o.place
            from unnest(:ids::bigint[]) with ordinality as o (id, place)
            where e.id = o.id
            """)
    int order(Long[] ids);

    @Query("delete from start_entry where id = :id")
    int take(long id);
}
