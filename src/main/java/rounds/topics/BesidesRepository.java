package rounds.topics;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The few things of several kinds that stand beside a topic, through the wall, in one statement:
/// each alone would not be worth one.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface BesidesRepository extends GenericRepository<EntryRow, Long> {

    /// Who used it, the viewer before all others and then the newest first; the communities that
    /// read it, as far as she may know; what its summary became.
    @Query(
            """
            select 'use' as what, u.person_id as id, p.handle as sign, p.name, coalesce(p.profession, '') as more, u.note as words, u.at,
                   null::timestamptz as later, u.person_id is distinct from (select viewer()) as others, -extract(epoch from u.at) as behind
            from (select * from topic_practice where topic_id = :topic and person_id = (select viewer())
                  union all
                  (select *
                   from topic_practice
                   where topic_id = :topic and person_id is distinct from (select viewer())
                   order by at desc, person_id desc
                   limit :uses)) u
            join person p on p.id = u.person_id
            union all
            select 'guest', g.guest_id, c.slug, c.name, '', '', g.offered_at, g.accepted_at, false, extract(epoch from g.offered_at)
            from topic_guest g
            join community c on c.id = g.guest_id
            where g.topic_id = :topic
            union all
            select 'result', r.id, '', r.title, r.kind, r.language, null, null, false, 0
            from resource r
            where r.id = :result::bigint
            order by 1, 9, 10, 2
            """)
    List<BesidesRow> of(long topic, @Nullable Long result, int uses);
}
