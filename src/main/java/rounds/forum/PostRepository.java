package rounds.forum;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Posts one by one; [PostPages] reads them by the page.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostRepository extends GenericRepository<PostRow, Long> {
    // Asked only of what is gone, which hardly any page holds.
    String WORDS =
            """
            case when p.state in ('hidden', 'deleted')
                 then words_about(case p.number when 1 then p.discussion_id else p.id end) end as words,
            """;
    String SEEN =
            """
            select p.id, p.discussion_id, p.number, p.parent_id, p.parent_number, b.name as parent_name, p.path, p.depth,
                   p.author_id, a.handle, a.name, a.profession, p.html, p.html_version, p.body, p.language, p.state,
                   p.gone_reason, p.posted_at, p.edited_at, p.revision, p.source_id,
                   array[p.helpful, p.same, p.same_places, p.thanks, p.worked, p.partly, p.not_worked] as counts,
                   p.helped, p.first_here and p.posted_at > now() - interval '30 days' as first_here,
                   (select string_agg(case r.kind when 'tried' then 'tried:' || r.outcome else r.kind end, ' ')
                    from reaction r
                    where r.post_id = p.id and r.person_id = (select viewer())) as own,
            """
                    + WORDS
                    + """
                           false as fresh, p.linked, p.polled
                    from post p
                    join person a on a.id = p.author_id
                    left join post q on q.id = p.parent_id
                    left join person b on b.id = q.author_id
                    """;

    String MADE =
            """
            select p.discussion_id, d.title, p.id as post_id, p.number, p.state = 'queued' as waits
            from post p
            join discussion d on d.id = p.discussion_id
            """;

    @Query(SEEN + "where p.id = :id")
    Optional<PostRow> seen(long id);

    @Query(SEEN + "where p.discussion_id = :discussionId and p.number = 1")
    Optional<PostRow> opening(long discussionId);

    @Query(SEEN + "where p.discussion_id = any (:discussionIds::bigint[]) and p.number = 1")
    List<PostRow> openings(Long[] discussionIds);

    /// What the same form made before.
    @Query(MADE + "where p.id = :id")
    Optional<MadeRow> made(long id);

    @Query(MADE + "where p.discussion_id = :discussionId and p.number = 1")
    Optional<MadeRow> openingMade(long discussionId);

    // With who writes there, so that her post can be shown without being read again.
    @Query(
            """
            select p.number, p.parent_id, p.parent_number, p.path, p.depth, p.visibility, p.state, p.closed, p.answerable,
                   a.handle, a.name, a.profession
            from place_post(:discussionId, :answers::bigint, :waits, :now) p
            join person a on a.id = (select viewer())
            """)
    Optional<PlaceRow> place(long discussionId, @Nullable Long answers, boolean waits, Instant now);

    /// Whether others have answered since that number, in posts that the viewer may read.
    @Query(
            """
            select exists (
                select 1
                from post
                where discussion_id = :discussionId and number > :seen and author_id <> :author
                and state = 'visible')
            """)
    boolean othersAnswered(long discussionId, int seen, long author);

    @Query(SEEN + "where p.id = any (:ids::bigint[])")
    List<PostRow> seenAll(Long[] ids);

    @Query(
            SEEN
                    + """
                    where p.discussion_id = :discussionId and p.number = any (:numbers::int[])
                    order by p.number
                    """)
    List<PostRow> seenNumbers(long discussionId, Integer[] numbers);

    /// Those that stand on the desk by their state alone, not by a report that waits; the oldest
    /// first.
    @Query(
            SEEN
                    + """
                      where p.community_id = :communityId and p.state = :state and p.state <> 'visible'
                      and not exists (select 1 from report r where r.post_id = p.id and r.decided_at is null)
                      and (p.posted_at, p.id) > (:at, :id)
                      order by p.posted_at, p.id
                      limit :limit
                    """)
    List<PostRow> inState(long communityId, String state, Instant at, long id, int limit);

    /// How many posts of hers a community's readers can read, counted up to `enough`.
    @Query(
            """
            select count(*)
            from (select 1
                  from post
                  where author_id = :author and community_id = :communityId and state = 'visible'
                  limit :enough) seen
            """)
    int readable(long author, long communityId, int enough);

    /// Keeps what it said and writes the new words; 0 when it is no longer at that revision.
    @Query(
            """
            with old as (
                select id, revision, community_id, body, html, html_version, author_id,
                       coalesce(edited_at, posted_at) as written_at, state
                from post
                where id = :id and revision = :revision
                for no key update),
            kept as (
                insert into post_revision (post_id, revision, community_id, title, tags, body, html, html_version,
                                           written_by, written_at, sealed)
                select id, revision, community_id, :oldTitle::text, :oldTags::text[], body, html, html_version,
                       author_id, written_at, state = 'hidden'
                from old)
            update post
            set body = :body, html = :html, html_version = :htmlVersion, language = :language,
                edited_at = :now, revision = post.revision + 1
            from old
            where post.id = old.id
            """)
    int edit(
            long id,
            int revision,
            @Nullable String oldTitle,
            String @Nullable [] oldTags,
            String body,
            String html,
            int htmlVersion,
            String language,
            Instant now);

    /// What its author took out while the post is hidden must not come back with the post.
    @Query("update post_revision set sealed = true where post_id = :id and not sealed")
    void seal(long id);

    /// False when somebody else was quicker, or the viewer may not.
    @Query("select move_post(:id, :from, :to, :why, :asModerator, :now)")
    boolean move(long id, String from, String to, String why, boolean asModerator, Instant now);
}
