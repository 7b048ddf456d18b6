package rounds.library;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.time.Instant;
import java.util.List;

/// What people made of resources, read through the wall.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PracticeRepository extends GenericRepository<ResourceRow, Long> {

    /// The viewer's own before all others.
    @Query(
            """
            select u.person_id, p.handle, p.name, p.profession, u.note, u.at
            from (select * from resource_practice where resource_id = :id and person_id = (select viewer())
                  union all
                  (select *
                   from resource_practice
                   where resource_id = :id and person_id is distinct from (select viewer())
                   order by at desc, person_id desc
                   limit :limit)) u
            join person p on p.id = u.person_id
            order by u.person_id is distinct from (select viewer()), u.at desc, u.person_id desc
            """)
    List<UseRow> uses(long id, int limit);

    @Query(
            """
            select r.id, r.title, r.language, c.name as community_name, r.shared_by as person_id, p.handle, p.name, p.profession,
                   r.adaptation as changes, r.shared_at as at
            from resource r
            join community c on c.id = r.community_id
            join person p on p.id = r.shared_by
            where r.adapts = :id and r.state = 'visible'
            order by r.shared_at desc, r.id desc
            limit :limit
            """)
    List<AdaptedRow> adaptations(long id, int limit);

    @Query("select practise(:id, :note, :now)")
    boolean practise(long id, String note, Instant now);

    @Query("select practise_no_more(:id)")
    boolean practiseNoMore(long id);
}
