package rounds.forum;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where people are in their reading, and what is new to them.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ReadingRepository extends GenericRepository<SummaryRow, Long> {
    // Of each of her communities so many of the latest discussions are looked at: bounded, however
    // many there are and however many of them she has read. What she marked herself comes on top.
    String NEW =
            """
            from access a
            left join community_seen s on s.person_id = a.person_id and s.community_id = a.community_id
            cross join lateral (
                select coalesce(s.at, a.since) as base
                offset 0) b
            cross join lateral (
                select y.*
                from ((select *
                       from discussion
                       where community_id = a.community_id and state = 'visible' and not conversation
                       and last_at > b.base and (last_at, id) < (:at, :id)
            """;
    String OR_MARKED =
            """
                       order by last_at desc, id desc
                       limit :scanned)
                      union all
                      (select d.*
                       from reading_place k
                       join discussion d on d.id = k.discussion_id
                       where k.person_id = a.person_id and k.marked and k.community_id = a.community_id
                       and d.community_id = a.community_id and d.state = 'visible' and not d.conversation
                       and d.last_at <= b.base and (d.last_at, d.id) < (:at, :id)
                       order by d.last_at desc, d.id desc
                       limit :scanned)) y
                left join reading_place p on p.person_id = a.person_id and p.discussion_id = y.id
                where fresh_posts(y.posts, y.last_at, p.posts_read, p.at, p.marked, b.base) <> 0
            """;
    String CANDIDATES = NEW + OR_MARKED;

    // Narrowed before they are counted off: of what the list shows nothing is left out because much
    // else is newer.
    String NARROWED =
            """
            and (:kind::text is null or kind = :kind)
            and (:tag::text is null or :tag = any (tags))
            and (:progress::text is null or (kind = 'challenge' and progress = :progress))
            """;
    String CANDIDATES_FROM_FLOOR = NEW + "and last_at >= (select at from floor) " + OR_MARKED;

    // First a few from each community tell a time behind which nothing is wanted any more: most
    // communities then give no second row, however many they have.
    @Query(
            """
            with head as (
                select x.last_at
            """
                    + CANDIDATES
                    + """
                          and (:kind::text is null or y.kind = :kind)
                          order by y.last_at desc, y.id desc
                          limit (select 2 + ceil(:limit::numeric / greatest(1, count(*)))::int
                                 from access
                                 where person_id = (select viewer()))) x
                      where a.person_id = (select viewer()) and (:community::text is null
                            or a.community_id = (select id from community where slug = :community))),
                      floor as (
                          select coalesce((select last_at from head order by last_at desc offset :limit - 1 limit 1),
                                          '-infinity') as at)
                    """
                    + SummaryRepository.COLUMNS_OF
                    + "from (select x.* "
                    + CANDIDATES_FROM_FLOOR
                    + """
                          and (:kind::text is null or y.kind = :kind)
                          order by y.last_at desc, y.id desc
                          limit :limit) x
                      where a.person_id = (select viewer()) and (:community::text is null
                            or a.community_id = (select id from community where slug = :community))
                      order by x.last_at desc, x.id desc
                      limit :limit
                    """
                    + SummaryRepository.NAMES
                    + "order by d.last_at desc, d.id desc")
    List<SummaryRow> unread(
            @Nullable String community,
            @Nullable String kind,
            int scanned,
            Instant at,
            long id,
            int limit);

    @Query(
            """
            select c.id, c.slug, c.name, x.kind, x.n
            from (select a.community_id, x.kind, count(*)::int as n
            """
                    + CANDIDATES
                    + """
                      limit :scanned) x
                      where a.person_id = (select viewer())
                      group by a.community_id, x.kind) x
                      join community c on c.id = x.community_id
                      order by lower(c.name), c.id, x.kind
                    """)
    List<UnreadRow> counts(int scanned, Instant at, long id);

    /// Absent, where the viewer may not read there.
    @Query(
            """
            select done
            from see_posts(:discussion, :numbers::bigint[]::int[], :now) as seen (done)
            where done is not null
            """)
    Optional<Boolean> see(long discussion, Long[] numbers, Instant now);

    /// From that number on all is unread again.
    @Query(
            """
            update reading_place
            set seen = seen - int4multirange(int4range(:number, null)),
                posts_read = greatest(0, posts_read - (
                    select coalesce(sum(upper(g) - lower(g)), 0)::int
                    from unnest(seen * int4multirange(int4range(:number, null))) g)),
                marked = true
            where person_id = (select viewer()) and discussion_id = :discussion
            """)
    int unreadFrom(long discussion, int number);

    @Query(
            """
            select coalesce(
                (select at from community_seen where person_id = (select viewer()) and community_id = :community),
                (select since from access where person_id = (select viewer()) and community_id = :community))
            """)
    Optional<Instant> upToDate(long community);

    // Never back: another device may have been later.
    @Query(
            """
            with forgotten as (
                update reading_place
                set marked = false
                where person_id = (select viewer()) and community_id = :community and marked)
            insert into community_seen (person_id, community_id, at)
            values ((select viewer()), :community, :until)
            on conflict (person_id, community_id) do update set at = greatest(community_seen.at, excluded.at)
            """)
    void seeAll(long community, Instant until);

    @Query(
            """
            with forgotten as (
                update reading_place
                set marked = false
                where person_id = (select viewer()) and marked)
            insert into community_seen (person_id, community_id, at)
            select person_id, community_id, :now
            from access
            where person_id = (select viewer())
            on conflict (person_id, community_id) do update set at = greatest(community_seen.at, excluded.at)
            """)
    void seeAllOver(Instant now);

    /// All posts of what is new and of that kind, tag and progress; how many discussions that were.
    @Query(
            """
            select count(see_posts(x.id, array(select generate_series(1, x.last_number)), :now))::int
            """
                    + NEW
                    + NARROWED
                    + OR_MARKED
                    + """
                          and (:kind::text is null or y.kind = :kind)
                          and (:tag::text is null or :tag = any (y.tags))
                          and (:progress::text is null or (y.kind = 'challenge' and y.progress = :progress))) x
                      where a.person_id = (select viewer())
                      and (:community::bigint is null or a.community_id = :community)
                    """)
    int seeNarrowed(
            @Nullable Long community,
            @Nullable String kind,
            @Nullable String tag,
            @Nullable String progress,
            int scanned,
            Instant now,
            Instant at,
            long id);

    @Query("update account set reading_order = :order where person_id = (select viewer())")
    void keepOrder(String order);

    @Query(
            """
            select id, title
            from discussion
            where community_id = :community and state = 'visible' and (last_at, id) < (:at, :id)
            order by last_at desc, id desc
            limit 1
            """)
    Optional<TitleRow> older(long community, Instant at, long id);

    @Query(
            """
            select id, title
            from discussion
            where community_id = :community and state = 'visible' and (last_at, id) > (:at, :id)
            order by last_at, id
            limit 1
            """)
    Optional<TitleRow> newer(long community, Instant at, long id);

    // Among the latest of the same community, so that a common tag costs no more than a rare one.
    @Query(
            SummaryRepository.COLUMNS_OF
                    + """
                      from (select *
                            from (select *
                                  from discussion
                                  where community_id = :community and state = 'visible'
                                  order by last_at desc, id desc
                                  limit :scanned) latest
                            where tags && :tags::text[] and id <> :id
                            order by cardinality(array(select unnest(tags) intersect select unnest(:tags::text[]))) desc,
                                     last_at desc, id desc
                            limit :limit
                    """
                    + SummaryRepository.NAMES
                    + """
                    order by cardinality(array(select unnest(d.tags) intersect select unnest(:tags::text[]))) desc,
                             d.last_at desc, d.id desc
                    """)
    List<SummaryRow> related(long community, long id, String[] tags, int scanned, int limit);

    // The posts of a discussion without their words: one range scan.
    @Query(
            """
            select p.id, p.number, p.path, p.depth, a.name, p.posted_at, p.helped,
                   coalesce(not (select s.seen
                                 from reading_place s
                                 where s.person_id = (select viewer()) and s.discussion_id = :discussion) @> p.number,
                            false) as fresh
            from (select id, number, path, depth, author_id, posted_at, helped
                  from post
                  where discussion_id = :discussion and path > :after and state = 'visible'
                  order by path
                  limit :limit) p
            join person a on a.id = p.author_id
            order by p.path
            """)
    List<MapRow> map(long discussion, String after, int limit);

    /// Where a post stood that is gone, if the viewer sees its place.
    @Query("select discussion_id as id, number from place_of_gone(:post)")
    Optional<GonePlace> gone(long post);
}
