package rounds.interchange;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.util.List;

/// Writes case stories as the system's role. The counters of what others say of them are counted
/// with the rows.
@Repository("system")
@JdbcRepository(dialect = Dialect.POSTGRES)
interface StoryRepository extends GenericRepository<Found, Long> {

    @Query(
            """
            select id, source_id
              from case_story
             where source_id = any(:keys::text[])
                or id = any(:ids::bigint[])
            """)
    List<Found> find(String[] keys, Long[] ids);

    @Query(
            """
            insert into case_story (
                   id, community_id, state, written_by, named, title, language, outcome, setting, practice,
                   conditions, tags, learning, took_part, worked_by, led, patient_view, patient_words,
                   members_only, visibility, started_at, changed_at, published_at, revision, worded_at, source_id)
            select id, community_id, state, written_by, named, title, language, outcome, setting,
                   coalesce(practice, ''), coalesce(conditions, '{}'), coalesce(tags, '{}'), learning,
                   coalesce(took_part, '{}'), coalesce(worked_by, '{}'), coalesce(led, ''), patient_view,
                   coalesce(patient_words, ''), members_only,
                   case when members_only then 'private' else visibility end, started_at, changed_at,
                   case when state = 'queued' then null else published_at end, 1, changed_at, source_id
              from json_to_recordset(:rows::json) as r (
                   id bigint, community_id bigint, state text, written_by bigint, named boolean, title text,
                   language text, outcome text, setting text, practice text, conditions text[], tags text[],
                   learning text[], took_part text[], worked_by text[], led text, patient_view text,
                   patient_words text, members_only boolean, visibility text, started_at timestamptz,
                   changed_at timestamptz, published_at timestamptz, source_id text)
            """)
    void insert(String rows);

    @Query(
            """
            insert into case_section (story_id, community_id, part, body, html, html_version)
            select story_id, community_id, part, body, coalesce(html, ''), html_version
              from json_to_recordset(:rows::json) as r (
                   story_id bigint, community_id bigint, part text, body text, html text, html_version int)
             where part <> ''
            """)
    void insertParts(String rows);

    @Query(
            """
            insert into case_follow_up (id, story_id, community_id, months, body, html, html_version, at)
            select id, story_id, community_id, months, body, coalesce(html, ''), html_version, at
              from json_to_recordset(:rows::json) as r (
                   id bigint, story_id bigint, community_id bigint, part text, months int, body text,
                   html text, html_version int, at timestamptz)
             where coalesce(part, '') = ''
            """)
    void insertFollowUps(String rows);

    @Query(
            """
            insert into case_authority (story_id, community_id, ground, of_whom, given_on, reference, said_at)
            select r.story_id, s.community_id, r.ground, coalesce(r.of_whom, ''), r.given_on, coalesce(r.reference, ''), r.at
              from json_to_recordset(:rows::json) as r (
                   story_id bigint, ground text, of_whom text, given_on date, reference text, at timestamptz)
              join case_story s on s.id = r.story_id
            on conflict do nothing
            """)
    int insertRights(String rows);

    /// How many are new.
    @Query(
            """
            with added as (
                insert into case_trial (story_id, person_id, community_id, result, setting, note, at)
                select r.story_id, r.person_id, s.community_id, r.result, r.setting, coalesce(r.note, ''), r.at
                  from json_to_recordset(:rows::json) as r (
                       story_id bigint, person_id bigint, word text, result text, setting text, note text,
                       at timestamptz)
                  join case_story s on s.id = r.story_id
                 where r.word is null
                on conflict do nothing
                returning story_id),
            counted as (
                update case_story s
                   set tried = s.tried + a.n
                  from (select story_id, count(*) as n from added group by story_id) a
                 where s.id = a.story_id
                returning 1)
            select (select count(*) from added) + 0 * (select count(*) from counted)
            """)
    int insertTrials(String rows);

    @Query(
            """
            with added as (
                insert into case_word (story_id, person_id, community_id, word, at)
                select r.story_id, r.person_id, s.community_id, r.word, r.at
                  from json_to_recordset(:rows::json) as r (
                       story_id bigint, person_id bigint, word text, at timestamptz)
                  join case_story s on s.id = r.story_id
                 where r.word is not null
                on conflict do nothing
                returning story_id, word),
            counted as (
                update case_story s
                   set thanked = s.thanked + a.thanks, same = s.same + a.same
                  from (select story_id, count(*) filter (where word = 'thanks') as thanks,
                               count(*) filter (where word = 'same') as same
                          from added
                         group by story_id) a
                 where s.id = a.story_id
                returning 1)
            select (select count(*) from added) + 0 * (select count(*) from counted)
            """)
    int insertWords(String rows);
}
