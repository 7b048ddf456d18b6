package rounds.library;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Versions as their viewer may read and write them.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface VersionRepository extends GenericRepository<VersionRow, Long> {

    /// The one that is shown, then the newest first. What is asked about in a file that others read
    /// is no matter of theirs.
    @Query(
            """
            select v.id, v.number, v.state, v.form, v.hash, v.name, v.type, v.bytes, v.url,
                   case when v.number = :shown then v.body end as body, case when v.number = :shown then v.html end as html,
                   v.html_version, v.note, v.made_by, p.handle, p.name as maker_name, p.profession, v.made_at, v.made_of,
                   v.answer, v.reading, v.pages,
                   case when v.looked <> 'asks' or v.state not in ('current', 'earlier') or v.made_by = (select viewer())
                             or (select a.moderates or r.shared_by = a.person_id
                                   from access a
                                   join resource r on r.id = v.resource_id
                                  where a.person_id = (select viewer()) and a.community_id = v.community_id)
                        then v.looked else 'clear' end as looked
            from resource_version v
            join person p on p.id = v.made_by
            where v.resource_id = :resourceId
            order by v.number = :shown desc, v.number desc
            limit :limit
            """)
    List<VersionRow> of(long resourceId, int shown, int limit);

    @Query(
            """
            insert into resource_version (id, resource_id, community_id, number, state, form, hash, name, type, bytes, url, body,
                                          html, html_version, note, made_by, made_at, made_of, reading, vouched)
            values (:id, :resourceId, :communityId, next_version(:resourceId), 'proposed', :form, :hash, :name, :type, :bytes,
                    :url, :body, :html, :htmlVersion, :note, viewer(), :now,
                    (select r.current from resource r where r.id = :resourceId), :reading, :vouched)
            """)
    int propose(
            long id,
            long resourceId,
            long communityId,
            String form,
            @Nullable String hash,
            @Nullable String name,
            @Nullable String type,
            @Nullable Long bytes,
            @Nullable String url,
            @Nullable String body,
            @Nullable String html,
            int htmlVersion,
            String note,
            Instant now,
            String reading,
            boolean vouched);

    /// How much the files of a community take, whoever may read them.
    @Query("select library_bytes(:communityId)")
    long bytesIn(long communityId);

    @Query("select id from resource_version where resource_id = :resourceId and number = :number")
    Optional<Long> idOf(long resourceId, int number);

    @Query(
            "select exists (select 1 from resource_version where resource_id = :resourceId and id = :id)")
    boolean belongs(long resourceId, long id);

    @Query("select number from resource_version where resource_id = :resourceId and id = :id")
    int numberOf(long resourceId, long id);

    /// How many of the viewer's wait there.
    @Query(
            """
            select count(*)
            from resource_version
            where resource_id = :resourceId and state = 'proposed' and made_by = (select viewer())
            """)
    int waiting(long resourceId);

    /// @param seen the number of the version that it was compared with; null: whichever is read now
    /// @param said why it is not taken
    @Query("select decide_version(:id, :accepted, :now, :seen::int, :said)")
    boolean decide(long id, boolean accepted, Instant now, @Nullable Integer seen, String said);

    /// Lets one wait again that was not taken.
    @Query("select reopen_version(:id)")
    boolean reopen(long id);

    /// Whether others read any version of it.
    @Query(
            "select exists (select 1 from resource_version where resource_id = :resourceId and state = 'current')")
    boolean isRead(long resourceId);

    /// 0 when it is not the viewer's, or does not wait any more.
    @Query("delete from resource_version where id = :id and state in ('proposed', 'held')")
    int withdraw(long id);

    @Query("select made_by from resource_version where id = :id")
    long makerOf(long id);

    @Query(
            """
            select id, hash, name, type, bytes, reading
            from resource_version
            where resource_id = :resourceId and number = :number and form = 'file' and reading <> 'refused'
            """)
    Optional<ResourceFile> file(long resourceId, int number);

    @Query(
            """
            select p.number, p.heading, p.text, p.markdown
            from resource_page p
            join resource_version v on v.id = p.version_id
            where v.resource_id = :resourceId and v.number = :number and p.number between :first and :last
            order by p.number
            """)
    List<TextPage> pages(long resourceId, int number, int first, int last);

    @Query(
            """
            select p.number, p.heading, p.text, p.markdown
            from resource_page p
            join resource_version v on v.id = p.version_id
            where v.resource_id = :resourceId and v.number = :number and p.number >= :first
            order by p.number
            limit :most
            """)
    List<TextPage> following(long resourceId, int number, int first, int most);
}
