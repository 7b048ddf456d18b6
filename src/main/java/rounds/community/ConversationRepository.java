package rounds.community;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.util.List;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ConversationRepository extends GenericRepository<Acquaintance, Long> {

    @Query("select may_write_to(:personId)")
    String mayWriteTo(long personId);

    @Query(
            """
            select id, handle, name, profession, organisation, may_write_to(id) as may
            from person
            where handle = any (:handles)
            """)
    List<Addressed> addressed(String[] handles);

    @Query(
            """
            select p.id, p.handle, p.name, p.profession, p.organisation
            from people_called(:words) called (id)
            join person p on p.id = called.id
            where p.id <> (select viewer())
              and exists (
                  select 1
                  from membership m
                  join access a on a.person_id = (select viewer()) and a.community_id = m.community_id
                  join community c on c.id = a.community_id and c.form = 'community'
                  where m.person_id = p.id and m.until_at is null and m.role = 'member')
            order by folded(p.name), p.id
            limit :limit
            """)
    List<Acquaintance> acquaintances(String words, int limit);

    /// Those who came last into each of her communities.
    @Query(
            """
            select p.id, p.handle, p.name, p.profession, p.organisation
            from (
                select m.person_id, max(m.from_at) as since
                from access a
                join community c on c.id = a.community_id and c.form = 'community'
                cross join lateral (
                    select x.person_id, x.from_at
                    from membership x
                    where x.community_id = a.community_id and x.until_at is null and x.role = 'member'
                    order by x.from_at desc
                    limit :limit + 1) m
                where a.person_id = (select viewer()) and m.person_id <> a.person_id
                group by m.person_id
                order by max(m.from_at) desc, m.person_id
                limit :limit) m
            join person p on p.id = m.person_id
            order by folded(p.name), p.id
            """)
    List<Acquaintance> newest(int limit);

    @Query("select start_conversation(:id, :people::bigint[], :ownRow, :rows::bigint[])")
    boolean start(long id, Long[] people, long ownRow, Long[] rows);

    @Query("select add_to_conversation(:id, :personId, :rowId)")
    String add(long id, long personId, long rowId);

    @Query("select leave_conversation(:id)")
    boolean leave(long id);

    @Query(
            """
            insert into refusal (person_id, refused_id)
            select :personId, p.id from person p where p.handle = any (:handles) and p.id <> :personId
            on conflict do nothing
            """)
    int refuse(long personId, String[] handles);

    @Query(
            """
            delete from refusal
            where person_id = :personId and refused_id = (select p.id from person p where p.handle = :handle)
            """)
    int accept(long personId, String handle);

    @Query(
            """
            select p.id, p.handle, p.name, p.profession, p.organisation
            from refusal r
            join person p on p.id = r.refused_id
            where r.person_id = (select viewer())
            order by folded(p.name), p.id
            limit :limit
            """)
    List<Acquaintance> refused(int limit);

    @Query("select receives_notes from account where person_id = :personId")
    boolean receives(long personId);

    @Query("update account set receives_notes = :receives where person_id = :personId")
    int receive(long personId, boolean receives);
}
