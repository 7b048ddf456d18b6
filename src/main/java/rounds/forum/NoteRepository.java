package rounds.forum;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.time.Instant;
import java.util.List;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface NoteRepository extends GenericRepository<NoteRow, Long> {

    @Query(
            """
            select d.id, d.title, d.language, d.posts, d.last_at, coalesce(l.name, '') as last_name,
                   d.last_by is distinct from (select viewer())
                       and fresh_posts(d.posts, d.last_at, r.posts_read, r.at, r.marked, d.since) <> 0 as fresh,
                   array(
                       select p.handle || ' ' || p.name
                       from membership m
                       join person p on p.id = m.person_id
                       where m.community_id = d.community_id and m.until_at is null and m.person_id <> (select viewer())
                       order by folded(p.name), p.id) as others
            from (select x.*, a.since
                  from access a
                  cross join lateral (
                      select *
                      from discussion
                      where community_id = a.community_id and conversation and state = 'visible' and (last_at, id) < (:at, :id)
                      order by last_at desc, id desc
                      limit :limit) x
                  where a.person_id = (select viewer())
                  order by x.last_at desc, x.id desc
                  limit :limit) d
            left join lateral (select name from person where id = d.last_by offset 0) l on true
            left join lateral (
                select posts_read, at, marked
                from reading_place
                where person_id = (select viewer()) and discussion_id = d.id
                offset 0) r on true
            order by d.last_at desc, d.id desc
            """)
    List<NoteRow> mine(Instant at, long id, int limit);
}
