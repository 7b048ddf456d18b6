package rounds.interchange;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.util.List;

@Repository("system")
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PersonRepository extends GenericRepository<Found, Long> {

    @Query(
            """
            select id, source_id
              from person
             where source_id = any(:keys::text[])
                or id = any(:ids::bigint[])
            """)
    List<Found> find(String[] keys, Long[] ids);

    @Query(
            """
            select email, person_id
              from account
             where email = any(:emails::text[])
               and (confirmed_at is not null or password_hash is null)
            """)
    List<Addressed> byEmail(String[] emails);

    @Query(
            """
            select handle_shape
              from person
             where handle_shape = any(:shapes::text[])
            """)
    List<String> takenShapes(String[] shapes);

    // One JSON value for all rows: one statement whatever their number, and arrays inside rows.
    @Query(
            """
            insert into person (
                   id, handle, handle_shape, name, profession, organisation, place, about,
                   expertise, emr, languages, created_at, source_id)
            select id, handle, handle_shape, name, coalesce(profession, ''), coalesce(organisation, ''),
                   coalesce(place, ''), coalesce(about, ''), coalesce(expertise, '{}'),
                   coalesce(emr, '{}'), coalesce(languages, '{}'), created_at, source_id
              from json_to_recordset(:rows::json) as r (
                   id bigint, handle text, handle_shape text, name text, profession text,
                   organisation text, place text, about text, expertise text[], emr text[],
                   languages text[], created_at timestamptz, source_id text)
            """)
    void insert(String rows);

    // Confirmed by whoever imports, and without a password: they ask for one by mail.
    @Query(
            """
            insert into account (person_id, email, confirmed_at, admin, time_zone, language, created_at)
            select id, email, now(), admin, coalesce(time_zone, 'America/Toronto'), language, created_at
              from json_to_recordset(:rows::json) as r (
                   id bigint, email text, admin boolean, time_zone text, language text, created_at timestamptz)
             where email is not null
                on conflict do nothing
            """)
    void insertAccounts(String rows);

    @Query(
            """
            update person
               set source_id = :sourceId
             where id = :id
               and source_id is null
            """)
    void name(long id, String sourceId);

    @Introspected
    record Addressed(String email, long personId) {}
}
