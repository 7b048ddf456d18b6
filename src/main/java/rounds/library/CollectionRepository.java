package rounds.library;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Collections as their viewer may read and write them.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface CollectionRepository extends GenericRepository<CollectionRow, Long> {
    String SEEN =
            """
            select l.id, l.community_id, c.slug as community_slug, c.visibility as community_visibility, l.parent_id,
                   p.title as parent_title, l.title, l.description, l.html, l.html_version, l.language,
                   case when a.reads then l.shown else l.shown_open end as resources, l.revision, l.arranged, l.arranged_by, a.roles
            from collection l
            join community c on c.id = l.community_id
            left join collection p on p.id = l.parent_id
            left join access a on a.person_id = (select viewer()) and a.community_id = l.community_id
            """;

    @Query(SEEN + "where l.id = :id")
    Optional<CollectionRow> seen(long id);

    /// In their order, those that lie in others among them.
    @Query(
            SEEN
                    + """
                    where l.community_id = :communityId
                    order by l.place, l.id
                    limit :limit
                    """)
    List<CollectionRow> in(long communityId, int limit);

    @Query(
            SEEN
                    + """
                    where l.parent_id = :id
                    order by l.place, l.id
                    limit :limit
                    """)
    List<CollectionRow> within(long id, int limit);

    @Query(
            SEEN
                    + """
                    join collection_entry e on e.collection_id = l.id
                    where e.resource_id = :resourceId
                    order by l.place, l.id
                    limit :limit
                    """)
    List<CollectionRow> holding(long resourceId, int limit);

    /// 0 when the community has so many already.
    @Query(
            """
            insert into collection (id, community_id, parent_id, title, description, html, html_version, language, visibility,
                                    place, made_at, changed_at)
            select :id, c.id, :parentId, :title, :description, :html, :htmlVersion, :language, c.visibility,
                   coalesce((select max(s.place) from collection s where s.community_id = c.id), 0) + 1, :now, :now
            from community c
            where c.id = :communityId and (select count(*) from collection n where n.community_id = c.id) < :most
            """)
    int add(
            long id,
            long communityId,
            @Nullable Long parentId,
            String title,
            String description,
            String html,
            int htmlVersion,
            String language,
            int most,
            Instant now);

    /// 0 when it is no longer at that revision. Who reads the community now reads the new words.
    @Query(
            """
            update collection l
            set parent_id = :parentId, title = :title, description = :description, html = :html,
                html_version = :htmlVersion, language = :language,
                visibility = (select c.visibility from community c where c.id = l.community_id),
                revision = l.revision + 1, changed_at = :now
            where l.id = :id and l.revision = :revision
            """)
    int edit(
            long id,
            int revision,
            @Nullable Long parentId,
            String title,
            String description,
            String html,
            int htmlVersion,
            String language,
            Instant now);

    /// Waits for whoever else changes it.
    @Query("select l.id from collection l where l.id = :id for update")
    Optional<Long> hold(long id);

    /// Those that lie beside each other, in their order; nobody else orders them meanwhile.
    @Query(
            """
            select l.id
            from collection l
            where l.community_id = :communityId and l.parent_id is not distinct from :parentId
            order by l.place, l.id
            for update
            """)
    List<Long> beside(long communityId, @Nullable Long parentId);

    @Query(
            """
            update collection l
            set place = o.place
            from unnest(:ids::bigint[]) with ordinality as o (id, place)
            where l.id = o.id
            """)
    int order(Long[] ids);

    /// What lies in it stands by itself from now on.
    @Query("update collection set parent_id = null where parent_id = :id")
    int raise(long id);

    @Query("delete from collection where id = :id")
    int remove(long id);
}
