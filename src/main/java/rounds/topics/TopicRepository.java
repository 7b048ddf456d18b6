package rounds.topics;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import org.jspecify.annotations.Nullable;

import rounds.community.LogEntry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Topics as their viewer may read and change them.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface TopicRepository extends GenericRepository<TopicRow, Long> {

    /// @param safe the renderer's version below which HTML is made anew from its source
    @Query(
            """
            select t.id, t.community_id, c.slug as community_slug, coalesce(c.name, host_of_topic(t.id)) as community_name,
                   c.visibility as community_visibility, coalesce(narrowest(t.visibility, c.visibility), 'private') as reads,
                   t.state, t.title, t.question, t.why, t.objectives, t.tags, t.language, t.starts_on, t.ends_on,
                   p.id as proposer_id, p.handle as proposer_handle, p.name as proposer_name, p.profession as proposer_profession,
                   o.id as owner_id, o.handle as owner_handle, o.name as owner_name, o.profession as owner_profession, t.review_on,
                   coalesce(t.review_on <= current_date and t.state in ('published', 'review'), false) as overdue,
                   t.proposed_at, t.opened_at, t.published_at, t.changed_at, t.summary,
                   s.html, s.html_version, case when s.html_version < :safe then s.body end as body, s.note, s.made_at,
                   w.id as writer_id, w.handle as writer_handle, w.name as writer_name, w.profession as writer_profession,
                   g.id as suggested_id, g.handle as suggested_handle, g.name as suggested_name, g.profession as suggested_profession,
                   coalesce((select r.number from topic_reading r where r.topic_id = t.id and r.person_id = (select viewer())), 0) as read_last,
                   array(select left(n.note, 300) from topic_summary n join topic_reading r on r.topic_id = n.topic_id and r.person_id = (select viewer())
                         where n.topic_id = t.id and n.number > r.number and n.note <> '' order by n.number desc limit 5) as since,
                   (select count(*)::int from topic_suggestion q where q.topic_id = t.id and q.state = 'waiting') as waiting,
                   t.votes, t.practised, t.shared, t.result_id, t.ended, t.revision, t.arranged, t.source_id,
                   exists (select 1 from topic_vote v where v.topic_id = t.id and v.person_id = (select viewer())) as voted,
                   exists (select 1 from bookmark b where b.person_id = (select viewer()) and b.content_type = 'topic' and b.content_id = t.id) as saved,
                   exists (select 1 from watch h where h.person_id = (select viewer()) and h.target = 'topic' and h.target_id = t.id) as followed,
                   curates_topic(t.id) as curates,
                   u.curator_ids, u.curator_handles, u.curator_names, u.curator_professions,
                   array(select concat_ws(E'\\x1f', h.id, h.act, coalesce(h.actor_handle, ''), coalesce(h.actor_name, ''), coalesce(h.person_handle, ''),
                                          coalesce(h.person_name, ''), h.detail, (extract(epoch from h.at) * 1000)::bigint, h.reason)
                         from history_of_topic(t.id, 8) h
                         order by h.at desc, h.id desc) as history, a.roles
            from topic t
            left join community c on c.id = t.community_id
            join person p on p.id = t.proposed_by
            left join person o on o.id = t.owner_id
            left join topic_summary s on s.topic_id = t.id and s.number = t.summary
            left join person w on w.id = s.written_by
            left join person g on g.id = s.suggested_by
            left join access a on a.person_id = (select viewer()) and a.community_id = t.community_id
            cross join lateral (
                select array_agg(n.id order by k.since, n.id) as curator_ids, array_agg(n.handle order by k.since, n.id) as curator_handles,
                       array_agg(n.name order by k.since, n.id) as curator_names,
                       array_agg(coalesce(n.profession, '') order by k.since, n.id) as curator_professions
                from topic_curator k
                join person n on n.id = k.person_id
                where k.topic_id = t.id) u
            where t.id = :id
            """)
    Optional<TopicRow> seen(long id, int safe);

    @Query(
            """
            select c.id, c.visibility, a.roles
            from community c
            left join access a on a.person_id = (select viewer()) and a.community_id = c.id
            where c.slug = :slug and c.form = 'community'
            """)
    Optional<TopicRoomRow> room(String slug);

    /// 0 where she has as many open proposals in that community as she may.
    @Query(
            """
            insert into topic (id, community_id, state, title, question, why, objectives, tags, language, starts_on, ends_on,
                               proposed_by, proposed_at, changed_at, visibility)
            select :id, :communityId, 'proposed', :title, :question, :why, :objectives, :tags, :language, :starts::date, :ends::date,
                   viewer(), :now, :now, :visibility
            where (select count(*) from topic t where t.community_id = :communityId and t.state = 'proposed' and t.proposed_by = viewer()) < :most
            """)
    int propose(
            long id,
            long communityId,
            String title,
            String question,
            String why,
            String[] objectives,
            String[] tags,
            String language,
            @Nullable LocalDate starts,
            @Nullable LocalDate ends,
            String visibility,
            int most,
            Instant now);

    /// 0 when it is no longer at that revision.
    @Query(
            """
            update topic
            set title = :title, question = :question, why = :why, objectives = :objectives, tags = :tags, language = :language,
                starts_on = :starts::date, ends_on = :ends::date, changed_at = :now, revision = revision + 1
            where id = :id and revision = :revision
            """)
    int describe(
            long id,
            int revision,
            String title,
            String question,
            String why,
            String[] objectives,
            String[] tags,
            String language,
            @Nullable LocalDate starts,
            @Nullable LocalDate ends,
            Instant now);

    /// 0 when it is no longer at that revision.
    @Query(
            """
            update topic
            set owner_id = :owner::bigint, review_on = :on::date, changed_at = :now, revision = revision + 1
            where id = :id and revision = :revision
            """)
    int own(long id, int revision, @Nullable Long owner, @Nullable LocalDate on, Instant now);

    @Query("select vote_for_topic(:id, :wanted, :now)")
    boolean vote(long id, boolean wanted, Instant now);

    @Query("select move_topic(:id, :seen, :was, :becomes, :words, :now)")
    boolean move(long id, int seen, String was, String becomes, String words, Instant now);

    @Query("select name_curator(:id, :person, :tends, :now)")
    boolean curator(long id, long person, boolean tends, Instant now);

    /// What was done with it, the newest first; nothing for who is no member of its community.
    @Query(
            """
            select h.id, h.act, h.actor_handle, h.actor_name, 'topic' as content_type, :id::bigint as content_id, h.person_handle,
                   h.person_name, h.detail, h.reason, h.at
            from history_of_topic(:id, :most) h
            order by h.at desc, h.id desc
            """)
    List<LogEntry> history(long id, int most);

    /// Members who are called so, by their handle or their name; two at most.
    @Query(
            """
            select p.id
            from person p
            join membership m on m.person_id = p.id and m.community_id = :community and m.role = 'member' and m.until_at is null
            where p.handle = lower(:called) or lower(p.name) = lower(:called)
            limit 2
            """)
    List<Long> member(long community, String called);
}
