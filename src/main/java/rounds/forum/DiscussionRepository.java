package rounds.forum;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import org.jspecify.annotations.Nullable;

import rounds.community.Conversation;
import rounds.community.Waiting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface DiscussionRepository extends GenericRepository<DiscussionRow, Long> {
    // The newest number is that of what the viewer reads: what waits for a moderator counts
    // nowhere.
    String COLUMNS =
            """
            select d.id, d.community_id, c.slug as community_slug, c.name as community_name,
                   c.purpose, c.audience, c.visibility as community_visibility, c.languages, c.members,
                   c.review_first_posts, c.review_resources, c.second_reader, c.asks_identifiers, c.members_may_invite,
                   exists (select 1 from term w where w.community_id = c.id and w.state = 'standing') as glossary,
                   c.created_at, d.kind, d.title, d.language, d.tags,
                   d.visibility, d.state, d.opened_by, o.handle, o.name, o.profession, d.opened_at, d.last_at,
                   n.number as last_number, d.posts, d.gone, d.pinned_at, d.featured_at, d.closed_at, d.closed_reason,
                   d.parted, d.revision, d.source_id, a.roles,
                   d.progress, d.helped, r.at as read_at, r.first as first_unread,
                   (select p.posted_at
                    from post p
                    where p.discussion_id = d.id and p.number < r.first and p.number > 1
                    order by p.number desc
                    limit 1) as read_up_to,
                   fresh_posts(d.posts, d.last_at, r.posts_read, r.at, r.marked, coalesce(s.at, a.since)) as fresh,
                   (select reading_order from account where person_id = (select viewer())) as reading_order,
            """;
    String ROWS =
            """
             as waiting,
                   d.conversation,
            """
                    + Conversation.OTHERS
                    + """
                     as others,
                           exists (select 1 from draft f
                                   where f.discussion_id = d.id and f.person_id = (select viewer())) as drafting
                    from discussion d
                    join community c on c.id = d.community_id
                    join person o on o.id = d.opened_by
                    left join access a on a.person_id = (select viewer()) and a.community_id = d.community_id
                    left join community_seen s on s.person_id = (select viewer()) and s.community_id = d.community_id
                    cross join lateral (
                        select case when d.last_number <= d.posts then d.last_number
                                    else coalesce((select number from post where discussion_id = d.id order by number desc limit 1), 0)
                               end as number
                        offset 0) n
                    left join lateral (
                        select posts_read, at, marked, lower(int4multirange(int4range(1, n.number + 1)) - seen) as first
                        from reading_place
                        where person_id = (select viewer()) and discussion_id = d.id) r on true
                    """;

    /// Without what waits for those who govern its community: only a page shows that.
    @Query(COLUMNS + Waiting.UNASKED + ROWS + "where d.id = :id")
    Optional<DiscussionRow> seen(long id);

    @Query(COLUMNS + Waiting.IN_COMMUNITY + ROWS + "where d.id = :id")
    Optional<DiscussionRow> shown(long id);

    /// The slug of the community where a signed-in person may ask to be let in.
    @Query(
            """
            select slug
            from listed_community_of(:id::bigint, :postId::bigint) as door (slug)
            where slug is not null
            """)
    Optional<String> door(@Nullable Long id, @Nullable Long postId);

    @Query(
            """
            select c.id, c.visibility, c.review_first_posts, a.roles
            from community c
            left join access a on a.person_id = (select viewer()) and a.community_id = c.id
            where c.slug = :slug and c.form = 'community'
            """)
    Optional<CommunityRow> community(String slug);

    @Query(
            """
            select c.id, c.visibility, c.review_first_posts, a.roles
            from community c
            left join access a on a.person_id = (select viewer()) and a.community_id = c.id
            where c.id = :id
            """)
    Optional<CommunityRow> communityById(long id);

    @Query("select id, title from discussion where id = any (:ids::bigint[])")
    List<TitleRow> titles(Long[] ids);

    /// 0 when it is no longer at that revision.
    @Query(
            """
            update discussion
            set kind = :kind, title = :title, language = :language, tags = :tags, revision = revision + 1
            where id = :id and revision = :revision
            """)
    int edit(long id, int revision, String kind, String title, String language, String[] tags);

    /// What its tags were is in no history any more. False, if it was in none; the database lets
    /// moderators alone do it.
    @Query("select forget_tags(:id)")
    boolean forgetTags(long id);

    /// Its opening words changed. Locks it, too.
    @Query("update discussion set revision = revision + 1 where id = :id")
    int raise(long id);

    @Query(
            """
            update discussion
            set closed_at = :now, closed_by = :person, closed_reason = :reason
            where id = :id and closed_at is null
            """)
    int close(long id, long person, String reason, Instant now);

    @Query(
            """
            update discussion
            set closed_at = null, closed_by = null, closed_reason = ''
            where id = :id and closed_at is not null
            """)
    int reopen(long id);

    @Query("update discussion set pinned_at = :now where id = :id and pinned_at is null")
    int pin(long id, Instant now);

    @Query("update discussion set pinned_at = null where id = :id and pinned_at is not null")
    int unpin(long id);
}
