package rounds.identity;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface PersonRepository extends GenericRepository<Profile, Long> {

    @Query(
            """
            select p.id, p.handle, p.name, a.email, a.confirmed_at is not null as confirmed, a.admin,
                   a.language, a.theme, a.time_zone, a.shortcuts, a.shows_meanings as meanings
              from person p
              join account a on a.person_id = p.id
             where p.id = :id
            """)
    Optional<Self> self(long id);

    @Query(
            """
            select id, handle, name, profession, organisation, place, about, expertise, emr, languages, created_at
              from person
             where handle = :handle
            """)
    Optional<Profile> byHandle(String handle);

    @Query(
            """
            select id, handle, name, profession, organisation, place, about, expertise, emr, languages, created_at
              from person
             where id = :id
            """)
    Optional<Profile> byId(long id);

    @Query("select exists (select 1 from person where handle_shape = :shape and id <> :id)")
    boolean isTaken(String shape, long id);

    @Query(
            """
            update person
               set handle = :handle, handle_shape = :shape, name = :name, profession = :profession,
                   organisation = :organisation, place = :place, about = :about,
                   expertise = :expertise::text[], emr = :emr::text[], languages = :languages::text[]
             where id = :id
            """)
    int change(
            long id,
            String handle,
            String shape,
            String name,
            String profession,
            String organisation,
            String place,
            String about,
            String[] expertise,
            String[] emr,
            String[] languages);

    @Query(
            """
            update account
               set language = :language::text, theme = :theme::text, time_zone = :timeZone, shortcuts = :shortcuts,
                   shows_meanings = :meanings
             where person_id = :id
            """)
    int prefer(
            long id,
            @Nullable String language,
            @Nullable String theme,
            String timeZone,
            boolean shortcuts,
            boolean meanings);

    @Query(
            """
            update account
               set language = coalesce(:language::text, language), theme = coalesce(:theme::text, theme)
             where person_id = :id
            """)
    int switchTo(long id, @Nullable String language, @Nullable String theme);
}
