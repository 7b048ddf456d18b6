package rounds.interchange;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Focus topics and what stands around them as lines. What refers to content names it where that
/// goes out, too. Without a community: of the site.
@Repository("system")
@JdbcRepository(dialect = Dialect.POSTGRES)
interface TopicExportRepository extends GenericRepository<Found, Long> {
    // Each statement: rows x, each with what its topic is called in the file.
    String TOPIC =
            """
             x
              join topic t on t.id = x.topic_id
              join lateral (select coalesce(t.source_id, id_text(t.id)) as id) topic on true
            """;

    String OF_THESE = " where x.topic_id = any(:topics::bigint[])\n";

    // The content that a row x names, as a field of its line: what goes out with the others.
    String CONTENT =
            """
             lateral (
                  select 'discussion' as field, coalesce(o.source_id, id_text(o.id)) as id
                    from discussion o
                   where x.content_type = 'discussion' and o.id = x.content_id and not o.conversation
                     and (cast(:community as bigint) is null or o.community_id = :community)
                  union all
                  select 'post', coalesce(o.source_id, id_text(o.id))
                    from post o
                    join community c on c.id = o.community_id and c.form = 'community'
                   where x.content_type = 'post' and o.id = x.content_id
                     and (cast(:community as bigint) is null or o.community_id = :community)
                  union all
                  select 'resource', coalesce(o.source_id, id_text(o.id))
                    from resource o
                   where x.content_type = 'resource' and o.id = x.content_id and o.state <> 'deleted'
                     and (cast(:community as bigint) is null or o.community_id = :community)
                  union all
                  select 'story', coalesce(o.source_id, id_text(o.id))
                    from case_story o
                   where x.content_type = 'case_story' and o.id = x.content_id and o.state in ('visible', 'hidden', 'queued')
                     and (o.named or :own)
                     and (cast(:community as bigint) is null or o.community_id = :community)) o on true
            """;

    /// What was taken back goes nowhere.
    @Query(
            """
            select x.id as key, json_strip_nulls(json_build_object('type', 'focusTopic', 'id', coalesce(x.source_id, id_text(x.id)),
                       'rounds', id_text(x.id), 'community', coalesce(c.source_id, id_text(c.id)),
                       'author', coalesce(p.source_id, id_text(p.id)), 'title', x.title, 'question', x.question, 'why', nullif(x.why, ''),
                       'objectives', nullif(x.objectives, '{}'), 'tags', nullif(x.tags, '{}'), 'language', x.language,
                       'visibility', x.visibility, 'state', nullif(x.state, 'proposed'), 'startsOn', x.starts_on, 'endsOn', x.ends_on,
                       'owner', coalesce(w.source_id, id_text(w.id)), 'reviewOn', x.review_on,
                       'result', coalesce(r.source_id, id_text(r.id)), 'ended', nullif(x.ended, ''), 'created', instant_text(x.proposed_at),
                       'opened', instant_text(x.opened_at), 'published', instant_text(x.published_at),
                       'changed', instant_text(x.changed_at),
                       'summary', case when s.number is not null then json_build_object('number', s.number, 'body', s.body,
                           'note', nullif(s.note, ''), 'person', coalesce(a.source_id, id_text(a.id)),
                           'suggestedBy', coalesce(g.source_id, id_text(g.id)), 'at', instant_text(s.made_at)) end))::text as line
              from topic x
              join community c on c.id = x.community_id
              join person p on p.id = x.proposed_by
              left join person w on w.id = x.owner_id
              left join resource r on r.id = x.result_id and r.state <> 'deleted'
                                  and (cast(:community as bigint) is null or r.community_id = :community)
              left join topic_summary s on s.topic_id = x.id and s.number = x.summary
              left join person a on a.id = s.written_by
              left join person g on g.id = s.suggested_by
             where x.id > :after and x.state <> 'withdrawn'
               and (cast(:community as bigint) is null or x.community_id = :community)
             order by x.id
             limit :limit
            """)
    List<MarkExportRepository.MarkLine> topics(@Nullable Long community, long after, int limit);

    @Query(
            """
            select json_strip_nulls(json_build_object('type', 'topicCurator', 'topic', topic.id, 'person', coalesce(p.source_id, id_text(p.id)), 'at', instant_text(x.since)))::text as line
                      from topic_curator
            """
                    + TOPIC
                    + """
                     join person p on p.id = x.person_id
                    """
                    + OF_THESE
                    + """
                     order by x.topic_id, x.since, x.person_id
                    """)
    List<String> curators(Long[] topics);

    @Query(
            """
            select json_strip_nulls(json_build_object('type', 'topicVote', 'topic', topic.id, 'person', coalesce(p.source_id, id_text(p.id)), 'at', instant_text(x.at)))::text as line
                      from topic_vote
            """
                    + TOPIC
                    + """
                     join person p on p.id = x.person_id
                    """
                    + OF_THESE
                    + """
                     order by x.topic_id, x.at, x.person_id
                    """)
    List<String> votes(Long[] topics);

    /// The earlier ones.
    @Query(
            """
            select json_strip_nulls(json_build_object('type', 'topicSummary', 'topic', topic.id, 'number', x.number, 'body', x.body,
                           'note', nullif(x.note, ''), 'person', coalesce(p.source_id, id_text(p.id)),
                           'suggestedBy', coalesce(g.source_id, id_text(g.id)), 'at', instant_text(x.made_at)))::text as line
                      from topic_summary
            """
                    + TOPIC
                    + """
                     join person p on p.id = x.written_by
                     left join person g on g.id = x.suggested_by
                    """
                    + OF_THESE
                    + """
                    and x.number < t.summary
                     order by x.topic_id, x.number
                    """)
    List<String> summaries(Long[] topics);

    @Query(
            """
            select json_strip_nulls(json_build_object('type', 'topicCitation', 'topic', topic.id, o.field, o.id, 'at', instant_text(x.seen_at)))::text as line
                      from topic_citation
            """
                    + TOPIC
                    + " join "
                    + CONTENT
                    + OF_THESE
                    + """
                     order by x.topic_id, x.ordinal
                    """)
    List<String> citations(@Nullable Long community, boolean own, Long[] topics);

    /// What was taken back goes nowhere.
    @Query(
            """
            select json_strip_nulls(json_build_object('type', 'topicSuggestion', 'topic', topic.id, 'rounds', id_text(x.id), 'base', x.base, 'body', x.body,
                           'why', nullif(x.why, ''), 'person', coalesce(p.source_id, id_text(p.id)), 'at', instant_text(x.made_at), 'state', nullif(x.state, 'waiting'),
                           'decidedBy', coalesce(q.source_id, id_text(q.id)), 'decided', instant_text(x.decided_at), 'reason', nullif(x.reason, '')))::text as line
                      from topic_suggestion
            """
                    + TOPIC
                    + """
                     join person p on p.id = x.made_by
                     left join person q on q.id = x.decided_by
                    """
                    + OF_THESE
                    + """
                    and x.state <> 'withdrawn'
                     order by x.topic_id, x.made_at, x.id
                    """)
    List<String> suggestions(Long[] topics);

    @Query(
            """
            select json_strip_nulls(json_build_object('type', 'topicEntry', 'topic', topic.id, o.field, o.id, 'number', x.number, 'state', nullif(x.state, 'shelved'),
                           'why', nullif(x.why, ''), 'person', coalesce(p.source_id, id_text(p.id)), 'at', instant_text(x.added_at)))::text as line
                      from (select e.*, row_number() over (partition by e.topic_id, e.state order by e.place, e.content_id) as number from topic_entry e
                             where e.topic_id = any(:topics::bigint[]))
            """
                    + TOPIC
                    + """
                     join person p on p.id = x.added_by
                    """
                    + " join "
                    + CONTENT
                    + OF_THESE
                    + """
                     order by x.topic_id, x.state, x.number
                    """)
    List<String> entries(@Nullable Long community, boolean own, Long[] topics);

    @Query(
            """
            select json_strip_nulls(json_build_object('type', 'topicQuestion', 'topic', topic.id, 'rounds', id_text(x.id), 'number', x.number, 'words', x.words,
                           'state', nullif(x.state, 'open'), 'answer', nullif(x.answer, ''), coalesce(o.field, 'discussion'), o.id,
                           'person', coalesce(p.source_id, id_text(p.id)), 'at', instant_text(x.asked_at), 'closedBy', coalesce(q.source_id, id_text(q.id)),
                           'closed', instant_text(x.closed_at)))::text as line
                      from (select e.*, e.answer_type as content_type, e.answer_id as content_id,
                                   row_number() over (partition by e.topic_id order by e.place, e.id) as number from topic_question e
                             where e.topic_id = any(:topics::bigint[]))
            """
                    + TOPIC
                    + """
                     join person p on p.id = x.asked_by
                     left join person q on q.id = x.closed_by
                    """
                    + " left join "
                    + CONTENT
                    + OF_THESE
                    + """
                     order by x.topic_id, x.number
                    """)
    List<String> questions(@Nullable Long community, boolean own, Long[] topics);

    @Query(
            """
            select json_strip_nulls(json_build_object('type', 'topicAgreement', 'topic', topic.id, 'rounds', id_text(x.id), 'number', x.number,
                           'statement', x.statement, 'person', coalesce(p.source_id, id_text(p.id)), 'at', instant_text(x.put_at), 'closes', instant_text(x.closes_at), 'lastDay', x.closes_on,
                           'state', nullif(x.state, 'open'), 'closedBy', coalesce(q.source_id, id_text(q.id)), 'closed', instant_text(x.closed_at),
                           'outcome', nullif(x.outcome, '')))::text as line
                      from topic_agreement
            """
                    + TOPIC
                    + """
                     join person p on p.id = x.put_by
                     left join person q on q.id = x.closed_by
                    """
                    + OF_THESE
                    + """
                     order by x.topic_id, x.number
                    """)
    List<String> agreements(Long[] topics);

    @Query(
            """
            select json_strip_nulls(json_build_object('type', 'topicStance', 'topic', topic.id, 'number', x.number, 'person', coalesce(p.source_id, id_text(p.id)),
                           'stance', x.stance, 'reason', nullif(x.reason, ''), 'at', instant_text(x.at)))::text as line
                      from (select g.topic_id, g.number, s.* from topic_stance s join topic_agreement g on g.id = s.agreement_id)
            """
                    + TOPIC
                    + """
                     join person p on p.id = x.person_id
                    """
                    + OF_THESE
                    + """
                     order by x.topic_id, x.number, x.at, x.person_id
                    """)
    List<String> stances(Long[] topics);

    @Query(
            """
            select json_strip_nulls(json_build_object('type', 'topicGuest', 'topic', topic.id, 'community', coalesce(c.source_id, id_text(c.id)),
                           'person', coalesce(p.source_id, id_text(p.id)), 'at', instant_text(x.offered_at), 'acceptedBy', coalesce(q.source_id, id_text(q.id)),
                           'accepted', instant_text(x.accepted_at)))::text as line
                      from topic_guest
            """
                    + TOPIC
                    + """
                     join community c on c.id = x.guest_id
                     join person p on p.id = x.offered_by
                     left join person q on q.id = x.accepted_by
                    """
                    + OF_THESE
                    + """
                     order by x.topic_id, x.offered_at, x.guest_id
                    """)
    List<String> guests(Long[] topics);

    @Query(
            """
            select json_strip_nulls(json_build_object('type', 'topicPractice', 'topic', topic.id, 'person', coalesce(p.source_id, id_text(p.id)), 'note', nullif(x.note, ''),
                           'at', instant_text(x.at)))::text as line
                      from topic_practice
            """
                    + TOPIC
                    + """
                     join person p on p.id = x.person_id
                    """
                    + OF_THESE
                    + """
                     order by x.topic_id, x.at, x.person_id
                    """)
    List<String> practices(Long[] topics);

    @Query(
            """
            select json_strip_nulls(json_build_object('type', 'topicRead', 'topic', topic.id, 'person', coalesce(p.source_id, id_text(p.id)), 'number', x.number, 'at', instant_text(x.at)))::text as line
                      from topic_reading
            """
                    + TOPIC
                    + """
                     join person p on p.id = x.person_id
                    """
                    + OF_THESE
                    + """
                     order by x.topic_id, x.person_id
                    """)
    List<String> readings(Long[] topics);

    /// What newcomers read first, community by community; of one it is a short list.
    @Query(
            """
            select json_strip_nulls(json_build_object('type', 'startEntry', 'rounds', id_text(x.id),
                       'community', coalesce(h.source_id, id_text(h.id)), o.field, o.id,
                       'number', row_number() over (partition by x.community_id order by x.place, x.id), 'why', x.why,
                       'visibility', x.visibility, 'person', coalesce(p.source_id, id_text(p.id)), 'at', instant_text(x.added_at)))::text as line
              from start_entry x
              join community h on h.id = x.community_id
              join person p on p.id = x.added_by
              join
            """
                    + CONTENT
                    + """
                     where cast(:community as bigint) is null or x.community_id = :community
                     order by x.community_id, x.place, x.id
                    """)
    List<String> starts(@Nullable Long community, boolean own);
}
