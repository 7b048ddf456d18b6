package rounds.cases;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Stories as their viewer may read and write them.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface CaseRepository extends GenericRepository<CaseRow, Long> {

    @Query(
            """
            select s.id, s.community_id, coalesce(c.slug, '') as community_slug, coalesce(c.name, '') as community_name,
                   coalesce(c.visibility, 'private') as community_visibility,
                   narrowest(narrowest(s.visibility, coalesce(c.visibility, 'private')), case when s.members_only then 'private' else 'public' end) as reads,
                   coalesce(c.second_reader, false) as second_reader, s.state, s.named, s.title, s.language, s.outcome, s.setting, s.practice, s.conditions, s.tags,
                   s.learning, s.took_part, s.worked_by, s.led, s.patient_view, s.patient_words, s.members_only,
                   w.id as writer_id, w.handle, w.name, w.profession, s.asked, q.handle as asked_handle, q.name as asked_name, s.started_at, s.changed_at, s.published_at, s.revision,
                   s.withdrawn, s.again_at, s.again, s.read_first_at, s.edited_at, s.tried, s.thanked, s.same, s.source_id, a.roles
            from case_story s
            -- Not there for its author who left a private one.
            left join community c on c.id = s.community_id
            left join person w on w.id = coalesce(s.signed_by, writer_of(s.id))
            left join person q on q.id = s.asked
            left join access a on a.person_id = (select viewer()) and a.community_id = s.community_id
            where s.id = :id
            """)
    Optional<CaseRow> seen(long id);

    /// Holds a draft, or what is read, until this transaction ends, so that what is checked is what
    /// is published.
    @Query(
            "select id from case_story where id = :id and state = :state and revision = :revision for update")
    List<Long> hold(long id, String state, int revision);

    @Query(
            """
            select c.id, c.visibility, a.roles
            from community c
            left join access a on a.person_id = (select viewer()) and a.community_id = c.id
            where c.slug = :slug and c.form = 'community'
            """)
    Optional<CaseRoomRow> room(String slug);

    /// 0 when the person has begun as many as she may.
    @Query(
            """
            insert into case_story (id, community_id, state, written_by, named, title, language, visibility, started_at, changed_at)
            select :id, :communityId, 'draft', viewer(), true, :title, :language, :visibility, :now, :now
            where (select count(*) from own_case_stories(:most) o join case_story s on s.id = o where s.state = 'draft') < :most
            """)
    int begin(
            long id,
            long communityId,
            String title,
            String language,
            String visibility,
            int most,
            Instant now);

    /// 0 when it is no longer at that revision, or is no draft, or not what is read.
    @Query(
            """
            update case_story
            set title = :title, language = :language, outcome = :outcome::text, setting = :setting::text, practice = :practice,
                conditions = :conditions, tags = :tags, learning = :learning, took_part = :tookPart, worked_by = :workedBy,
                led = :led, patient_view = :patientView::text, patient_words = :patientWords, named = :named,
                members_only = :membersOnly, changed_at = :now, revision = revision + 1
            where id = :id and revision = :revision and state = :state
            """)
    int describe(
            long id,
            String state,
            int revision,
            String title,
            String language,
            @Nullable String outcome,
            @Nullable String setting,
            String practice,
            String[] conditions,
            String[] tags,
            String[] learning,
            String[] tookPart,
            String[] workedBy,
            String led,
            @Nullable String patientView,
            String patientWords,
            boolean named,
            boolean membersOnly,
            Instant now);

    /// Says that somebody wrote in a draft; 0 when it is none any more. Whoever publishes it waits.
    @Query("update case_story set changed_at = :now where id = :id and state = 'draft'")
    int touch(long id, Instant now);

    @Query("delete from case_story where id = :id")
    int throwAway(long id);

    @Query("select publish_case(:id, :seen, :reader::bigint, :now)")
    @Nullable String publish(long id, int seen, @Nullable Long reader, Instant now);

    /// @param notes parts and what is said of them, in turn
    @Query("select review_case(:id, :seen, :verdict, :words, :notes::text[], :entry, :now)")
    boolean review(
            long id,
            int seen,
            String verdict,
            String words,
            String[] notes,
            long entry,
            Instant now);

    @Query("select move_case(:id, :was, :becomes, :why)")
    boolean move(long id, String was, String becomes, String why);

    @Query("select ask_case_again(:id, :seen, :words, :now)")
    boolean askAgain(long id, int seen, String words, Instant now);

    @Query("select refuse_case_again(:id)")
    boolean refuseAgain(long id);

    @Query("select keep_case(:id, :seen, :now)")
    boolean keep(long id, int seen, Instant now);

    /// What moderators did with what is hidden, else the second reader's last words. None for
    /// whoever may not know who wrote it.
    @Query(
            """
            select act, words, array[]::text[] as notes
            from fate_of_case(:id)
            union all
            select r.verdict, r.comment, r.notes
            from case_story s
            cross join lateral (
                select verdict, comment, notes
                from case_review
                where story_id = s.id
                order by at desc, id desc
                limit 1) r
            where s.id = :id and s.state in ('draft', 'queued', 'visible') and (r.comment <> '' or cardinality(r.notes) > 0)
            """)
    Optional<FateRow> fate(long id);

    /// Members who are called so, by their handle or their name; two at most.
    @Query(
            """
            select p.id
            from person p
            join membership m on m.person_id = p.id and m.community_id = :community and m.role = 'member' and m.until_at is null
            where p.handle = lower(:called) or lower(p.name) = lower(:called)
            limit 2
            """)
    List<Long> member(long community, String called);

    @Query(
            """
            select ground, of_whom, given_on, reference
            from case_authority
            where story_id = :id
            """)
    List<AuthorityRow> authority(long id);

    @Query(
            """
            insert into case_authority (story_id, community_id, ground, of_whom, given_on, reference, said_at)
            values (:id, :communityId, :ground, :ofWhom, :on::date, :reference, :now)
            on conflict (story_id) do update
            set ground = excluded.ground, of_whom = excluded.of_whom, given_on = excluded.given_on, reference = excluded.reference,
                said_at = excluded.said_at
            """)
    int authorise(
            long id,
            long communityId,
            String ground,
            String ofWhom,
            java.time.@Nullable LocalDate on,
            String reference,
            Instant now);
}
