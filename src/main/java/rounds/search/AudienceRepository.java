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

    /// All that the viewer may know of.
    @Query(
            """
            select id, slug as handle, name
            from community
            where form = 'community'
            order by folded(name), id
            limit :limit
            """)
    List<Called> communities(int limit);

    /// Of whom the viewer shares a community with, and herself, those of whose name each of these
    /// words begins a word; the first by name.
    @Query(
            """
            select p.id, p.handle, p.name
            from known_by_name(:words, :limit) known (id)
            join person p on p.id = known.id
            order by folded(p.name), p.id
            """)
    List<Called> called(String words, int limit);

    /// The same by any of these words.
    @Query(
            """
            select distinct p.id, p.handle, p.name
            from unnest(:words::text[]) word
            cross join lateral known_by_name(word, :limit) known (id)
            join person p on p.id = known.id
            """)
    List<Called> calledAny(String[] words, int limit);

    @Query(
            """
            select id, slug as handle, name
            from community
            where id = any (:ids::bigint[]) and form = 'community'
            """)
    List<Called> communitiesById(Long[] ids);

    @Query("select id, handle, name from person where id = any (:ids::bigint[])")
    List<Called> peopleById(Long[] ids);

    /// What these people say of themselves; to a visitor nothing.
    @Query(
            """
            select id, profession, emr
            from person
            where id = any (:ids::bigint[]) and (select viewer()) > 0
            """)
    List<AuthorRow> authors(Long[] ids);

    /// Who says this of herself; nobody to a visitor.
    @Query("select id, '' as name from people_who(:facet, :value) as known (id)")
    List<Named> who(String facet, String value);

    @Query("select id, handle as name from person where handle = any(:handles)")
    List<Named> people(String[] handles);
}
