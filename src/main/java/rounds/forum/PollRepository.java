package rounds.forum;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Polls as the viewer may see them: the wall leaves out counts and ballots that are not for her.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PollRepository extends GenericRepository<PollRow, Long> {

    @Query(
            """
            select q.post_id, q.question, q.kind, q.most, q.open, q.results, q.ends_at,
                   case when least(q.ended_at, q.ends_at) <= now() then least(q.ended_at, q.ends_at) end as ended_at,
                   q.ballots,
                   array(select o.words from poll_option o where o.post_id = q.post_id order by o.number) as options,
                   (select b.choices from ballot b where b.post_id = q.post_id and b.person_id = (select viewer())) as own,
                   array(select n.value
                         from (select round, number, votes, leaves
                               from poll_tally
                               where post_id = q.post_id and not q.uncounted
                               union all
                               select round, number, votes, leaves
                               from uncounted_rounds(case when q.uncounted then q.post_id end)) t
                         cross join lateral unnest(array[t.round, t.number, t.votes, t.leaves::int]) with ordinality n (value, nth)
                         order by t.round, t.number, n.nth) as tally
            from poll q
            where q.post_id = any (:posts::bigint[])
            """)
    List<PollRow> of(Long[] posts);

    /// `set` or `voted`; absent, where the viewer may not.
    @Query(
            """
            select outcome
            from set_poll(:post, :question, :kind, :most::int, :open, :results, :ends::timestamptz, :options, :now) as done (outcome)
            where outcome is not null
            """)
    Optional<String> set(
            long post,
            String question,
            String kind,
            @Nullable Integer most,
            boolean open,
            String results,
            @Nullable Instant ends,
            String[] options,
            Instant now);

    /// `removed` or `voted`; absent, where the viewer may not.
    @Query("select outcome from remove_poll(:post) as done (outcome) where outcome is not null")
    Optional<String> remove(long post);

    /// False, where it has ended already; absent, where the viewer may not.
    @Query("select ended from end_poll(:post, :now) as done (ended) where ended is not null")
    Optional<Boolean> end(long post, Instant now);

    /// `cast`, `same`, `ended` or `unfit`; absent, where the viewer may not.
    @Query(
            """
            select outcome
            from cast_ballot(:post, :choices::int[], :id, :now) as done (outcome)
            where outcome is not null
            """)
    Optional<String> vote(long post, Integer[] choices, long id, Instant now);

    /// Who voted, the latest first: those the viewer may know of.
    @Query(
            """
            select b.id, b.person_id, p.handle, p.name, p.profession, b.choices, b.cast_at
            from ballot b
            left join person p on p.id = b.person_id
            where b.post_id = :post and (b.cast_at, b.id) < (:at, :after)
            order by b.cast_at desc, b.id desc
            limit :limit
            """)
    List<BallotRow> ballots(long post, Instant at, long after, int limit);
}
