package rounds.community;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface CommunityRepository extends GenericRepository<CommunityRow, Long> {
    String SEEN =
            """
            select c.id, c.slug, c.name, c.purpose, c.audience, c.visibility, c.languages, c.members,
                   c.review_first_posts, c.review_resources, c.second_reader, c.asks_identifiers, c.members_may_invite,
                   exists (select 1 from term w where w.community_id = c.id and w.state = 'standing') as glossary,
                   c.created_at, a.roles,
            """
                    + Waiting.IN_COMMUNITY
                    + """
                     as waiting,
                    """
                    + Conversation.OTHERS
                    + """
                     as others
                    from community c
                    left join access a on a.person_id = (select viewer()) and a.community_id = c.id
                    """;

    // Notes have no address of their own below /c: they are reached by their discussion.
    @Query(SEEN + "where c.slug = :slug and c.form = 'community'")
    Optional<CommunityRow> bySlug(String slug);

    @Query(SEEN + "where c.id = :id")
    Optional<CommunityRow> byId(long id);

    @Query(
            """
            select c.id, c.slug, c.name
            from access a
            join community c on c.id = a.community_id
            where a.person_id = (select viewer()) and c.form = 'community'
            order by folded(c.name), c.id
            limit :limit
            """)
    List<Mine> mine(int limit);

    @Query(
            """
            select c.id, c.slug, c.name
            from (
                select x.*
                from ((select o.id, o.slug, o.name, 0 as place, o.members
                       from community o
                       where o.form = 'community' and o.slug = :named)
                      union all
                      (select o.id, o.slug, o.name, 1, o.members
                       from community o
                       where o.form = 'community' and o.visibility = 'public' and o.slug <> :named
                         and not exists (
                             select 1 from access a where a.person_id = (select viewer()) and a.community_id = o.id)
                       order by o.members desc, o.id
                       limit :limit)) x
                where not exists (select 1 from access a where a.person_id = (select viewer()) and a.community_id = x.id)
                order by x.place, x.members desc, x.id
                limit :limit) c
            order by folded(c.name), c.id
            """)
    List<Mine> others(String named, int limit);

    // No conflict target: naming one would make the database ask whether the founder may read the
    // new row, and she is
    // not in it yet.
    @Query(
            """
            insert into community (id, slug, name, purpose, audience, visibility, languages, created_by)
            values (:id, :slug, :name, :purpose, :audience, :visibility, :languages, :founder)
            on conflict do nothing
            """)
    int insert(
            long id,
            String slug,
            String name,
            String purpose,
            String audience,
            String visibility,
            String[] languages,
            long founder);

    @Query("select found_community(:community, :memberRow, :chairRow)")
    boolean begin(long community, long memberRow, long chairRow);

    @Query(
            """
            update community
            set name = :name, purpose = :purpose, audience = :audience, languages = :languages,
                review_first_posts = :reviewFirstPosts, review_resources = :reviewResources, second_reader = :secondReader, asks_identifiers = :asksIdentifiers, members_may_invite = :membersMayInvite
            where id = :id
            """)
    int change(
            long id,
            String name,
            String purpose,
            String audience,
            String[] languages,
            boolean reviewFirstPosts,
            boolean reviewResources,
            boolean secondReader,
            boolean asksIdentifiers,
            boolean membersMayInvite);

    @Query("update community set visibility = :visibility where id = :id")
    int show(long id, String visibility);
}
