package rounds.notifications;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.time.Instant;
import java.util.List;

/// Whom something concerns. Read by the system's role; whether they may read it is asked when the
/// row is made.
@Repository("system")
@JdbcRepository(dialect = Dialect.POSTGRES)
interface RecipientRepository extends GenericRepository<NotificationRow, Long> {

    // Candidates are those it is addressed to and those who want to hear everything; then the most
    // specific of each one's choices decides. What she opened herself counts as chosen;
    // what was said before she began to watch is not told.
    // Whoever follows the author hears of what she signed.
    @Query(
            """
            with candidate as (
                select :opener::bigint as person_id
                union select unnest(:answers::bigint[])
                union select unnest(:mentions::bigint[])
                union select person_id from watch where level = 'every' and since <= :at and target = 'discussion' and target_id = :discussion
                union select person_id from watch where level = 'every' and since <= :at and target = 'person' and target_id = :signer
                union select person_id from watch where level = 'every' and since <= :at and target = 'tag' and target_id = :community and tag = any (:tags)
                union select person_id from watch where level = 'every' and since <= :at and target = 'community' and target_id = :community
                union select person_id from watch where level = 'every' and since <= :at and target = 'resource' and target_id = any (:about)
                union select person_id from access where community_id = :community and :addressed
            ), choice as (
                select c.person_id,
                       coalesce(
                           (select w.level from watch w where w.person_id = c.person_id and w.target = 'discussion' and w.target_id = :discussion and w.tag = ''),
                           (select w.level from watch w where w.person_id = c.person_id and w.target = 'person' and w.target_id = :signer and w.tag = ''),
                           (select w.level from watch w where w.person_id = c.person_id and w.target = 'resource' and w.target_id = any (:about) limit 1),
                           case when c.person_id = :opener then 'every' end,
                           (select w.level from watch w where w.person_id = c.person_id and w.target = 'tag' and w.target_id = :community and w.tag = any (:tags)
                             order by array_position('{every,replies,mentions,nothing}', w.level) limit 1),
                           (select w.level from watch w where w.person_id = c.person_id and w.target = 'community' and w.target_id = :community and w.tag = ''),
                           'replies') as level
                from candidate c
                where c.person_id is not null and c.person_id <> :author
            ), told as (
                select person_id,
                       case
                           when person_id = any (:mentions) and level <> 'nothing' then 'mention'
                           when person_id = any (:answers::bigint[]) and level in ('every', 'replies') then 'reply'
                           when :addressed and level in ('every', 'replies') and (select form from community where id = :community) = 'conversation'
                               then case when :opens then 'discussion' else 'post' end
                           when :addressed and :opens and level in ('every', 'replies') then 'announcement'
                           when :addressed and level in ('every', 'replies') then 'post'
                           when level = 'every' and :opens then 'discussion'
                           when level = 'every' then 'post'
                       end as reason
                from choice)
            select person_id, reason
            from told
            where reason is not null
            """)
    List<Recipient> of(
            long discussion,
            long community,
            long author,
            long signer,
            long opener,
            Long[] answers,
            Long[] mentions,
            String[] tags,
            Long[] about,
            boolean addressed,
            boolean opens,
            Instant at);

    /// Who decides whether somebody is let in.
    @Query(
            """
            select person_id, 'request' as reason
            from access
            where community_id = :community and roles && '{moderator,core_team,chair,relationship_manager}'
            """)
    List<Recipient> deciding(long community);

    /// Who had saved or followed it by then.
    @Query(
            """
            select person_id
            from bookmark
            where content_type = :type and content_id = :id and made_at <= :at
            union
            select person_id
            from watch
            where target = :type and target_id = :id and tag = '' and level = 'every' and since <= :at
            """)
    List<Long> keepers(String type, long id, Instant at);

    /// Who decides about what was reported.
    @Query(
            "select person_id, 'reported' as reason from access where community_id = :community and moderates")
    List<Recipient> moderating(long community);
}
