package rounds.cases;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// What came after stories were read, through the wall.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AftermathRepository extends GenericRepository<FollowUpRow, Long> {

    @Query(
            """
            select id, months, body, html, html_version, at
            from case_follow_up
            where story_id = :story
            order by at, id
            """)
    List<FollowUpRow> followUps(long story);

    /// 0 when there are as many as there may be.
    @Query(
            """
            insert into case_follow_up (id, story_id, community_id, months, body, html, html_version, at)
            select :id, s.id, s.community_id, :months, :body, :html, :htmlVersion, :now
            from case_story s
            where s.id = :story and (select count(*) from case_follow_up f where f.story_id = s.id) < :most
            """)
    int follow(
            long id,
            long story,
            int months,
            String body,
            String html,
            int htmlVersion,
            int most,
            Instant now);

    /// The story that it stood in; null where the viewer may not take it out.
    @Query("select strike_follow_up(:id, :now)")
    @Nullable Long strike(long id, Instant now);

    /// Says that something was said in a story that is read.
    @Query(
            "update case_story set changed_at = :now, revision = revision + 1 where id = :story and state = 'visible'")
    int touch(long story, Instant now);

    @Query(
            """
            select t.setting, count(*) filter (where t.result = 'worked') as worked,
                   count(*) filter (where t.result = 'partly') as partly, count(*) filter (where t.result = 'not') as failed
            from case_trial t
            where t.story_id = :story
            group by t.setting
            order by count(*) desc, t.setting
            """)
    List<Tally> tallies(long story);

    @Query(
            """
            select t.person_id, p.handle, p.name, p.profession, t.result, t.setting, t.note, t.at
            from case_trial t
            join person p on p.id = t.person_id
            where t.story_id = :story
            order by t.at desc, t.person_id desc
            limit :limit
            """)
    List<TrialRow> trials(long story, int limit);

    @Query(
            """
            select t.person_id, p.handle, p.name, p.profession, t.result, t.setting, t.note, t.at
            from case_trial t
            join person p on p.id = t.person_id
            where t.story_id = :story and t.person_id = (select viewer())
            """)
    List<TrialRow> mine(long story);

    @Query("select word from case_word where story_id = :story")
    List<String> words(long story);

    @Query("select try_case(:story, :result, :setting, :note, :now)")
    boolean attempt(long story, String result, String setting, String note, Instant now);

    @Query("select try_case_no_more(:story)")
    boolean attemptNoMore(long story);

    @Query("select say_of_case(:story, :word, :given, :now)")
    boolean say(long story, String word, boolean given, Instant now);
}
