package rounds.cases;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.util.List;

/// Reads every row, whoever may see it: only for the index and for notifications. Drafts and what
/// was withdrawn are found by nobody; by what right a case is told stands in no index.
@Repository("system")
@JdbcRepository(dialect = Dialect.POSTGRES)
interface CaseIndexRepository extends GenericRepository<CaseIndexRow, Long> {
    @Query(
            """
            select s.id, s.community_id, s.title,
                   concat_ws(E'\\n',
                             (select string_agg(t.html, E'\\n' order by t.part = 'story' desc, t.part) from case_section t where t.story_id = s.id),
                             (select string_agg(f.html, E'\\n' order by f.at) from case_follow_up f where f.story_id = s.id)) as html,
                   concat_ws(E'\\n', array_to_string(s.learning, E'\\n'), array_to_string(s.took_part, ', '), s.led, s.practice,
                             s.patient_words) as text,
                   s.language, s.conditions, s.tags, s.outcome, s.state, s.visibility, s.written_by, s.signed_by, p.handle, s.changed_at,
                   s.revision
            from case_story s
            left join person p on p.id = s.signed_by
            where s.id = any (:ids::bigint[]) and s.state in ('queued', 'visible', 'hidden')
            """)
    List<CaseIndexRow> stories(Long[] ids);

    @Query(
            """
            select id
            from case_story
            where community_id = :community and id > :after and state in ('queued', 'visible', 'hidden')
            order by id
            limit :limit
            """)
    List<Long> storiesIn(long community, long after, int limit);

    @Query(
            """
            select id
            from case_story
            where id > :after and state in ('queued', 'visible', 'hidden')
            order by id
            limit :limit
            """)
    List<Long> storiesAfter(long after, int limit);

    @Query("select written_by from case_story where id = :id and state = 'visible'")
    List<Long> writers(long id);

    /// What was decided last by somebody else; a draft that was given back is told, too.
    @Query(
            """
            select s.id, s.community_id, s.state, s.visibility, s.written_by, s.named, s.outcome, s.tags,
                   coalesce(s.published_at, s.changed_at) as at, l.id as decision_id, l.act, l.actor_id, l.at as decided_at
            from case_story s
            left join lateral (
                select id, act, actor_id, at
                from community_log
                where content_id = s.id and content_type = 'case_story'
                  and act in ('case_released', 'case_returned', 'case_hidden', 'case_restored', 'hidden_by_report')
                order by at desc, id desc
                limit 1) l on true
            where s.id = any (:ids::bigint[])
            """)
    List<NotableCaseRow> notable(Long[] ids);

    /// Who tried what these tell, and the quiet words that were given, of the last days.
    ///
    /// @param people only of these; none: of all
    @Query(
            """
            select s.id as story_id, s.written_by, t.person_id, true as tried, t.result as detail, t.at
            from case_story s
            join case_trial t on t.story_id = s.id and t.at > now() - interval '4 days'
            where s.id = any (:ids::bigint[]) and (cardinality(:people::bigint[]) = 0 or t.person_id = any (:people::bigint[]))
            union all
            select s.id, s.written_by, w.person_id, false, w.word, w.at
            from case_story s
            join case_word w on w.story_id = s.id and w.at > now() - interval '4 days'
            where s.id = any (:ids::bigint[]) and (cardinality(:people::bigint[]) = 0 or w.person_id = any (:people::bigint[]))
            """)
    List<CaseMarkRow> marks(Long[] ids, Long[] people);

    /// What waits concerns whom its author asked to read it first, and where that one reads there
    /// no longer, or nobody was asked, the moderators. What came after, and other words, are told
    /// for some days.
    @Query(
            """
            select s.id as story_id, s.revision::bigint as number, 'case_waits' as outcome, s.written_by,
                   array(select a.person_id
                         from access a
                         where a.community_id = s.community_id and a.reads
                           and (a.person_id = s.asked
                                or (a.moderates and not exists (
                                        select 1
                                        from access b
                                        where b.person_id = s.asked and b.community_id = s.community_id and b.reads)))) as concerned,
                   s.changed_at as at
            from case_story s
            where s.id = any (:ids::bigint[]) and s.state = 'queued'
            union all
            select s.id, (extract(epoch from s.again_at) * 1000)::bigint, 'resource_asked', s.written_by,
                   array(select a.person_id from access a where a.community_id = s.community_id and a.moderates), s.again_at
            from case_story s
            where s.id = any (:ids::bigint[]) and s.state = 'hidden' and s.again_at is not null
            union all
            select s.id, f.id, 'case_later', s.written_by, '{}', f.at
            from case_story s
            join case_follow_up f on f.story_id = s.id and f.at > now() - interval '4 days'
            where s.id = any (:ids::bigint[]) and s.state = 'visible'
            union all
            select s.id, e.revision, 'case_edited', s.written_by, '{}', e.made_at
            from case_story s
            join case_revision e on e.story_id = s.id and e.made_at > now() - interval '4 days'
            where s.id = any (:ids::bigint[]) and s.state = 'visible'
            """)
    List<CaseRenewalRow> renewals(Long[] ids);
}
