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

    @Query(
            """
            with told as (
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
