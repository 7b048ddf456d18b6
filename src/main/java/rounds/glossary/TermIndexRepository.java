package rounds.glossary;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.time.LocalDate;
import java.util.List;

/// Reads every row, whoever may see it: only for the index and for notifications. What does not
/// stand in a glossary is found by nobody.
@Repository("system")
@JdbcRepository(dialect = Dialect.POSTGRES)
interface TermIndexRepository extends GenericRepository<TermIndexRow, Long> {
    @Query(
            """
            select t.id, t.community_id, t.name, t.expansion, t.html, t.counterpart, t.spellings, t.language, t.visibility,
                   t.state, t.proposed_by, p.handle, t.changed_at, t.revision
            from term t
            join person p on p.id = t.proposed_by
            where t.id = any (:ids::bigint[]) and t.state = 'standing'
            """)
    List<TermIndexRow> terms(Long[] ids);

    @Query(
            """
            select id
            from term
            where community_id = :community and id > :after and state = 'standing'
            order by id
            limit :limit
            """)
    List<Long> termsIn(long community, long after, int limit);

    @Query("select id from term where id > :after and state = 'standing' order by id limit :limit")
    List<Long> termsAfter(long after, int limit);

    @Query(
            """
            select t.id, t.community_id, t.visibility, t.proposed_by, t.state
            from term t
            where t.id = any (:ids::bigint[]) and t.state <> 'removed'
            """)
    List<NotableTermRow> notable(Long[] ids);

    /// That the day of its review has passed, and that it waits, concerns who curates; what became
    /// of it, whoever proposed it.
    @Query(
            """
            select t.id, (t.review_on - date '1970-01-01')::bigint as number, 'review_due' as outcome, null::bigint as person,
                   array(select a.person_id
                         from access a
                         where a.community_id = t.community_id and a.roles && '{moderator,core_team,chair}') as concerned,
                   x.told_at as at
            from term t
            join review_told x on x.content_type = 'term' and x.content_id = t.id and x.review_on = t.review_on
                              and x.told_at > now() - interval '4 days'
            where t.id = any (:ids::bigint[]) and t.state = 'standing'
            union all
            select t.id, (extract(epoch from t.made_at) * 1000)::bigint, 'term_proposed', t.proposed_by,
                   array(select a.person_id
                         from access a
                         where a.community_id = t.community_id and a.reads and a.roles && '{moderator,core_team,chair}'),
                   t.made_at
            from term t
            where t.id = any (:ids::bigint[]) and t.state = 'proposed'
            union all
            select t.id, (extract(epoch from t.decided_at) * 1000)::bigint,
                   case t.state when 'standing' then 'term_taken' else 'term_declined' end, t.decided_by, array[t.proposed_by], t.decided_at
            from term t
            where t.id = any (:ids::bigint[]) and t.state in ('standing', 'declined') and t.decided_at > now() - interval '4 days'
            """)
    List<TermRenewalRow> renewals(Long[] ids);

    @Query(
            """
            select t.id, t.name, t.expansion, c.slug, t.language, t.review_on
            from term t
            join community c on c.id = t.community_id
            where t.review_on <= cast(:today as date) and t.state = 'standing'
              and not exists (
                  select 1
                  from review_told x
                  where x.content_type = 'term' and x.content_id = t.id and x.review_on = t.review_on)
            order by t.review_on, t.id
            limit :limit
            """)
    List<DueTermRow> overdue(LocalDate today, int limit);
}
