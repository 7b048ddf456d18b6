package rounds.interchange;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.util.List;
import java.util.Optional;

/// What people leave behind in communities that stay when they are removed: given to one person who
/// stands for all of them, since others have answered it.
@Repository("system")
@JdbcRepository(dialect = Dialect.POSTGRES)
interface TraceRepository extends GenericRepository<Found, Long> {

    @Query("select id from post where author_id = any(:people::bigint[]) and number > 1")
    List<Long> posts(Long[] people);

    @Query(
            """
            select id
              from discussion
             where opened_by = any(:people::bigint[])
            union
            select discussion_id
              from post
             where author_id = any(:people::bigint[])
               and number = 1
            """)
    List<Long> discussions(Long[] people);

    @Query("select id from resource where shared_by = any(:people::bigint[])")
    List<Long> resources(Long[] people);

    /// That they wrote, read for others, tried or gave a word to.
    @Query(
            """
            select id from case_story where written_by = any(:people::bigint[])
            union
            select story_id from case_review where reader_id = any(:people::bigint[])
            union
            select story_id from case_trial where person_id = any(:people::bigint[])
            union
            select story_id from case_word where person_id = any(:people::bigint[])
            """)
    List<Long> stories(Long[] people);

    @Query(
            """
            select exists (select 1 from post where author_id = any(:people::bigint[]))
                or exists (select 1 from discussion where :people::bigint[] && array[opened_by, last_by, closed_by])
                or exists (select 1 from post_revision where written_by = any(:people::bigint[]))
                or exists (select 1 from report where decided_by = any(:people::bigint[]))
                or exists (select 1 from helped where marked_by = any(:people::bigint[]))
                or exists (select 1 from community_log where :people::bigint[] && array[actor_id, person_id])
                or exists (select 1 from resource where shared_by = any(:people::bigint[]))
                or exists (select 1 from resource_version where :people::bigint[] && array[made_by, decided_by])
                or exists (select 1 from case_story where written_by = any(:people::bigint[]))
                or exists (select 1 from case_review where reader_id = any(:people::bigint[]))
                or exists (select 1 from topic where proposed_by = any(:people::bigint[]))
                or exists (select 1 from topic_summary where written_by = any(:people::bigint[]))
                or exists (select 1 from topic_suggestion where made_by = any(:people::bigint[]))
                or exists (select 1 from topic_entry where added_by = any(:people::bigint[]))
                or exists (select 1 from topic_question where asked_by = any(:people::bigint[]))
                or exists (select 1 from topic_agreement where put_by = any(:people::bigint[]))
                or exists (select 1 from topic_guest where offered_by = any(:people::bigint[]))
                or exists (select 1 from term where proposed_by = any(:people::bigint[]))
                or exists (select 1 from term_revision where replaced_by = any(:people::bigint[]))
                or exists (select 1 from start_entry where added_by = any(:people::bigint[]))
            """)
    boolean areLeftBy(Long[] people);

    @Query("select id from person where source_id = :source")
    Optional<Long> standIn(String source);

    @Query(
            """
            insert into person (id, handle, handle_shape, name, source_id)
            values (:id, :handle, :shape, :name, :source)
            """)
    void insertStandIn(long id, String handle, String shape, String name, String source);

    @Query(
            "update post set author_id = :standIn, revision = revision + 1 where author_id = any(:people::bigint[])")
    void givePosts(Long[] people, long standIn);

    @Query(
            """
            update discussion
               set opened_by = case when opened_by = any(:people::bigint[]) then :standIn else opened_by end,
                   last_by = case when last_by = any(:people::bigint[]) then :standIn else last_by end,
                   closed_by = case when closed_by = any(:people::bigint[]) then :standIn else closed_by end,
                   revision = revision + 1
             where opened_by = any(:people::bigint[])
                or last_by = any(:people::bigint[])
                or closed_by = any(:people::bigint[])
            """)
    void giveDiscussions(Long[] people, long standIn);

    @Query(
            "update post_revision set written_by = :standIn where written_by = any(:people::bigint[])")
    void giveRevisions(Long[] people, long standIn);

    @Query("update helped set marked_by = :standIn where marked_by = any(:people::bigint[])")
    void giveMarks(Long[] people, long standIn);

    // Before the people, so that those who wrote the posts are not told a number that nobody stands
    // for.
    @Query("delete from reaction where person_id = any(:people::bigint[]) returning post_id")
    List<Long> removeReactions(Long[] people);

    @Query("delete from report where reporter_id = any(:people::bigint[])")
    void removeReports(Long[] people);

    @Query("update report set decided_by = :standIn where decided_by = any(:people::bigint[])")
    void giveDecisions(Long[] people, long standIn);

    @Query(
            """
            update community_log
               set actor_id = case when actor_id = any(:people::bigint[]) then :standIn else actor_id end,
                   person_id = case when person_id = any(:people::bigint[]) then :standIn else person_id end
             where actor_id = any(:people::bigint[])
                or person_id = any(:people::bigint[])
            """)
    void giveLog(Long[] people, long standIn);

    @Query(
            "update resource set shared_by = :standIn, revision = revision + 1 where shared_by = any(:people::bigint[])")
    void giveResources(Long[] people, long standIn);

    @Query(
            """
            update resource_version
               set made_by = case when made_by = any(:people::bigint[]) then :standIn else made_by end,
                   decided_by = case when decided_by = any(:people::bigint[]) then :standIn else decided_by end
             where made_by = any(:people::bigint[])
                or decided_by = any(:people::bigint[])
            """)
    void giveVersions(Long[] people, long standIn);

    // Before the people: with them it goes that they have read, and nobody would count them out.
    @Query(
            """
            update resource r
               set readers = r.readers - u.readers,
                   downloads = r.downloads - u.downloads
              from (select resource_id, count(*) as readers, count(taken_at) as downloads
                      from resource_use
                     where person_id = any(:people::bigint[])
                     group by resource_id) u
             where r.id = u.resource_id
            """)
    void countOut(Long[] people);

    // What they had begun to change in their stories and nobody has read goes with them.
    @Query(
            """
            with begun as (
                delete from case_edit e
                 using case_story s
                 where s.id = e.story_id and s.written_by = any(:people::bigint[])),
            told as (
                update case_story
                   set written_by = :standIn, revision = revision + 1
                 where written_by = any(:people::bigint[])
                returning 1),
            looked as (
                update case_review
                   set reader_id = :standIn
                 where reader_id = any(:people::bigint[])
                returning 1)
            select (select count(*) from told) + (select count(*) from looked)
            """)
    long giveStories(Long[] people, long standIn);

    // The same of what they tried after others, and of their quiet words.
    @Query(
            """
            with out as (
                update case_story s
                   set tried = s.tried - (select count(*) from case_trial t
                                           where t.story_id = s.id and t.person_id = any(:people::bigint[])),
                       thanked = s.thanked - (select count(*) from case_word w
                                               where w.story_id = s.id and w.word = 'thanks' and w.person_id = any(:people::bigint[])),
                       same = s.same - (select count(*) from case_word w
                                         where w.story_id = s.id and w.word = 'same' and w.person_id = any(:people::bigint[]))
                 where s.id = any(:stories::bigint[])
                returning 1)
            select count(*) from out
            """)
    long countOutStories(Long[] stories, Long[] people);

    /// Around which they left something.
    @Query(
            """
            select id from topic where proposed_by = any(:people::bigint[])
            union
            select topic_id from topic_summary where written_by = any(:people::bigint[])
            union
            select topic_id from topic_question where asked_by = any(:people::bigint[])
            union
            select topic_id from topic_agreement where put_by = any(:people::bigint[])
            union
            select topic_id from topic_practice where person_id = any(:people::bigint[])
            """)
    List<Long> topics(Long[] people);

    @Query(
            """
            with proposed as (
                update topic set proposed_by = :standIn, revision = revision + 1 where proposed_by = any(:people::bigint[]) returning 1),
            written as (
                update topic_summary set written_by = :standIn where written_by = any(:people::bigint[]) returning 1),
            suggested as (
                update topic_suggestion set made_by = :standIn where made_by = any(:people::bigint[]) returning 1),
            shelved as (
                update topic_entry set added_by = :standIn where added_by = any(:people::bigint[]) returning 1),
            asked as (
                update topic_question set asked_by = :standIn where asked_by = any(:people::bigint[]) returning 1),
            put as (
                update topic_agreement set put_by = :standIn where put_by = any(:people::bigint[]) returning 1),
            offered as (
                update topic_guest set offered_by = :standIn where offered_by = any(:people::bigint[]) returning 1)
            select (select count(*) from proposed) + (select count(*) from written)
            """)
    long giveTopics(Long[] people, long standIn);

    @Query(
            """
            with proposed as (
                update term set proposed_by = :standIn where proposed_by = any(:people::bigint[]) returning 1),
            changed as (
                update term_revision set replaced_by = :standIn where replaced_by = any(:people::bigint[]) returning 1),
            first as (
                update start_entry set added_by = :standIn where added_by = any(:people::bigint[]) returning 1)
            select (select count(*) from proposed) + (select count(*) from first)
            """)
    long giveTerms(Long[] people, long standIn);

    // Before the people: with them it goes what they thought and used, and nobody would count them
    // out.
    @Query(
            """
            with used as (
                update topic t
                   set practised = t.practised - u.people
                  from (select topic_id, count(*) as people
                          from topic_practice
                         where person_id = any(:people::bigint[])
                         group by topic_id) u
                 where t.id = u.topic_id
                returning 1),
            thought as (
                update topic_agreement g
                   set agreed = g.agreed - n.agreed, concerned = g.concerned - n.concerned, objected = g.objected - n.objected,
                       abstained = g.abstained - n.abstained
                  from (select agreement_id, count(*) filter (where stance = 'agree') as agreed,
                               count(*) filter (where stance = 'concern') as concerned,
                               count(*) filter (where stance = 'object') as objected,
                               count(*) filter (where stance = 'abstain') as abstained
                          from topic_stance
                         where person_id = any(:people::bigint[])
                         group by agreement_id) n
                 where g.id = n.agreement_id
                returning 1)
            select (select count(*) from used) + (select count(*) from thought)
            """)
    long countOutTopics(Long[] people);

    // The same of what they used in practice.
    @Query(
            """
            update resource r
               set practised = r.practised - u.people
              from (select resource_id, count(*) as people
                      from resource_practice
                     where person_id = any(:people::bigint[])
                     group by resource_id) u
             where r.id = u.resource_id
            """)
    void countOutUse(Long[] people);

    // Before the people: with them their access would go first, and nobody would count them out.
    @Query("delete from membership where person_id = any(:people::bigint[])")
    void removeMemberships(Long[] people);

    @Query("delete from person where id = any(:people::bigint[])")
    void removePeople(Long[] people);
}
