package rounds.interchange;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.util.List;

/// Writes focus topics and what stands around them as the system's role. Each statement takes rows
/// as one JSON value, adds what is new, and says how many, or which, that were. Who voted and to
/// whom a topic is shown is counted by triggers.
@Repository("system")
@JdbcRepository(dialect = Dialect.POSTGRES)
interface TopicalRepository extends GenericRepository<Found, Long> {

    @Query(
            """
            select id, source_id
              from topic
             where source_id = any(:keys::text[])
                or id = any(:ids::bigint[])
            """)
    List<Found> find(String[] keys, Long[] ids);

    @Query(
            """
            select id, source_id
              from resource
             where (source_id = any(:keys::text[]) or id = any(:ids::bigint[]))
               and state <> 'deleted'
            """)
    List<Found> resources(String[] keys, Long[] ids);

    @Query(
            "select id, topic_id, number from topic_agreement where topic_id = any(:topics::bigint[])")
    List<Put> agreements(Long[] topics);

    /// A statement by its number in its topic.
    @Introspected
    record Put(long id, long topicId, int number) {}

    /// With its standing summary: what is published has one at every moment.
    @Query(
            """
            with made as (
                insert into topic (
                       id, community_id, state, title, question, why, objectives, tags, language, starts_on, ends_on, owner_id,
                       review_on, proposed_by, proposed_at, opened_at, published_at, changed_at, visibility, summary, result_id,
                       ended, source_id)
                select r.id, r.community_id, r.state, r.title, r.question, coalesce(r.why, ''), coalesce(r.objectives, '{}'),
                       coalesce(r.tags, '{}'), coalesce(r.language, c.languages[1]), r.starts_on, r.ends_on, r.owner_id,
                       r.review_on, r.proposed_by, r.proposed_at, r.opened_at, r.published_at, r.changed_at,
                       coalesce(r.visibility, c.visibility), coalesce(r.number, 0), r.result_id, coalesce(r.ended, ''), r.source_id
                  from json_to_recordset(:rows::json) as r (
                       id bigint, community_id bigint, state text, title text, question text, why text, objectives text[],
                       tags text[], language text, starts_on date, ends_on date, owner_id bigint, review_on date,
                       proposed_by bigint, proposed_at timestamptz, opened_at timestamptz, published_at timestamptz,
                       changed_at timestamptz, visibility text, number int, result_id bigint, ended text, source_id text)
                  join community c on c.id = r.community_id and c.form = 'community'
                    on conflict do nothing
                returning id)
            select id from made
            """)
    List<Long> topics(String rows);

    @Query(
            """
            insert into topic_curator (topic_id, person_id, community_id, since)
            select t.id, r.person_id, t.community_id, r.at
              from json_to_recordset(:rows::json) as r (topic_id bigint, person_id bigint, at timestamptz)
              join topic t on t.id = r.topic_id
                on conflict do nothing
            """)
    int curators(String rows);

    @Query(
            """
            insert into topic_vote (topic_id, person_id, community_id, at)
            select t.id, r.person_id, t.community_id, r.at
              from json_to_recordset(:rows::json) as r (topic_id bigint, person_id bigint, at timestamptz)
              join topic t on t.id = r.topic_id
                on conflict do nothing
            """)
    int votes(String rows);

    @Query(
            """
            insert into topic_summary (topic_id, number, community_id, body, html, html_version, note, written_by, suggested_by, made_at)
            select t.id, r.number, t.community_id, r.body, r.html, r.html_version, coalesce(r.note, ''), r.written_by, r.suggested_by,
                   r.at
              from json_to_recordset(:rows::json) as r (
                   topic_id bigint, number int, body text, html text, html_version int, note text, written_by bigint,
                   suggested_by bigint, at timestamptz)
              join topic t on t.id = r.topic_id and t.summary >= r.number
                on conflict do nothing
            """)
    int summaries(String rows);

    @Query(
            """
            insert into topic_citation (topic_id, content_type, content_id, community_id, ordinal, page, seen_at)
            select t.id, r.content_type, r.content_id, t.community_id, r.ordinal, r.page, r.at
              from json_to_recordset(:rows::json) as r (
                   topic_id bigint, content_type text, content_id bigint, ordinal int, page int, at timestamptz)
              join topic t on t.id = r.topic_id
                on conflict do nothing
            """)
    int cite(String rows);

    // When somebody looked at it last; what is cited came with the summary.
    @Query(
            """
            update topic_citation c
               set seen_at = r.at
              from json_to_recordset(:rows::json) as r (
                   topic_id bigint, content_type text, content_id bigint, at timestamptz)
             where c.topic_id = r.topic_id and c.content_type = r.content_type and c.content_id = r.content_id and c.seen_at < r.at
            """)
    int look(String rows);

    @Query(
            """
            insert into topic_suggestion (
                   id, topic_id, community_id, base, body, why, made_by, made_at, state, decided_by, decided_at, reason)
            select r.id, t.id, t.community_id, r.base, r.body, coalesce(r.why, ''), r.made_by, r.at, r.state, r.decided_by,
                   r.decided_at, coalesce(r.reason, '')
              from json_to_recordset(:rows::json) as r (
                   id bigint, topic_id bigint, base int, body text, why text, made_by bigint, at timestamptz, state text,
                   decided_by bigint, decided_at timestamptz, reason text)
              join topic t on t.id = r.topic_id
             where not exists (select 1 from topic_suggestion s
                                where s.topic_id = t.id and s.made_by = r.made_by and s.base = r.base and s.body = r.body)
                on conflict do nothing
            """)
    int suggestions(String rows);

    @Query(
            """
            insert into topic_entry (topic_id, content_type, content_id, community_id, state, place, why, added_by, added_at)
            select t.id, r.content_type, r.content_id, t.community_id, r.state, r.place, coalesce(r.why, ''), r.added_by, r.at
              from json_to_recordset(:rows::json) as r (
                   topic_id bigint, content_type text, content_id bigint, state text, place bigint, why text, added_by bigint,
                   at timestamptz)
              join topic t on t.id = r.topic_id
                on conflict do nothing
            """)
    int entries(String rows);

    @Query(
            """
            insert into topic_question (
                   id, topic_id, community_id, words, state, answer, answer_type, answer_id, place, asked_by, asked_at, closed_by,
                   closed_at)
            select r.id, t.id, t.community_id, r.words, r.state, coalesce(r.answer, ''), r.content_type, r.content_id, r.place,
                   r.asked_by, r.at, r.closed_by, r.closed_at
              from json_to_recordset(:rows::json) as r (
                   id bigint, topic_id bigint, words text, state text, answer text, content_type text, content_id bigint,
                   place bigint, asked_by bigint, at timestamptz, closed_by bigint, closed_at timestamptz)
              join topic t on t.id = r.topic_id
             where not exists (select 1 from topic_question q where q.topic_id = t.id and q.words = r.words)
                on conflict do nothing
            """)
    int questions(String rows);

    @Query(
            """
            insert into topic_agreement (
                   id, topic_id, community_id, number, statement, html, html_version, put_by, put_at, closes_at, closes_on, state,
                   closed_by, closed_at, outcome)
            select r.id, t.id, t.community_id, r.number, r.statement, r.html, r.html_version, r.put_by, r.at, r.closes_at, r.closes_on,
                   r.state, r.closed_by, r.closed_at, coalesce(r.outcome, '')
              from json_to_recordset(:rows::json) as r (
                   id bigint, topic_id bigint, number int, statement text, html text, html_version int, put_by bigint,
                   at timestamptz, closes_at timestamptz, closes_on date, state text, closed_by bigint, closed_at timestamptz,
                   outcome text)
              join topic t on t.id = r.topic_id
                on conflict do nothing
            """)
    int agreements(String rows);

    /// How many are new; how many said what is counted with them.
    @Query(
            """
            with added as (
                insert into topic_stance (agreement_id, person_id, community_id, stance, reason, at)
                select g.id, r.person_id, g.community_id, r.stance, coalesce(r.reason, ''), r.at
                  from json_to_recordset(:rows::json) as r (
                       agreement_id bigint, person_id bigint, stance text, reason text, at timestamptz)
                  join topic_agreement g on g.id = r.agreement_id
                    on conflict do nothing
                returning agreement_id, stance),
            counted as (
                update topic_agreement g
                   set agreed = g.agreed + n.agreed, concerned = g.concerned + n.concerned, objected = g.objected + n.objected,
                       abstained = g.abstained + n.abstained
                  from (select agreement_id, count(*) filter (where stance = 'agree') as agreed,
                               count(*) filter (where stance = 'concern') as concerned,
                               count(*) filter (where stance = 'object') as objected,
                               count(*) filter (where stance = 'abstain') as abstained
                          from added
                         group by agreement_id) n
                 where g.id = n.agreement_id
                returning 1)
            select (select count(*) from added) + 0 * (select count(*) from counted)
            """)
    int stances(String rows);

    @Query(
            """
            insert into topic_guest (topic_id, community_id, guest_id, offered_by, offered_at, accepted_by, accepted_at)
            select t.id, t.community_id, r.guest_id, r.offered_by, r.at, r.accepted_by, r.accepted_at
              from json_to_recordset(:rows::json) as r (
                   topic_id bigint, guest_id bigint, offered_by bigint, at timestamptz, accepted_by bigint,
                   accepted_at timestamptz)
              join topic t on t.id = r.topic_id and t.community_id <> r.guest_id
                on conflict do nothing
            """)
    int guests(String rows);

    /// How many are new; they are counted with their topic.
    @Query(
            """
            with added as (
                insert into topic_practice (topic_id, person_id, community_id, note, at)
                select t.id, r.person_id, t.community_id, coalesce(r.note, ''), r.at
                  from json_to_recordset(:rows::json) as r (topic_id bigint, person_id bigint, note text, at timestamptz)
                  join topic t on t.id = r.topic_id
                    on conflict do nothing
                returning topic_id),
            counted as (
                update topic t
                   set practised = t.practised + n.people
                  from (select topic_id, count(*) as people from added group by topic_id) n
                 where t.id = n.topic_id
                returning 1)
            select (select count(*) from added) + 0 * (select count(*) from counted)
            """)
    int practices(String rows);

    @Query(
            """
            insert into topic_reading (topic_id, person_id, number, at)
            select topic_id, person_id, number, at
              from json_to_recordset(:rows::json) as r (topic_id bigint, person_id bigint, number int, at timestamptz)
                on conflict do nothing
            """)
    int readings(String rows);

    @Query(
            """
            insert into start_entry (id, community_id, content_type, content_id, why, visibility, place, added_by, added_at)
            select r.id, c.id, r.content_type, r.content_id, r.why, coalesce(r.visibility, c.visibility), r.place, r.added_by, r.at
              from json_to_recordset(:rows::json) as r (
                   id bigint, community_id bigint, content_type text, content_id bigint, why text, visibility text, place int,
                   added_by bigint, at timestamptz)
              join community c on c.id = r.community_id and c.form = 'community'
                on conflict do nothing
            """)
    int starts(String rows);
}
