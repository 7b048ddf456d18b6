package rounds.forum;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.time.Instant;
import java.util.List;

/// Lists with which people keep up. They are read as [SummaryRepository] reads its own.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface KeepingUpRepository extends GenericRepository<SummaryRow, Long> {

    // What she chose to hear everything of, and what she opened and has not muted.
    @Query(
            SummaryRepository.COLUMNS
                    + """
                      where id in (
                          select target_id
                          from watch
                          where person_id = (select viewer()) and target = 'discussion' and level = 'every'
                          union
                          select id
                          from discussion o
                          where o.opened_by = (select viewer())
                            and not exists (
                                select 1
                                from watch w
                                where w.person_id = (select viewer()) and w.target = 'discussion' and w.target_id = o.id and w.level <> 'every'))
                      and state = 'visible' and not conversation
                    """
                    + SummaryRepository.LATEST)
    List<SummaryRow> followed(Instant at, long id, int limit);

    String OPENED =
            """
            and kind = 'challenge' and state = 'visible' and posts <= 1 and closed_at is null
            and (opened_at, id) < (:at, :id)
            order by opened_at desc, id desc
            limit :limit
            """
                    + SummaryRepository.NAMES
                    + "order by d.opened_at desc, d.id desc";

    @Query(SummaryRepository.COLUMNS + "where true " + OPENED)
    List<SummaryRow> unanswered(Instant at, long id, int limit);

    @Query(SummaryRepository.COLUMNS + "where community_id = :communityId " + OPENED)
    List<SummaryRow> unansweredIn(long communityId, Instant at, long id, int limit);

    @Query(
            SummaryRepository.COLUMNS
                    + """
                      where community_id = :communityId and state = 'visible' and last_at > :since and opened_at > :since
                        and opened_by <> (select viewer())
                      order by last_at desc, id desc
                      limit :limit
                    """
                    + SummaryRepository.NAMES
                    + "order by d.opened_at desc, d.id desc")
    List<SummaryRow> openedSince(long communityId, Instant since, int limit);

    // What she wrote herself is nothing to catch up with. Counted among the newest hundred of each:
    // who has been away for long needs no exact number.
    @Query(
            """
            select d.id, n.fresh
            from (
                select id
                from discussion
                where community_id = :communityId and state = 'visible' and last_at > :since and opened_at <= :since
                order by last_at desc, id desc
                limit 50) d
            cross join lateral (
                select count(*)::int as fresh
                from (select posted_at, author_id from post where discussion_id = d.id and state = 'visible' order by number desc limit 100) p
                where p.posted_at > :since and p.author_id <> (select viewer())) n
            where n.fresh > 0
            order by n.fresh desc, d.id desc
            limit :limit
            """)
    List<FreshRow> busySince(long communityId, Instant since, int limit);

    @Query(
            SummaryRepository.COLUMNS
                    + "where id = any (:ids::bigint[]) and state = 'visible'"
                    + SummaryRepository.NAMES)
    List<SummaryRow> these(Long[] ids);

    @Query(
            """
            select id, discussion_id, number, posted_at
            from post
            where author_id = :person and state = 'visible' and (posted_at, id) < (:at, :id)
              and (select not d.conversation from discussion d where d.id = post.discussion_id)
            order by posted_at desc, id desc
            limit :limit
            """)
    List<WrittenRow> writtenBy(long person, Instant at, long id, int limit);
}
