package rounds.library;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// Resources as their viewer may read and write them.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ResourceRepository extends GenericRepository<ResourceRow, Long> {

    @Query(
            """
            select r.id, r.community_id, c.slug as community_slug, c.name as community_name,
                   c.visibility as community_visibility,
                   narrowest(r.visibility, c.visibility) as reads,
                   c.review_resources, r.kind, r.title, r.description, r.html, r.html_version, r.language, r.language_said,
                   r.tags, r.keywords, r.authors, r.source, r.licence, r.journal, r.year, r.doi, r.pmid, r.abstract as outline,
                   r.state, r.shared_by, p.handle, p.name, p.profession, r.shared_at, r.changed_at, r.current, r.revision,
                   r.official, r.review_on, s.id as successor_id, s.title as successor_title,
                   r.adapts as original_id, o.title as original_title, oc.name as original_community, r.adaptation,
                   r.readers, r.downloads, r.practised, r.source_id, r.declined_at, r.asked_at, r.asked, r.opens, a.roles
            from resource r
            join community c on c.id = r.community_id
            join person p on p.id = r.shared_by
            left join resource s on s.id = r.superseded_by
            left join resource o on o.id = r.adapts and o.state = 'visible'
            left join community oc on oc.id = o.community_id
            left join access a on a.person_id = (select viewer()) and a.community_id = r.community_id
            where r.id = :id
            """)
    Optional<ResourceRow> seen(long id);

    @Query(
            """
            select c.id, c.visibility, c.review_resources, a.roles
            from community c
            left join access a on a.person_id = (select viewer()) and a.community_id = c.id
            where c.slug = :slug and c.form = 'community'
            """)
    Optional<RoomRow> room(String slug);

    @Query(
            "insert into resource (id, community_id, adapts, visibility, state, shared_by, shared_at, changed_at, "
                    + WordColumns.NAMES
                    + ") select :id, :communityId, :adapts::bigint, :visibility, :state, viewer(), :now, :now, "
                    + WordColumns.NAMES
                    + " from "
                    + WordColumns.ROW)
    int add(
            long id,
            long communityId,
            String words,
            @Nullable Long adapts,
            String visibility,
            String state,
            Instant now);

    /// 0 when it is no longer at that revision.
    @Query(
            "update resource set ("
                    + WordColumns.NAMES
                    + ") = (select "
                    + WordColumns.NAMES
                    + " from "
                    + WordColumns.ROW
                    + "), revision = revision + 1 where id = :id and revision = :revision")
    int edit(long id, int revision, String words);

    @Query(
            """
            update resource
            set official = :official, review_on = :reviewOn, superseded_by = :successor, revision = revision + 1
            where id = :id and revision = :revision
            """)
    int curate(
            long id,
            int revision,
            boolean official,
            @Nullable LocalDate reviewOn,
            @Nullable Long successor);

    /// @param seen the revision that is to be moved; null: whichever it is now
    @Query("select move_resource(:id, :was, :becomes, :seen::int)")
    boolean move(long id, String was, String becomes, @Nullable Integer seen);

    /// The first words of what is read; empty while it has not been read.
    @Query(
            """
            select coalesce(string_agg(few.text, E'\\n' order by few.number), '')
            from (select p.number, left(p.text, 4000) as text
                  from resource_page p
                  join resource_version v on v.id = p.version_id and v.state = 'current'
                  where p.resource_id = :id
                  order by p.number
                  limit 3) few
            """)
    String beginning(long id);

    /// Whoever shared it asks that it be looked at again.
    ///
    /// @param seen the revision that she asks for
    @Query("select ask_again(:id, :seen, :said, :now)")
    boolean ask(long id, int seen, String said, Instant now);

    /// Takes away for good what was not let in.
    @Query("select forget_declined(:id)")
    boolean forgetDeclined(long id);

    /// Lets wait again what was not let in.
    @Query("select reopen_resource(:id)")
    boolean reopen(long id);

    /// Leaves it hidden, where it was asked to be shown again.
    @Query("select refuse_asked(:id)")
    boolean refuse(long id);

    @Query("select act, words, at from fate_of_resource(:id)")
    Optional<Fate> fate(long id);

    @Query("select true from (select use_resource(:id, :taking, :now)) done")
    boolean use(long id, boolean taking, Instant now);
}
