package rounds.web.page;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface MeRepository extends GenericRepository<MeRow, Long> {

    // Every page asks this: one statement, each row by its key.
    @Query(
            """
            select p.id, p.handle, p.name, a.language, a.theme, a.time_zone, a.admin, a.shortcuts, a.shows_meanings as meanings,
                   coalesce((
                       select string_agg(c.slug || ' ' || translate(c.name, E'\\r\\n', ''), E'\\n' order by lower(c.name))
                       from access x
                       join community c on c.id = x.community_id
                       where x.person_id = p.id and x.reads and c.form = 'community'), '') as communities,
                   (select case when count(*) < 100 then count(distinct n.bundle) else 100 end
                    from (select bundle from notification where person_id = p.id and read_at is null limit 100) n)::int as told
            from person p
            join account a on a.person_id = p.id
            where p.id = :person
            """)
    Optional<MeRow> find(long person);
}
