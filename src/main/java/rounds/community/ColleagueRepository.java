package rounds.community;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.util.List;

/// The functions find ids by an index, which the wall would not let be used, and only those whom
/// the viewer may know of; that she may is asked again by the wall, where the rows are read.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ColleagueRepository extends GenericRepository<Colleague, Long> {
    String SAID =
            """
            select p.id, p.handle, p.name, p.profession, p.organisation, p.place, p.expertise, p.emr,
                   folded(p.name) as sort_key
            """;

    String KNOWN =
            """
            (p.id = (select viewer())
             or exists (
                select 1
                from membership m
                join access a on a.person_id = (select viewer()) and a.community_id = m.community_id
                join community c on c.id = a.community_id and c.form = 'community'
                where m.person_id = p.id and m.until_at is null and m.role = 'member'))
            """;

    String FITS =
            """
            (:profession = '' or begins_words(:profession, p.profession))
            and (:knows = '' or begins_words(:knows, array_to_string(p.expertise, ' ')))
            and (:uses = '' or begins_words(:uses, array_to_string(p.emr, ' ')))
            and (:place = '' or begins_words(:place, p.place))
            """;

    @Query(
            SAID
                    + "from known_by_name(:words, :limit) known (id) join person p on p.id = known.id where "
                    + KNOWN
                    + "order by folded(p.name), p.id")
    List<Colleague> named(String words, int limit);

    @Query(
            SAID
                    + "from known_by_all(:all, :bound) known (id) join person p on p.id = known.id where "
                    + KNOWN
                    + """
                    order by begins_words(:words, p.name || ' ' || p.handle) desc, folded(p.name), p.id
                    limit :limit
                    """)
    List<Colleague> first(String words, String all, int bound, int limit);

    /// The first of all of them by name.
    @Query(
            SAID
                    + """
                    from (
                        select (select viewer()) as id
                        union
                        select m.person_id
                        from access a
                        join community c on c.id = a.community_id and c.form = 'community'
                        join membership m on m.community_id = a.community_id and m.until_at is null and m.role = 'member'
                        where a.person_id = (select viewer())) known
                    join person p on p.id = known.id
                    order by folded(p.name), p.id
                    limit :limit
                    """)
    List<Colleague> everybody(int limit);

    @Query(
            "select count(*)::int from known_by_all(:all, :bound) known (id) join person p on p.id = known.id where "
                    + KNOWN
                    + "and "
                    + FITS)
    int count(String all, String profession, String knows, String uses, String place, int bound);

    @Query(
            SAID
                    + "from known_by_all(:all, :bound) known (id) join person p on p.id = known.id where "
                    + KNOWN
                    + "and "
                    + FITS
                    + """
                    and (folded(p.name), p.id) > (:fromKey, :fromId)
                    order by folded(p.name), p.id
                    limit :limit
                    """)
    List<Colleague> found(
            String all,
            String profession,
            // Other names than the columns have: those are lists.
            String knows,
            String uses,
            String place,
            int bound,
            String fromKey,
            long fromId,
            int limit);
}
