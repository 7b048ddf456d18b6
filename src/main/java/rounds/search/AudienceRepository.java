package rounds.search;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.util.List;

/// Asked as the viewer, so that it tells her nothing she may not know.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AudienceRepository extends GenericRepository<Named, Long> {

    @Query(
            """
            select v.public_version as version, a.community_id, a.moderates
              from index_epoch v
              left join access a on a.person_id = (select viewer()) and a.reads
            """)
    List<AudienceRow> ofViewer();

    @Query("select id from community where visibility = 'public'")
    List<Long> publicNow();

    @Query("select id, slug as name from community where slug = any(:slugs) and form = 'community'")
    List<Named> communities(String[] slugs);

    /// Of whom the viewer shares a community with, and herself, those whose name begins with these
    /// words, in whatever order.
    ///
    /// @param bound so many people are looked at whom the words may fit
    @Query(
            """
            select p.id, p.handle, p.name
              from people_meant(:words, :bound) called (id)
              join person p on p.id = called.id
             where begins_words(:words, p.name || ' ' || p.handle)
               and (p.id = (select viewer())
                    or exists (
                       select 1
                         from membership m
                         join access a on a.person_id = (select viewer()) and a.community_id = m.community_id
                        where m.person_id = p.id and m.until_at is null and m.role = 'member'))
             order by folded(p.name), p.id
             limit :limit
            """)
    List<Called> called(String words, int bound, int limit);

    @Query(
            """
            select id, slug as handle, name
            from community
            where id = any (:ids::bigint[]) and form = 'community'
            """)
    List<Called> communitiesById(Long[] ids);

    @Query("select id, handle, name from person where id = any (:ids::bigint[])")
    List<Called> peopleById(Long[] ids);

    @Query("select id, handle as name from person where handle = any(:handles)")
    List<Named> people(String[] handles);
}
