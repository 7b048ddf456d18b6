package rounds.cases;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.util.List;

/// What stories said before, through the wall: for their authors and moderators.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface CaseRevisionRepository extends GenericRepository<CaseRevisionRow, Integer> {

    @Introspected
    record FieldRow(String field, String words) {}

    /// The newest `limit`, the oldest of them first.
    @Query(
            """
            select revision, replaced_at
            from (select revision, made_at as replaced_at
                  from case_revision
                  where story_id = :story
                  order by revision desc
                  limit :limit) newest
            order by revision
            """)
    List<CaseRevisionRow> of(long story, int limit);

    @Query("select exists (select 1 from case_revision where story_id = :story)")
    boolean any(long story);

    /// The words of each field that said something, lists with a line for each.
    @Query(
            """
            select f.field, f.words
            from case_revision e
            cross join lateral (
                select k.field, e.words ->> k.field as words
                from unnest(array['title', 'practice', 'led', 'patient_words', 'outcome', 'setting', 'patient_view', 'named',
                                  'members_only']) k (field)
                union all
                select k.field,
                       (select string_agg(x.line, E'\\n' order by x.n)
                        from jsonb_array_elements_text(e.words -> k.field) with ordinality x (line, n))
                from unnest(array['conditions', 'tags', 'learning', 'took_part']) k (field)
                union all
                select p.key, p.value
                from jsonb_each_text(e.words -> 'parts') p) f
            where e.story_id = :story and e.revision = :revision and f.words <> ''
            """)
    List<FieldRow> words(long story, int revision);
}
