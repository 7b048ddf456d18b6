package rounds.notifications;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.time.Instant;
import java.util.List;

/// Makes notifications, as the system's role.
@Repository("system")
@JdbcRepository(dialect = Dialect.POSTGRES)
interface WritingRepository extends GenericRepository<NotificationRow, Long> {
    String TALK =
            "n.reason in ('reply', 'mention', 'post', 'discussion', 'announcement', 'poll', 'search_found')";

    // Only for those who read where it happened, or were removed from there, and nobody of her own
    // act. What is there already was told before.
    @Query(
            """
            insert into notification (id, person_id, reason, content_type, content_id, group_id, bundle, community_id, open,
                                      actor_id, occasion, detail, at)
            select t.id, t.person_id, t.reason, :contentType, :contentId, :groupId, t.bundle, :communityId, :open,
                   t.actor_id, t.occasion, t.detail, :at
            from unnest(:ids::bigint[], :people::bigint[], :reasons::text[], :bundles::text[], :actors::bigint[],
                        :occasions::bigint[], :details::text[])
                 as t (id, person_id, reason, bundle, actor_id, occasion, detail)
            join account u on u.person_id = t.person_id and u.suspended_at is null
            where t.person_id is distinct from t.actor_id
              and (exists (select 1 from access a where a.person_id = t.person_id and a.community_id = :communityId and a.reads)
                   or t.reason = 'removed'
                   or (:open and (select c.visibility from community c where c.id = :communityId) = 'public'))
            on conflict do nothing
            """)
    int add(
            String contentType,
            long contentId,
            long groupId,
            long communityId,
            boolean open,
            Instant at,
            Long[] ids,
            Long[] people,
            String[] reasons,
            String[] bundles,
            Long[] actors,
            Long[] occasions,
            String[] details);

    /// Pages that are open learn of it by the change log.
    @Query(
            """
            insert into change_log (content_type, content_id, what)
            values (:contentType, :contentId, 'told')
            """)
    void told(String contentType, long contentId);

    /// Whom of these people one of these contents was told to, or whose memberships these are.
    @Query(
            """
            select person_id from notification where content_id = any (:contents::bigint[]) and person_id = any (:people::bigint[])
            union
            select person_id from membership where id = any (:contents::bigint[]) and person_id = any (:people::bigint[])
            """)
    List<Long> concerned(Long[] contents, Long[] people);

    /// Content that was hidden, came back or moved: what is told of it follows.
    @Query(
            "update notification n "
                    + "set gone = f.gone, community_id = f.community_id, open = f.open "
                    + "from unnest(:ids::bigint[], :gone::boolean[], :communities::bigint[], :open::boolean[]) "
                    + "as f (id, gone, community_id, open) "
                    + "where n.content_id = f.id and n.content_type = :type and "
                    + TALK
                    + " and (n.gone, n.community_id, n.open) is distinct from (f.gone, f.community_id, f.open)")
    void follow(String type, Long[] ids, Boolean[] gone, Long[] communities, Boolean[] open);

    /// What of a discussion is still unread by somebody.
    @Query(
            "select distinct n.content_id from notification n where n.group_id = :groupId and n.content_type = 'post'"
                    + " and n.read_at is null and "
                    + TALK
                    + " limit :limit")
    List<Long> unreadPostsOf(long groupId, int limit);

    @Query(
            """
            update bookmark
            set community_id = :communityId, open = :open
            where discussion_id = :discussionId and (community_id, open) is distinct from (:communityId, :open)
            """)
    void moveBookmarks(long discussionId, long communityId, boolean open);

    /// The marks of which its author has been told and that she has not read yet.
    @Query(
            """
            select occasion, reason, detail
            from notification
            where content_id = :contentId and content_type = :contentType and reason in ('mark', 'helped', 'tried') and read_at is null
            """)
    List<ToldMark> unreadMarks(String contentType, long contentId);

    /// Marks that were taken back, or say something else now, before they were read.
    @Query(
            """
            delete from notification
            where content_id = :contentId and content_type = :contentType and read_at is null
              and (occasion, reason, detail) in (select * from unnest(:by::bigint[], :reasons::text[], :details::text[]))
            """)
    void forgetMarks(
            String contentType, long contentId, Long[] by, String[] reasons, String[] details);

    /// A request or report that is decided needs nobody's attention any more.
    @Query(
            """
            update notification
            set gone = true
            where content_id = :id and content_type = :type and not gone
            """)
    void settle(String type, long id);

    /// Of what was asked of people only these still wait for a decision; what waits again is asked
    /// again.
    @Query(
            """
            update notification n
            set gone = not n.gone
            where n.content_id = :id and n.content_type = :type and n.reason in ('resource_waits', 'resource_asked', 'version_proposed', 'words_proposed', 'file_asked', 'file_found', 'case_waits', 'topic_proposed', 'topic_suggested', 'topic_offered', 'term_proposed')
              and n.gone = exists (
                  select 1
                  from unnest(:reasons::text[], :occasions::bigint[]) as f (reason, occasion)
                  where f.reason = n.reason and f.occasion = n.occasion)
            """)
    void settleAsked(String type, long id, String[] reasons, Long[] occasions);

    @Query(
            """
            delete from notification
            where ctid = any (array(select ctid from notification where at < now() - make_interval(days => :days) limit :limit))
            """)
    int prune(int days, int limit);
}
