package rounds.forum;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.time.Instant;
import java.util.List;

/// What leads where, read through the wall: of either end only what the viewer reads.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface LinkRepository extends GenericRepository<PostRow, Long> {
    String REFERRERS =
            """
            select t.id as target, s.*
            from unnest(:posts::bigint[]) w (id)
            join post t on t.id = w.id
            cross join lateral (
                select l.post_id, d.id as discussion_id, d.title, d.language, p.number, c.slug, c.name as community_name,
                       a.handle, a.name, l.at
                from link l
                join post p on p.id = l.post_id
                join discussion d on d.id = p.discussion_id
                join community c on c.id = p.community_id
                join person a on a.id = p.author_id
                where l.target_id in (t.id, case when t.number = 1 then t.discussion_id end)
                  and p.discussion_id <> t.discussion_id and p.state = 'visible' and d.state = 'visible'
                  and (l.at, l.post_id) < (:at, :id)
                order by l.at desc, l.post_id desc
                limit :limit) s
            """;

    /// The newest of each, before that one.
    @Query(REFERRERS)
    List<ReferrerRow> referrers(Long[] posts, Instant at, long id, int limit);

    /// The discussions that the viewer has read last.
    @Query(
            """
            select d.id, d.title
            from (select discussion_id, at
                  from reading_place
                  where person_id = (select viewer())
                  order by at desc
                  limit 2 * :limit) r
            join discussion d on d.id = r.discussion_id
            order by r.at desc
            limit :limit
            """)
    List<TitleRow> lately(int limit);

    // A discussion that was merged is known by where its opening post stands now.
    @Query(
            """
            select true as discussion, d.id, d.id as discussion_id, d.title, 1 as number, d.kind, d.language
            from discussion d
            where d.id = any (:discussions::bigint[])
            union all
            select true, m.discussion_id, d.id, d.title, p.number, d.kind, d.language
            from moved_post m
            join post p on p.id = m.post_id
            join discussion d on d.id = p.discussion_id
            where m.discussion_id = any (:discussions::bigint[]) and m.number = 1
              and not exists (select 1 from discussion x where x.id = m.discussion_id)
            union all
            select false, p.id, d.id, d.title, p.number, d.kind, d.language
            from post p
            join discussion d on d.id = p.discussion_id
            where p.id = any (:posts::bigint[])
            """)
    List<TitledRow> titles(Long[] discussions, Long[] posts);
}
