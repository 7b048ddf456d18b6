package rounds.forum;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.util.List;

/// Reads every row, whoever may see it: only to make notifications. What somebody did to her own
/// words is no decision about them.
@Repository("system")
@JdbcRepository(dialect = Dialect.POSTGRES)
interface NotableRepository extends GenericRepository<NotableRow, Long> {
    String COLUMNS =
            """
            d.id as discussion_id, d.community_id, p.state = 'visible' and d.state = 'visible' as visible,
            p.visibility = 'public' and d.visibility = 'public' as open, p.author_id, d.opened_by,
            array(
                select m.person_id || ' ' || extract(epoch from m.at)
                from mention m
                where m.post_id = p.id and m.person_id is not null
                union
                select h.person_id || ' ' || extract(epoch from m.at)
                from mention m
                join access h on h.community_id = p.community_id and m.role = any (h.roles)
                where m.post_id = p.id) as mentioned,
            q.author_id as answers,
            array(
                select k.target_id
                from link k
                where k.post_id = p.id and p.number = 1 and k.target_type in ('resource', 'case_story')) as about,
            case when p.html like '%<blockquote>%/p/%' then p.html end as quoting, p.number, d.kind, d.conversation, d.tags, p.posted_at, l.id as decision_id, l.act, l.actor_id, l.at as decided_at
            from post p
            join discussion d on d.id = p.discussion_id
            left join post q on q.id = p.parent_id
            """;

    @Query(
            "select d.id, "
                    + COLUMNS
                    + """
                    left join lateral (
                        select id, act, actor_id, at
                        from community_log
                        where content_id = d.id and content_type = 'discussion'
                          and (act = 'moved_here'
                               or (actor_id <> p.author_id
                                   and act in ('corrected', 'post_hidden', 'post_restored', 'post_approved', 'post_declined', 'post_deleted')))
                        order by at desc
                        limit 1) l on true
                    where p.number = 1 and d.id = any (:ids::bigint[])
                    """)
    List<NotableRow> discussions(Long[] ids);

    @Query(
            "select p.id, "
                    + COLUMNS
                    + """
                    left join lateral (
                        select id, act, actor_id, at
                        from community_log
                        where content_id = p.id and content_type = 'post' and actor_id <> p.author_id
                          and act in ('post_hidden', 'post_restored', 'post_approved', 'post_declined', 'post_deleted')
                        order by at desc
                        limit 1) l on true
                    where p.number > 1 and p.id = any (:ids::bigint[])
                    """)
    List<NotableRow> posts(Long[] ids);

    @Query(
            """
            select p.id, p.author_id
            from post p
            where p.id = any (:posts::bigint[])
            """)
    List<WriterRow> authors(Long[] posts);

    /// Who wrote what can be read there.
    @Query(
            """
            select distinct author_id
            from post
            where discussion_id = :discussion and state = 'visible'
            limit :most
            """)
    List<Long> writers(long discussion, int most);
}
