package rounds.library;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// What was found in files, as its viewer may read it.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface FileFindingRepository extends GenericRepository<VersionRow, Long> {

    /// What is still asked about first, and in the order of the file.
    @Query(
            """
            select id, kind, passage, said_before, said_after, pages, times, certain, reason, confirmed_at
            from resource_finding
            where version_id = :versionId
            order by confirmed_at is not null, certain desc, id
            limit :limit
            """)
    List<FileFinding> of(long versionId, int limit);

    @Query(
            "select count(*) from resource_finding where version_id = :versionId and confirmed_at is null")
    int open(long versionId);

    /// How many versions of these resources nobody has looked at yet.
    @Query(
            "select count(*) from resource_version where resource_id = any (:resources::bigint[]) and looked = 'waiting'")
    int waiting(Long[] resources);

    /// 0: there was nothing to confirm; 1: some is still asked about; 2: nothing is any more.
    ///
    /// @param which null: all of them
    @Query(
            """
            select case when whole then 2 when not whole then 1 else 0 end
            from confirm_findings(:versionId, :which::bigint[], :reason, :now) as whole
            """)
    int confirm(long versionId, Long @Nullable [] which, String reason, Instant now);

    /// Of a community, the longest waiting first.
    @Query(
            """
            select r.id, v.number, r.title, r.language, v.looked, v.state = 'held' as held, v.made_by, p.handle, p.name, p.profession,
                   v.looked_at as at,
                   (select count(*) from resource_finding f where f.version_id = v.id and f.confirmed_at is null) as open
            from resource_version v
            join resource r on r.id = v.resource_id and r.state <> 'deleted'
            join person p on p.id = v.made_by
            where v.community_id = :communityId and v.looked in ('asks', 'refused') and v.state <> 'declined'
            order by v.made_at, v.id
            limit :limit
            """)
    List<HeldFileRow> held(long communityId, int limit);
}
