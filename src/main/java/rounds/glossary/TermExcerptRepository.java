package rounds.glossary;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.time.LocalDate;
import java.util.List;

/// Reads hits through the wall, whole lists in one statement.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface TermExcerptRepository extends GenericRepository<TermExcerptRow, Long> {
    @Query(
            """
            select t.id, t.name, t.expansion, t.html, t.counterpart, t.spellings, t.language, c.slug, c.name as community_name,
                   p.handle, p.name as person_name, p.profession, t.changed_at, t.source_id
            from term t
            join community c on c.id = t.community_id
            join person p on p.id = t.proposed_by
            where t.id = any (:ids::bigint[])
            """)
    List<TermExcerptRow> terms(Long[] ids);

    @Query(
            """
            select t.id, t.name, t.expansion, c.slug, t.language, t.review_on
            from term t
            join community c on c.id = t.community_id
            where t.community_id = :communityId and t.state = 'standing' and t.review_on <= cast(:today as date)
            order by t.review_on, t.id
            limit :limit
            """)
    List<DueTermRow> due(long communityId, LocalDate today, int limit);

    /// Those that are written so, in the communities that the viewer is in or that stand open.
    @Query(
            """
            select t.community_id, t.name, t.spellings, t.expansion, t.language
            from term t
            where t.state = 'standing'
              and (t.folded = any (:words::text[])
                   or exists (select 1 from unnest(t.spellings) s where folded(s) = any (:words::text[])))
            order by t.community_id, t.id
            limit :limit
            """)
    List<MeantRow> meant(String[] words, int limit);
}
