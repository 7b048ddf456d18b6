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
            from person p
            where p.id <> (select viewer())
              and p.id in (
                  select m.person_id
                  from access a
                  join community c on c.id = a.community_id and c.form = 'community'
                  join membership m on m.community_id = a.community_id and m.until_at is null and m.role = 'member'
                  where a.person_id = (select viewer()))
              and begins_words(:words, concat_ws(' ', p.name, p.handle, p.profession, p.organisation))
            order by folded(p.name), p.id
            limit :limit
            """)
    List<Acquaintance> acquaintances(String words, int limit);

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
