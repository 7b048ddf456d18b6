package rounds.community;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.util.List;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface DirectoryRepository extends GenericRepository<DirectoryRow, Long> {

    @Query(
            """
            select c.id, c.slug, c.name, c.purpose, c.audience, c.visibility, c.languages, c.members,
                   c.review_first_posts, c.review_resources, c.second_reader, c.asks_identifiers, c.members_may_invite, c.created_at, a.roles, folded(c.name) as sort_key
            from community c
            left join access a on a.person_id = (select viewer()) and a.community_id = c.id
            where c.form = 'community'
              and (folded(c.name), c.id) > (:fromKey, :fromId)
              and (:language = '' or :language = any (c.languages))
              and not exists (
                  select 1
                  from unnest(string_to_array(folded(:words), ' ')) word
                  where position(word in folded(c.name || ' ' || c.purpose || ' ' || c.audience)) = 0)
            order by folded(c.name), c.id
            limit :limit
            """)
    List<DirectoryRow> page(String words, String language, String fromKey, long fromId, int limit);

    // The function uses an index, which the wall would not let be used; the wall has the last word.
    @Query(
            """
            select c.id, c.slug, c.name
            from communities_called(:words, :limit) with ordinality called (id, place)
            join community c on c.id = called.id
            order by called.place
            """)
    List<Mine> called(String words, int limit);
}
