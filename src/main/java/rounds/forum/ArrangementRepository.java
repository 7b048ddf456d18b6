package rounds.forum;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Steps through the wall that put discussions elsewhere. Each answers with a code: `done`, or why
/// it was not.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ArrangementRepository extends GenericRepository<DiscussionRow, Long> {

    /// @param most how many may be featured at once; 0: it is featured no longer
    @Query("select feature_discussion(:id, :most, :now)")
    String feature(long id, int most, Instant now);

    @Query("select move_discussion(:id, :community, :most)")
    String move(long id, long community, int most);

    @Query("select split_discussion(:id, :chosen::bigint[], :made, :title, :kind, :most)")
    String split(long id, Long[] chosen, long made, String title, String kind, int most);

    @Query("select merge_discussions(:id, :into, :most)")
    String merge(long id, long into, int most);

    /// Communities that the viewer moderates besides, and where no more people read.
    @Query(
            """
            select c.slug, c.name
            from discussion d
            join community s on s.id = d.community_id
            join access a on a.person_id = (select viewer()) and a.moderates and a.community_id <> d.community_id
            join community c on c.id = a.community_id
            where d.id = :id
              and array_position('{public,listed,private}', c.visibility)
                  >= greatest(array_position('{public,listed,private}', d.visibility),
                              array_position('{public,listed,private}', s.visibility))
            order by lower(c.name)
            limit 200
            """)
    List<Target> targets(long id);

    String MERGEABLE =
            """
            select d.id, d.title, d.language, d.kind, d.posts, d.opened_at, p.name as opened_by
            from discussion d
            join person p on p.id = d.opened_by
            where d.community_id = (select x.community_id from discussion x where x.id = :id)
              and d.id <> :id and d.state = 'visible'
            """;

    /// Others of its community whose titles hold all of these words, the latest first.
    @Query(
            MERGEABLE
                    + """
                      and not exists (select 1 from unnest(:words::text[]) w where strpos(lower(d.title), w) = 0)
                    order by d.last_at desc, d.id desc
                    limit :limit
                    """)
    List<Mergeable> mergeable(long id, String[] words, int limit);

    @Query(MERGEABLE + "  and d.id = :into")
    Optional<Mergeable> mergeable(long id, long into);

    /// What left a discussion that the viewer reads, what came into it, and what it was split off
    /// from, each with the post at which that is told.
    @Query(
            """
            select 'left' as way,
                   coalesce((select max(y.number) from post y where y.discussion_id = d.id and y.number < x.number), 1) as at,
                   case when t.id is null then 0 else x.posts end, t.id, t.title, t.language
            from discussion d
            cross join lateral parted_from(d.id) x
            left join discussion t on t.id = x.into_discussion and t.state = 'visible'
            where d.id = :id
            union all
            select 'came', m.number, 0, null, m.title, m.language
            from discussion d
            cross join lateral merged_here(d.id) m
            where d.id = :id
            union all
            select 'split', 1, 0, s.id, s.title, s.language
            from discussion d
            join discussion s on s.id = d.split_from and s.state = 'visible'
            where d.id = :id
            """)
    List<PartedRow> parted(long id);

    /// Where the post is now that once stood here; one that is gone is met at the one before it.
    @Query(
            """
            select p.discussion_id, d.title, p.id as post_id, p.number, false as waits
            from moved_post m
            join post p on p.id = m.post_id
            join discussion d on d.id = p.discussion_id
            where m.discussion_id = :id and p.state = 'visible'
            order by m.number > :number, case when m.number <= :number then - m.number else m.number end
            limit 1
            """)
    Optional<MadeRow> moved(long id, int number);

    /// The discussion that this post opens.
    @Query("select discussion_id from post where id = :post and number = 1")
    Optional<Long> opens(long post);

    /// Whether that post stood in this discussion before it went to where it is now.
    @Query(
            """
            select exists (select 1 from moved_post m where m.discussion_id = :id and m.post_id = :post)
            """)
    boolean stood(long id, long post);

    /// Where the post is now that was answered here; without one, the post that opened this here.
    @Query(
            """
            select p.discussion_id, d.title, p.id as post_id, p.number, false as waits
            from moved_post m
            join post p on p.id = m.post_id
            join discussion d on d.id = p.discussion_id
            where m.discussion_id = :id and p.discussion_id <> m.discussion_id and p.state = 'visible'
              and case when :post::bigint is null then m.number = 1 else m.post_id = :post::bigint end
            limit 1
            """)
    Optional<MadeRow> answered(long id, @Nullable Long post);
}
