package rounds.interchange;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.util.List;
import java.util.Optional;

@Repository("system")
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SampleRepository extends GenericRepository<Found, Long> {

    /// Whether somebody is here who is not of the sample.
    @Query(
            "select exists (select 1 from person where source_id is null or source_id not like 'sample:%')")
    boolean isInUse();

    @Query(
            """
            update account
               set sample = true
             where person_id in (select id from person where source_id like 'sample:%')
               and not sample
            """)
    void markPeople();

    @Query("update community set sample = true where source_id like 'sample:%' and not sample")
    void markCommunities();

    /// Those whom the announcement names, administrators first, then those with something to do.
    @Query(
            """
            select a.email, p.name, p.profession, a.admin, coalesce(r.roles, '') as roles
              from account a
              join person p on p.id = a.person_id
              left join lateral (
                   select string_agg(m.role || ' of ' || c.name, ', ' order by c.created_at) as roles
                     from membership m
                     join community c on c.id = m.community_id
                    where m.person_id = p.id
                      and m.until_at is null
                      and m.role in ('chair', 'moderator')) r on true
             where a.sample
             order by a.admin desc, r.roles is null, p.created_at, p.id
            """)
    List<Somebody> people();

    @Query("select id from community where sample order by id")
    List<Long> communities();

    @Query("select id from discussion where community_id = :community order by id limit :limit")
    List<Long> discussions(long community, int limit);

    @Query("select id from post where discussion_id = any(:discussions::bigint[]) and number > 1")
    List<Long> answers(Long[] discussions);

    @Query("delete from discussion where id = any(:discussions::bigint[])")
    long removeDiscussions(Long[] discussions);

    @Query("delete from community where id = :community")
    void removeCommunity(long community);

    @Query(
            """
            select p.id
              from post p
             where p.source_id like 'sample:%'
               and p.body like :address
               and not exists (select 1 from image_in_post i where i.post_id = p.id)
             limit 1
            """)
    Optional<Long> postThatShows(String address);

    @Query(
            """
            select id, source_id from person where source_id like 'sample:%'
            union all
            select id, source_id from community where source_id like 'sample:%'
            """)
    List<Found> peopleAndCommunities();

    @Query("select id from resource where community_id = :community order by id limit :limit")
    List<Long> resources(long community, int limit);

    @Query("delete from resource where id = any(:resources::bigint[])")
    long removeResources(Long[] resources);

    @Query("select id from case_story where community_id = :community order by id limit :limit")
    List<Long> stories(long community, int limit);

    @Query("delete from case_story where id = any(:stories::bigint[])")
    long removeStories(Long[] stories);

    @Query("select id from topic where community_id = :community order by id limit :limit")
    List<Long> topics(long community, int limit);

    @Query("delete from topic where id = any(:topics::bigint[])")
    long removeTopics(Long[] topics);

    @Query("select id from term where community_id = :community order by id limit :limit")
    List<Long> terms(long community, int limit);

    @Query("delete from term where id = any(:terms::bigint[])")
    long removeTerms(Long[] terms);

    @Query("select person_id from account where sample")
    List<Long> personIds();

    @Introspected
    record Somebody(String email, String name, String profession, boolean admin, String roles) {}
}
