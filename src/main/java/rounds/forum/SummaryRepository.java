package rounds.forum;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// Lists of discussions. Each finds its rows in the order of an index and joins the names to those
/// alone; `state = 'visible'` is what the wall says, too, and lets the index be used. Private notes
/// stand in none of them.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SummaryRepository extends GenericRepository<SummaryRow, Long> {
    String COLUMNS_OF =
            """
            select d.id, c.slug as community_slug, c.name as community_name, d.kind, d.title, d.language, d.tags, d.state,
                   d.posts, d.opened_by, o.handle as opener_handle, o.name as opener_name, o.profession as opener_profession,
                   d.opened_at, d.last_by, l.handle as last_handle, l.name as last_name, l.profession as last_profession,
                   d.last_at, d.pinned_at is not null as pinned, d.closed_at is not null as closed, d.progress, d.helped,
                   fresh_posts(d.posts, d.last_at, r.posts_read, r.at, r.marked, coalesce(s.at, m.since)) as fresh
            """;
    String COLUMNS =
            COLUMNS_OF
                    + """
                    from (select *
                          from discussion
                    """;
    // `offset 0` keeps each a look-up by key: how many rows a page has is not known when the query
    // is planned, and a plan for thousands of them would read the whole table of people.
    String NAMES =
            """
            ) d
            cross join lateral (select slug, name from community where id = d.community_id offset 0) c
            cross join lateral (select handle, name, profession from person where id = d.opened_by offset 0) o
            left join lateral (select handle, name, profession from person where id = d.last_by offset 0) l on true
            left join lateral (select since from access where person_id = (select viewer()) and community_id = d.community_id offset 0) m on true
            left join lateral (select at from community_seen where person_id = (select viewer()) and community_id = d.community_id offset 0) s on true
            left join lateral (
                select posts_read, at, marked
                from reading_place
                where person_id = (select viewer()) and discussion_id = d.id
                offset 0) r on true
            """;
    String LATEST =
            """
            and (last_at, id) < (:at, :id)
            order by last_at desc, id desc
            limit :limit
            """
                    + NAMES
                    + "order by d.last_at desc, d.id desc";

    // A few from each of her communities tell a time behind which nothing is wanted any more, so
    // that most give no second row, however many they have.
    String FLOOR =
            """
            with head as (
                select x.last_at
                from access a
                cross join lateral (
                    select last_at
                    from discussion
                    where community_id = a.community_id and state = 'visible' and not conversation and (last_at, id) < (:at, :id)
                    order by last_at desc, id desc
                    limit (select 2 + ceil(:limit::numeric / greatest(1, count(*)))::int
                           from access
                           where person_id = (select viewer()))) x
                where a.person_id = (select viewer())),
            floor as (
                select coalesce((select last_at from head order by last_at desc offset :limit - 1 limit 1), '-infinity') as at)
            """;
    String IN_MINE =
            """
            select x.*
            from access a
            cross join lateral (
                select *
                from discussion
                where community_id = a.community_id and state = 'visible' and not conversation and (last_at, id) < (:at, :id)
                and last_at >= (select at from floor)
                order by last_at desc, id desc
                limit :limit) x
            where a.person_id = (select viewer())
            """;
    String NEWEST =
            """
            ) y
            order by y.last_at desc, y.id desc
            limit :limit
            """
                    + NAMES
                    + "order by d.last_at desc, d.id desc";

    @Query(
            COLUMNS
                    + """
                      where community_id = :communityId and state = 'visible' and pinned_at is not null
                      and (:kind::text is null or kind = :kind)
                      and (:tag::text is null or :tag = any (tags))
                      and (:progress::text is null or (kind = 'challenge' and progress = :progress))
                      order by pinned_at desc
                      limit :limit
                    """
                    + NAMES
                    + "order by d.pinned_at desc")
    List<SummaryRow> pinned(
            long communityId,
            @Nullable String kind,
            @Nullable String tag,
            @Nullable String progress,
            int limit);

    /// Those in which a post leads to this content. A post leads to few things, and few posts to
    /// one.
    @Query(
            COLUMNS
                    + """
                      where id in (select p.discussion_id
                                   from link l
                                   join post p on p.id = l.post_id
                                   where l.target_id = :targetId and l.target_type = :type and p.state = 'visible')
                        and state = 'visible' and not conversation
                    """
                    + LATEST)
    List<SummaryRow> leadingTo(String type, long targetId, Instant at, long id, int limit);

    /// What is looked for in a community and not found yet.
    @Query(
            COLUMNS
                    + """
                      where community_id = :communityId and kind = 'request' and state = 'visible' and progress <> 'solved'
                        and closed_at is null
                    """
                    + LATEST)
    List<SummaryRow> requests(long communityId, Instant at, long id, int limit);

    @Query(
            COLUMNS
                    + """
                      where community_id = :communityId and state = 'visible' and featured_at is not null
                      order by featured_at desc
                      limit :limit
                    """
                    + NAMES
                    + "order by d.featured_at desc")
    List<SummaryRow> featured(long communityId, int limit);

    @Query(
            COLUMNS
                    + """
                      where community_id = :communityId and state = 'visible'
                      and opened_at >= :from and opened_at < :until and (opened_at, id) < (:at, :id)
                      order by opened_at desc, id desc
                      limit :limit
                    """
                    + NAMES
                    + "order by d.opened_at desc, d.id desc")
    List<SummaryRow> openedBetween(
            long communityId, Instant from, Instant until, Instant at, long id, int limit);

    @Query(
            COLUMNS
                    + """
                      where community_id = :communityId and state = 'visible' and pinned_at is null
                      and (:tag::text is null or :tag = any (tags))
                    """
                    + LATEST)
    List<SummaryRow> inCommunity(
            long communityId, @Nullable String tag, Instant at, long id, int limit);

    @Query(
            COLUMNS
                    + """
                      where community_id = :communityId and kind = :kind and state = 'visible' and pinned_at is null
                      and (:tag::text is null or :tag = any (tags))
                    """
                    + LATEST)
    List<SummaryRow> inCommunityOfKind(
            long communityId, String kind, @Nullable String tag, Instant at, long id, int limit);

    @Query(
            COLUMNS
                    + """
                      where community_id = :communityId and kind = 'challenge' and progress = :progress
                      and state = 'visible' and pinned_at is null
                      and (:tag::text is null or :tag = any (tags))
                    """
                    + LATEST)
    List<SummaryRow> inCommunityInProgress(
            long communityId,
            String progress,
            @Nullable String tag,
            Instant at,
            long id,
            int limit);

    // Of her communities, and of the public ones beside them: each found by an index of its own, so
    // that what she may not read costs nothing.
    @Query(
            FLOOR
                    + COLUMNS_OF
                    + "from (select y.* from (("
                    + IN_MINE
                    + """
                      ) union all (
                      select p.*
                      from discussion p
                      where p.state = 'visible' and p.visibility = 'public' and (p.last_at, p.id) < (:at, :id)
                      and not exists (
                          select 1 from access a where a.person_id = (select viewer()) and a.community_id = p.community_id)
                      order by p.last_at desc, p.id desc
                      limit :limit)
                    """
                    + NEWEST)
    List<SummaryRow> latest(Instant at, long id, int limit);

    @Query(
            COLUMNS
                    + """
                      where id = any (array(select tagged(:tag, :at, :id, :limit)))
                      and state = 'visible' and not conversation and :tag = any (tags)
                    """
                    + LATEST)
    List<SummaryRow> tagged(String tag, Instant at, long id, int limit);

    @Query(FLOOR + COLUMNS_OF + "from (select y.* from (" + IN_MINE + NEWEST)
    List<SummaryRow> mine(Instant at, long id, int limit);

    @Query(
            COLUMNS
                    + """
                      where opened_by = (select id from person where handle = :handle) and state = 'visible' and not conversation and (opened_at, id) < (:at, :id)
                      order by opened_at desc, id desc
                      limit :limit
                    """
                    + NAMES
                    + "order by d.opened_at desc, d.id desc")
    List<SummaryRow> byHandle(String handle, Instant at, long id, int limit);

    @Query(
            COLUMNS
                    + """
                      where opened_by = :person and state = 'visible' and not conversation and (opened_at, id) < (:at, :id)
                      order by opened_at desc, id desc
                      limit :limit
                    """
                    + NAMES
                    + "order by d.opened_at desc, d.id desc")
    List<SummaryRow> by(long person, Instant at, long id, int limit);
}
