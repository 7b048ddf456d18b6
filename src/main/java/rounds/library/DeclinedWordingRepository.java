package rounds.library;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.time.Instant;
import java.util.Optional;

/// Words that were not taken, as their viewer may read them.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface DeclinedWordingRepository extends GenericRepository<WordingRow, Long> {
    String WORDS =
            """
            select w.id, w.resource_id, w.kind, w.title, w.description, w.language, w.tags, w.keywords, w.authors, w.source,
                   w.licence, w.journal, w.year, w.doi, w.pmid, w.abstract as outline, r.adapts as original_id, w.adaptation,
                   w.made_by, p.handle, p.name, p.profession, w.made_at, w.answer, w.declined_at, w.current
            from declined_wording w
            join resource r on r.id = w.resource_id
            join person p on p.id = w.made_by
            """;

    @Query(WORDS + "where w.resource_id = :resourceId and w.id = :id and not w.whole")
    Optional<WordingRow> one(long resourceId, long id);

    /// The last that were not taken of the viewer's.
    @Query(
            WORDS
                    + """
                    where w.resource_id = :resourceId and not w.whole and w.made_by = (select viewer())
                    order by w.declined_at desc
                    limit 1
                    """)
    Optional<WordingRow> last(long resourceId);

    /// What was said of the resource when it was itself not let in.
    @Query(WORDS + "where w.id = :resourceId and w.whole")
    Optional<WordingRow> whole(long resourceId);

    /// False when they do not wait any more.
    @Query("select decline_words(:resourceId, :id, :said, :now)")
    boolean decline(long resourceId, long id, String said, Instant now);
}
