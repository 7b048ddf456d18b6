package rounds.cases;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.util.List;

/// Reads hits through the wall, whole lists in one statement.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface CaseExcerptRepository extends GenericRepository<CaseExcerptRow, Long> {

    @Query(
            """
            select s.id, s.title,
                   concat_ws(E'\\n',
                             (select string_agg(t.html, E'\\n' order by t.part = 'story' desc, t.part) from case_section t where t.story_id = s.id),
                             (select string_agg(f.html, E'\\n' order by f.at) from case_follow_up f where f.story_id = s.id)) as html,
                   concat_ws(E'\\n', array_to_string(s.learning, E'\\n'), array_to_string(s.took_part, ', '), s.led, s.practice,
                             s.patient_words) as text,
                   s.outcome, s.conditions, s.tags, s.language, c.slug, c.name as community_name, p.handle, p.name, p.profession,
                   s.changed_at, s.source_id
            from case_story s
            join community c on c.id = s.community_id
            left join person p on p.id = s.signed_by
            where s.id = any (:ids::bigint[])
            """)
    List<CaseExcerptRow> stories(Long[] ids);

    @Query(
            "select id, title, outcome, language from case_story where id = any (:ids::bigint[]) and state <> 'draft'")
    List<CaseTitleRow> titles(Long[] ids);
}
