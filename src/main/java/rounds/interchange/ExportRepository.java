package rounds.interchange;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Everything, in steps by key, so that no transaction is long. Without a community: of the site.
@Repository("system")
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ExportRepository extends GenericRepository<Found, Long> {

    @Query("select id from community where slug = :slug and form = 'community'")
    Optional<Long> community(String slug);

    @Query(
            """
            select p.id, p.source_id, p.handle, p.name, a.email, a.admin, a.time_zone,
                   a.language, p.profession, p.organisation,
                   p.place, p.about, p.expertise, p.emr, p.languages, p.created_at
              from person p
              left join account a on a.person_id = p.id
             where p.id > :after
               and (cast(:community as bigint) is null
                    or p.id in (select m.person_id from membership m where m.community_id = :community
                                union select c.created_by from community c where c.id = :community
                                union select d.opened_by from discussion d where d.community_id = :community
                                union select d.closed_by from discussion d where d.community_id = :community
                                union select x.author_id from post x where x.community_id = :community
                                union select r.shared_by from resource r where r.community_id = :community
                                union select v.made_by from resource_version v where v.community_id = :community
                                union select u.person_id from resource_practice u join resource r on r.id = u.resource_id where r.community_id = :community
                                union select s.signed_by from case_story s where s.community_id = :community and s.state in ('visible', 'hidden', 'queued')
                                union select t.person_id from case_trial t where t.community_id = :community
                                union select w.proposed_by from term w where w.community_id = :community and w.state = 'standing'
                                union select o.proposed_by from topic o where o.community_id = :community and o.state <> 'withdrawn'
                                union select o.owner_id from topic o where o.community_id = :community and o.state <> 'withdrawn'
                                union select y.written_by from topic_summary y where y.community_id = :community
                                union select y.suggested_by from topic_summary y where y.community_id = :community
                                union select u.person_id from topic_curator u where u.community_id = :community
                                union select u.person_id from topic_vote u where u.community_id = :community
                                union select unnest(array[u.made_by, u.decided_by]) from topic_suggestion u where u.community_id = :community and u.state <> 'withdrawn'
                                union select u.added_by from topic_entry u where u.community_id = :community
                                union select unnest(array[u.asked_by, u.closed_by]) from topic_question u where u.community_id = :community
                                union select unnest(array[u.put_by, u.closed_by]) from topic_agreement u where u.community_id = :community
                                union select u.person_id from topic_stance u where u.community_id = :community
                                union select u.person_id from topic_practice u where u.community_id = :community
                                union select u.added_by from start_entry u where u.community_id = :community))
             order by p.id
             limit :limit
            """)
    List<Exported.PersonRow> people(@Nullable Long community, long after, int limit);

    @Query(
            """
            select c.id, c.source_id, c.slug, c.name, c.purpose, c.audience, c.visibility, c.languages,
                   p.id as founder_id, p.source_id as founder_source_id, c.review_first_posts,
                   c.members_may_invite, c.form, c.created_at
              from community c
              left join person p on p.id = c.created_by
             where c.id > :after
               and (c.form = 'community' or :own)
               and (cast(:community as bigint) is null or c.id = :community)
             order by c.id
             limit :limit
            """)
    List<Exported.CommunityRow> communities(
            @Nullable Long community, boolean own, long after, int limit);

    @Query(
            """
            select c.id as community_id, c.source_id as community_source_id, p.id as person_id,
                   p.source_id as person_source_id, array_agg(m.role order by m.role) as roles,
                   m.from_at, m.until_at
              from membership m
              join community c on c.id = m.community_id
              join person p on p.id = m.person_id
             where m.community_id = :community
               and m.person_id in (
                   select n.person_id
                     from membership n
                    where n.community_id = :community
                      and n.person_id > :after
                    group by n.person_id
                    order by n.person_id
                    limit :limit)
             group by c.id, p.id, m.from_at, m.until_at
             order by p.id, m.from_at, m.until_at
            """)
    List<Exported.MembershipRow> memberships(long community, long after, int limit);

    @Query(
            """
            select d.id, d.source_id, c.id as community_id, c.source_id as community_source_id,
                   p.id as author_id, p.source_id as author_source_id, d.kind, d.title, d.tags, d.language,
                   d.visibility, d.opened_at, d.pinned_at, d.closed_at, q.id as closer_id,
                   q.source_id as closer_source_id, d.closed_reason, d.featured_at, d.progress,
                   case when d.posts = 0 and d.state = 'deleted'
                             and exists (select 1 from moved_post m where m.discussion_id = d.id and m.number = 1)
                        then d.last_number else 0 end as emptied
              from discussion d
              join community c on c.id = d.community_id
              join person p on p.id = d.opened_by
              left join person q on q.id = d.closed_by
             where (d.opened_at, d.id) > (:time, :after)
               and (not d.conversation or :own)
               and (cast(:community as bigint) is null or d.community_id = :community)
             order by d.opened_at, d.id
             limit :limit
            """)
    List<Exported.DiscussionRow> discussions(
            @Nullable Long community, boolean own, Instant time, long after, int limit);

    @Query(
            """
            select x.id, x.source_id, x.number, d.id as discussion_id, d.source_id as discussion_source_id,
                   p.id as author_id, p.source_id as author_source_id, y.id as parent_id,
                   y.source_id as parent_source_id, x.body, x.language, x.visibility, x.state,
                   x.gone_reason, x.posted_at, x.edited_at
              from post x
              join discussion d on d.id = x.discussion_id
              join person p on p.id = x.author_id
              left join post y on y.id = x.parent_id
             where x.discussion_id = :discussion
               and x.number > :after
             order by x.number
             limit :limit
            """)
    List<Exported.PostRow> posts(long discussion, int after, int limit);

    // Where a picture stands in nothing that is given out, it stays.
    @Query(
            """
            select i.id, s.type, s.hash, s.bytes, i.made_at, x.posts
              from image i
              join lateral (
                   select z.type, z.hash, z.bytes from image_size z where z.image_id = i.id order by z.width desc limit 1) s on true
              join lateral (
                   select array_agg(coalesce(p.source_id, id_text(p.id)) order by p.posted_at, p.id) as posts
                     from image_in_post n
                     join post p on p.id = n.post_id
                     join community c on c.id = n.community_id
                    where n.image_id = i.id
                      and p.state <> 'deleted'
                      and (c.form = 'community' or :own)
                      and (cast(:community as bigint) is null or c.id = :community)) x on x.posts is not null
             where i.id > :after
             order by i.id
             limit :limit
            """)
    List<Exported.ImageRow> images(@Nullable Long community, boolean own, long after, int limit);

    // Drafts, and what was taken back, go nowhere; who wrote one that is not signed goes only with
    // what is people's own.
    @Query(
            """
            select s.id, s.source_id, c.id as community_id, c.source_id as community_source_id, p.id as author_id,
                   p.source_id as author_source_id, s.title, s.language, s.outcome, s.setting, s.practice, s.conditions,
                   s.tags, s.learning, s.took_part, s.worked_by, s.led, s.patient_view, s.patient_words, s.named,
                   s.members_only, s.visibility, s.state, s.started_at, s.changed_at, s.published_at,
                   array(select t.part from case_section t where t.story_id = s.id order by t.part) as parts,
                   array(select t.body from case_section t where t.story_id = s.id order by t.part) as bodies,
                   array(select f.months::bigint from case_follow_up f where f.story_id = s.id order by f.at, f.id) as months,
                   array(select f.body from case_follow_up f where f.story_id = s.id order by f.at, f.id) as later,
                   array(select (extract(epoch from f.at) * 1000)::bigint
                           from case_follow_up f where f.story_id = s.id order by f.at, f.id) as later_at
              from case_story s
              join community c on c.id = s.community_id
              join person p on p.id = s.written_by
             where s.id > :after
               and s.state in ('visible', 'hidden', 'queued')
               and (s.named or :own)
               and (cast(:community as bigint) is null or c.id = :community)
             order by s.id
             limit :limit
            """)
    List<ExportedStory.StoryRow> stories(
            @Nullable Long community, boolean own, long after, int limit);

    @Query(
            """
            select s.id as story_id, s.source_id as story_source_id, r.ground, r.of_whom, r.given_on, r.reference, r.said_at
              from case_authority r
              join case_story s on s.id = r.story_id
             where r.story_id > :after
               and s.state in ('visible', 'hidden', 'queued')
             order by r.story_id
             limit :limit
            """)
    List<ExportedStory.RightRow> rights(long after, int limit);

    // Who gave a quiet word is her own.
    @Query(
            """
            select s.id as story_id, s.source_id as story_source_id, p.id as person_id, p.source_id as person_source_id,
                   a.word, a.result, a.setting, a.note, a.at
              from (select story_id, person_id, community_id, '' as word, result, setting, note, at from case_trial
                    union all
                    select story_id, person_id, community_id, word, '', '', '', at from case_word where :own) a
              join case_story s on s.id = a.story_id
              join person p on p.id = a.person_id
             where (a.story_id, a.person_id, a.word) > (:story, :person, :word)
               and s.state in ('visible', 'hidden', 'queued')
               and (s.named or :own)
               and (cast(:community as bigint) is null or a.community_id = :community)
             order by a.story_id, a.person_id, a.word
             limit :limit
            """)
    List<ExportedStory.AnswerRow> answers(
            @Nullable Long community, boolean own, long story, long person, String word, int limit);
}
