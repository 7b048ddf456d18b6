package rounds.forum;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface TagRepository extends GenericRepository<TagRow, String> {

    // Counted and not kept: how many there are depends on who asks, and a counter would be a row
    // that all who write at once wait for.
    @Query(
            """
            with used as (
                select u.name, count(*)::int as discussions
                from (select tags
                      from discussion
                      where community_id = :communityId and state = 'visible'
                      order by last_at desc, id desc
                      limit :counted) d
                cross join unnest(d.tags) u (name)
                group by u.name)
            select coalesce(u.name, t.name) as name, coalesce(t.description, '') as description,
                   array(select s.name from tag s
                         where s.community_id = :communityId and s.main = coalesce(u.name, t.name)
                         order by s.name) as synonyms,
                   coalesce(u.discussions, 0) as discussions
            from used u
            full join (select * from tag where community_id = :communityId and main is null) t on t.name = u.name
            where coalesce(u.name, t.name) like :starts
            order by coalesce(u.discussions, 0) desc, coalesce(u.name, t.name)
            limit :limit
            """)
    List<TagRow> all(long communityId, int counted, String starts, int limit);

    @Query(
            """
            select coalesce(t.main, t.name) as name, m.description,
                   array(select s.name from tag s where s.community_id = t.community_id and s.main = m.name
                         order by s.name) as synonyms,
                   0 as discussions
            from tag t
            join tag m on m.community_id = t.community_id and m.name = coalesce(t.main, t.name)
            where t.community_id = :communityId and t.name = :name
            """)
    Optional<TagRow> one(long communityId, String name);

    /// Those that are synonyms somewhere, and of what.
    ///
    /// @param folded in lower case and without accents
    @Query(
            """
            select community_id, name as tag, main
            from tag
            where main is not null and folded(name) = any (:folded)
            order by community_id
            limit :limit
            """)
    List<MergedTagRow> merged(String[] folded, int limit);

    @Query("select main_tags(:communityId, :typed) as tags")
    StoredTags stored(long communityId, String[] typed);

    @Query("select describe_tag(:communityId, :name, :words)")
    boolean describe(long communityId, String name, String words);

    @Query(
            """
            select exists (select 1 from tag where community_id = :communityId and name = :name)
                or exists (select 1 from discussion
                           where community_id = :communityId and state = 'visible' and tags @> array[:name]::text[])
            """)
    boolean known(long communityId, String name);

    /// The tag that is stored from now on; absent where that cannot be.
    @Query("select make_synonym(:communityId, :synonym, :into)")
    @Nullable String makeSynonym(long communityId, String synonym, String into);

    @Query("select end_synonym(:communityId, :synonym)")
    boolean endSynonym(long communityId, String synonym);

    /// How many discussions it wrote the main tag into, or resources, whichever were more.
    @Query("select retag(:communityId, :synonym, :limit)")
    int retag(long communityId, String synonym, int limit);

    /// How many revisions of posts it wrote the main tag into.
    @Query("select retag_histories(:communityId, :synonym, :limit)")
    int retagHistories(long communityId, String synonym, int limit);
}
