package rounds.cases;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Edits that were begun and not saved, through the wall: an author's own.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface CaseEditRepository extends GenericRepository<CaseEditRow, Long> {

    @Query(
            """
            select story_id, fields, made_from, revision, saved_at
            from case_edit
            where story_id = :story
            """)
    Optional<CaseEditRow> of(long story);

    /// Its new revision; none when it is at another than the one that was seen.
    ///
    /// @param seen 0: nothing was there
    @Query(
            """
            with kept as (
                insert into case_edit (story_id, fields, made_from, saved_at)
                values (:story, :fields::text[], :madeFrom, :now)
                on conflict (story_id) do update
                set fields = excluded.fields, made_from = excluded.made_from, saved_at = excluded.saved_at,
                    revision = case_edit.revision + 1
                where case_edit.revision = :seen
                returning revision)
            select revision from kept
            """)
    List<Integer> keep(long story, String[] fields, int madeFrom, int seen, Instant now);

    @Query("delete from case_edit where story_id = :story")
    int forget(long story);
}
