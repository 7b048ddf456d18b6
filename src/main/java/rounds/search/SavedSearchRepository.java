package rounds.search;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The viewer's own.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SavedSearchRepository extends GenericRepository<SavedSearchRow, Long> {

    /// As the columns of a row are read.
    String COLUMNS =
            """
            id, person_id, name, words, array_to_string(narrowed, e'\\n') as narrowed, from_day, to_day, within_id, sorted, literal,
            alerts_since is not null as alerts, saved_at, looked_at,
            greatest(told_until, alerts_since, looked_at) as news_since, deleted_at
            """;

    /// The newest first.
    @Query(
            "select "
                    + COLUMNS
                    + """
                    from saved_search
                    where person_id = (select viewer()) and (deleted_at is not null) = :deleted
                    order by saved_at desc, id desc
                    """)
    List<SavedSearchRow> all(boolean deleted);

    @Query(
            "select "
                    + COLUMNS
                    + " from saved_search where person_id = (select viewer()) and id = :id")
    Optional<SavedSearchRow> one(long id);

    /// 0 where she has as many as there may be.
    @Query(
            """
            insert into saved_search (id, person_id, name, words, narrowed, from_day, to_day, within_id, sorted, literal,
                                      saved_at, looked_at, alerts_since, told_until, due_at)
            select :id, (select viewer()), :name, :words, :facets::text[], :fromDay::date, :toDay::date, :withinId::bigint, :sorted, :literal,
                   :now, :now, case when :alerts then :now::timestamptz end, :now, :now
            where (select count(*) from saved_search s where s.person_id = (select viewer()) and s.deleted_at is null) < :most
            """)
    int save(
            long id,
            String name,
            String words,
            String[] facets,
            @Nullable LocalDate fromDay,
            @Nullable LocalDate toDay,
            @Nullable Long withinId,
            String sorted,
            boolean literal,
            boolean alerts,
            Instant now,
            int most);

    // Whoever is told already goes on where she was.
    @Query(
            """
            update saved_search
            set name = :name,
                alerts_since = case when :alerts then coalesce(alerts_since, :now) end
            where person_id = (select viewer()) and id = :id and deleted_at is null
            """)
    int change(long id, String name, boolean alerts, Instant now);

    @Query(
            """
            update saved_search
            set looked_at = greatest(looked_at, least(:until::timestamptz, :now::timestamptz))
            where person_id = (select viewer()) and id = :id and deleted_at is null
            """)
    int look(long id, Instant until, Instant now);

    @Query(
            """
            update saved_search
            set deleted_at = coalesce(deleted_at, :now)
            where person_id = (select viewer()) and id = :id
            """)
    int delete(long id, Instant now);

    // What came meanwhile is no news, but stands among what she has not seen.
    @Query(
            """
            update saved_search
            set deleted_at = null, alerts_since = case when alerts_since is not null then :now::timestamptz end
            where person_id = (select viewer()) and id = :id and deleted_at is not null
              and (select count(*) from saved_search s where s.person_id = (select viewer()) and s.deleted_at is null) < :most
            """)
    int bringBack(long id, Instant now, int most);
}
