package rounds.forum;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.util.List;

/// Pages of posts: one index range scan each, at post 10 and at post 50,000.
///
/// Each reads the posts of the page first and joins afterwards.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostPages extends GenericRepository<PostRow, Long> {
    String COLUMNS =
            """
            select p.id, p.discussion_id, p.number, p.parent_id, p.parent_number, p.path, p.depth, p.author_id,
                   a.handle, a.name, a.profession, p.html, p.html_version,
                   case when :withBody or p.html_version < :safeVersion then p.body end as body,
                   p.language, p.state, p.gone_reason, p.posted_at, p.edited_at, p.revision, p.source_id,
                   array[p.helpful, p.same, p.same_places, p.thanks, p.worked, p.partly, p.not_worked] as counts,
                   p.helped, p.first_here and p.posted_at > now() - interval '30 days' as first_here,
                   (select string_agg(case r.kind when 'tried' then 'tried:' || r.outcome else r.kind end, ' ')
                    from reaction r
                    where r.post_id = p.id and r.person_id = (select viewer())) as own,
                   coalesce(not (select s.seen
                                 from reading_place s
                                 where s.person_id = (select viewer()) and s.discussion_id = :discussionId) @> p.number,
                            false) as fresh,
                   p.linked,
                   p.polled,
            """
                    + PostRepository.WORDS
                    + """
                           null as parent_name
                    from (select *
                          from post
                          where discussion_id = :discussionId
                    """;
    String BY_PATH =
            """
            ) p
            join person a on a.id = p.author_id
            order by p.path
            """;
    String BY_NUMBER =
            """
            ) p
            join person a on a.id = p.author_id
            order by p.number
            """;

    @Query(COLUMNS + "and path > :after order by path limit :limit" + BY_PATH)
    List<PostRow> treeAfter(
            long discussionId, String after, int limit, boolean withBody, int safeVersion);

    @Query(COLUMNS + "and path < :before order by path desc limit :limit" + BY_PATH)
    List<PostRow> treeBefore(
            long discussionId, String before, int limit, boolean withBody, int safeVersion);

    // From a few posts above the one asked for, so that it is met in its context; from the start
    // where it stands on the first page anyway. One that is gone is met at the one before it.
    @Query(
            COLUMNS
                    + """
                      and path >= (
                          with asked as (
                              select path
                              from post
                              where discussion_id = :discussionId and number <= :number
                              order by number desc
                              limit 1),
                          above as (
                              select path, row_number() over (order by path desc) as nth
                              from post
                              where discussion_id = :discussionId and path <= (select path from asked)
                              order by path desc
                              limit :limit)
                          select coalesce(min(path) filter (where nth <= case when (select count(*) from above) < :limit
                                                                              then :limit else :context end), '')
                          from above)
                      order by path limit :limit
                    """
                    + BY_PATH)
    List<PostRow> treeAt(
            long discussionId,
            int number,
            int context,
            int limit,
            boolean withBody,
            int safeVersion);

    @Query(COLUMNS + "and number > :after order by number limit :limit" + BY_NUMBER)
    List<PostRow> timeAfter(
            long discussionId, int after, int limit, boolean withBody, int safeVersion);

    @Query(COLUMNS + "and number < :before order by number desc limit :limit" + BY_NUMBER)
    List<PostRow> timeBefore(
            long discussionId, int before, int limit, boolean withBody, int safeVersion);

    // One statement for both: a page asks for neither, for one or for both.
    @Query(
            """
            select number, parent_number, path, depth, state, gone_reason, posted_at, null as name
            from gone_posts(:discussionId, :lowPath, :highPath, :lowNumber, :highNumber)
            union all
            select p.number, p.parent_number, p.path, p.depth, p.state, null, p.posted_at, a.name
            from post p
            join person a on a.id = p.author_id
            where p.discussion_id = :discussionId and p.number = any (:answered::int[])
            """)
    List<BesideRow> beside(
            long discussionId,
            String lowPath,
            String highPath,
            int lowNumber,
            int highNumber,
            Integer[] answered);

    /// Who wrote what is answered on other pages.
    default List<BesideRow> authors(long discussionId, Answered answered) {
        Integer[] elsewhere = answered.elsewhere();
        return elsewhere.length == 0 ? List.of() : beside(discussionId, "", "", 0, 0, elsewhere);
    }
}
