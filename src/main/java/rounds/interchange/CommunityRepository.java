package rounds.interchange;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import org.jspecify.annotations.Nullable;

import java.util.List;

@Repository("system")
@JdbcRepository(dialect = Dialect.POSTGRES)
interface CommunityRepository extends GenericRepository<Found, Long> {

    @Query(
            """
            select id, source_id, visibility, languages[1] as language
              from community
             where source_id = any(:keys::text[])
                or id = any(:ids::bigint[])
            """)
    List<Home> find(String[] keys, Long[] ids);

    @Query(
            """
            select slug
              from community
             where slug like :start || '%'
            """)
    List<String> slugsFrom(String start);

    @Query(
            """
            insert into community (
                   id, slug, name, purpose, audience, visibility, languages, created_by, created_at,
                   review_first_posts, members_may_invite, form, source_id)
            select id, slug, name, coalesce(purpose, ''), coalesce(audience, ''), visibility, languages,
                   created_by, created_at, review_first_posts, members_may_invite, form, source_id
              from json_to_recordset(:rows::json) as r (
                   id bigint, slug text, name text, purpose text, audience text, visibility text,
                   languages text[], created_by bigint, created_at timestamptz,
                   review_first_posts boolean, members_may_invite boolean, form text, source_id text)
            """)
    void insert(String rows);

    // The same line makes its row once; so does the same line of an export with other words around.
    @Query(
            """
            insert into membership (id, community_id, person_id, role, from_at, until_at)
            select id, community_id, person_id, role, from_at, until_at
              from json_to_recordset(:rows::json) as r (
                   id bigint, community_id bigint, person_id bigint, role text,
                   from_at timestamptz, until_at timestamptz)
             where not exists (
                   select 1
                     from membership m
                    where m.community_id = r.community_id
                      and m.person_id = r.person_id
                      and m.role = r.role
                      and m.from_at = r.from_at)
                on conflict do nothing
             returning id
            """)
    List<Long> insertMemberships(String rows);

    // Whoever was a member once and left is not made one again.
    @Query(
            """
            insert into membership (id, community_id, person_id, role, from_at)
            select id, community_id, person_id, role, from_at
              from json_to_recordset(:rows::json) as r (
                   id bigint, community_id bigint, person_id bigint, role text, from_at timestamptz)
             where not exists (
                   select 1
                     from membership m
                    where m.community_id = r.community_id
                      and m.person_id = r.person_id)
                on conflict do nothing
            """)
    long join(String rows);

    /// What a discussion takes from its community.
    @Introspected
    record Home(long id, @Nullable String sourceId, String visibility, String language) {}
}
