package rounds.search;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.time.Instant;
import java.util.List;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface RecentRepository extends GenericRepository<RecentSearch, String> {

    /// Her own, in which each of these words begins a word; the latest first.
    @Query(
            """
            select words, searched_at
              from recent_search
             where person_id = (select viewer()) and searched_at > :since
               and (:typed = '' or begins_words(:typed, words))
             order by searched_at desc, folded
             limit :limit
            """)
    List<RecentSearch> like(String typed, Instant since, int limit);

    @Query("select keeps_searches from account where person_id = :personId")
    boolean keeps(long personId);

    @Query("update account set keeps_searches = :keeps where person_id = :personId")
    int keep(long personId, boolean keeps);

    /// Once more, or for the first time; 0 where she keeps none.
    @Query(
            """
            insert into recent_search (person_id, words, searched_at)
            select person_id, :words, :now from account where person_id = :personId and keeps_searches
            on conflict (person_id, folded) do update set words = excluded.words, searched_at = excluded.searched_at
            """)
    int add(long personId, String words, Instant now);

    /// All of hers but the latest.
    @Query(
            """
            delete from recent_search
             where person_id = :personId
               and folded not in (select r.folded from recent_search r where r.person_id = :personId
                                   order by r.searched_at desc, r.folded limit :most)
            """)
    int shorten(long personId, int most);

    @Query("delete from recent_search where person_id = :personId and folded = folded(:words)")
    int forget(long personId, String words);

    @Query("delete from recent_search where person_id = :personId")
    int clear(long personId);

    /// Of everybody.
    @Query("delete from recent_search where searched_at <= :until")
    int prune(Instant until);
}
