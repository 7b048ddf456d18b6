package rounds.cases;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;

/// Stories with their past, whoever may see them.
@Repository("system")
@JdbcRepository(dialect = Dialect.POSTGRES)
interface CaseStockRepository extends GenericRepository<SectionRow, Long> {

    /// 0 when it is here already.
    @Query(
            """
            insert into case_story (id, community_id, state, written_by, named, title, language, outcome, setting, practice,
                                    conditions, tags, learning, took_part, worked_by, led, patient_view, patient_words,
                                    members_only, visibility, started_at, changed_at, published_at, worded_at, source_id)
            select :id, c.id, 'visible', :writtenBy, :named, :title, :language, :outcome, :setting, :practice,
                   :conditions, :tags, :learning, :tookPart, :workedBy, :led, :patientView, :patientWords,
                   :membersOnly, c.visibility, :at, :at, :at, :at, :sourceId
            from community c
            where c.id = :communityId
            on conflict (source_id) do nothing
            """)
    int add(
            long id,
            String sourceId,
            long communityId,
            long writtenBy,
            Instant at,
            String title,
            String language,
            @Nullable String outcome,
            @Nullable String setting,
            String practice,
            String[] conditions,
            String[] tags,
            String[] learning,
            String[] tookPart,
            String[] workedBy,
            String led,
            @Nullable String patientView,
            String patientWords,
            boolean named,
            boolean membersOnly);

    @Query(
            """
            insert into case_section (story_id, community_id, part, body, html, html_version)
            select :id, community_id, :part, :body, :html, :htmlVersion from case_story where id = :id
            """)
    int section(long id, String part, String body, String html, int htmlVersion);

    @Query(
            """
            insert into case_authority (story_id, community_id, ground, of_whom, given_on, reference, said_at)
            select :id, community_id, :ground, :ofWhom, :givenOn, :reference, :at from case_story where id = :id
            """)
    int authorise(
            long id,
            String ground,
            String ofWhom,
            @Nullable LocalDate givenOn,
            String reference,
            Instant at);

    @Query("select id from case_story where source_id = :sourceId")
    long id(String sourceId);

    @Query(
            """
            insert into case_follow_up (id, story_id, community_id, months, body, html, html_version, at)
            select :made, id, community_id, :months, :body, :html, :htmlVersion, :at from case_story where id = :id
            """)
    int follow(
            long made, long id, int months, String body, String html, int htmlVersion, Instant at);

    @Query(
            """
            with said as (
                insert into case_trial (story_id, person_id, community_id, result, setting, note, at)
                select id, :person, community_id, :result, :setting, :note, :at from case_story where id = :id
                on conflict do nothing
                returning 1),
            counted as (
                update case_story set tried = tried + (select count(*) from said) where id = :id
                returning 1)
            select count(*) from counted
            """)
    int attempt(long id, long person, String result, String setting, String note, Instant at);

    @Query(
            """
            with said as (
                insert into case_word (story_id, person_id, community_id, word, at)
                select id, :person, community_id, :word, :at from case_story where id = :id
                on conflict do nothing
                returning word),
            counted as (
                update case_story
                set thanked = thanked + (select count(*) from said where word = 'thanks'),
                    same = same + (select count(*) from said where word = 'same')
                where id = :id
                returning 1)
            select count(*) from counted
            """)
    int say(long id, long person, String word, Instant at);
}
