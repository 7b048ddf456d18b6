package rounds.glossary;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Terms as their viewer may read and write them.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface TermRepository extends GenericRepository<TermRow, Long> {
    String SEEN =
            """
            select t.id, t.community_id, c.slug as community_slug, c.visibility as community_visibility, t.state, t.name,
                   t.expansion, t.meaning, t.html, t.html_version, t.language, t.counterpart, t.spellings, t.review_on,
                   t.proposed_by, p.handle, p.name as proposer_name, p.profession, t.reason, t.changed_at, t.revision, a.roles
            from term t
            join community c on c.id = t.community_id
            join person p on p.id = t.proposed_by
            left join access a on a.person_id = (select viewer()) and a.community_id = t.community_id
            """;

    @Query(SEEN + "where t.id = :id")
    Optional<TermRow> seen(long id);

    /// In the order of the letters.
    @Query(
            SEEN
                    + """
                    where t.community_id = :communityId and t.state = 'standing'
                    order by t.folded, t.id
                    limit :limit
                    """)
    List<TermRow> standing(long communityId, int limit);

    /// What stands under that name, or is written so, in whichever language.
    @Query(
            SEEN
                    + """
                    where t.community_id = :communityId and t.state = 'standing'
                      and (t.folded = folded(:name)
                           or exists (select 1 from unnest(t.spellings) s where folded(s) = folded(:name)))
                    order by t.folded <> folded(:name), t.id
                    limit 1
                    """)
    Optional<TermRow> named(long communityId, String name);

    /// What does not stand there: proposals, the oldest first, then what was declined or removed,
    /// the latest first.
    @Query(
            SEEN
                    + """
                    where t.community_id = :communityId and t.state <> 'standing'
                    order by t.state <> 'proposed', case t.state when 'proposed' then extract(epoch from t.made_at)
                             else -extract(epoch from t.changed_at) end, t.id
                    limit :limit
                    """)
    List<TermRow> others(long communityId, int limit);

    @Query(
            """
            select c.id, c.visibility, a.roles
            from community c
            left join access a on a.person_id = (select viewer()) and a.community_id = c.id
            where c.slug = :slug and c.form = 'community'
            """)
    Optional<GlossaryRoomRow> room(String slug);

    @Query(
            """
            select count(*)::int as terms, coalesce(sum(t.revision), 0)::bigint as revisions,
                   coalesce((extract(epoch from max(t.changed_at)) * 1000)::bigint, 0) as newest
            from term t
            where t.community_id = :communityId and t.state = 'standing'
            """)
    Wordbook wordbook(long communityId);

    /// 0 when the community has so many already, or one of that name stands there already.
    @Query(
            """
            insert into term (id, community_id, state, name, expansion, meaning, html, html_version, language, counterpart,
                              spellings, review_on, visibility, proposed_by, made_at, changed_at)
            select :id, c.id, :state, :name, :expansion, :meaning, :html, :htmlVersion, :language, :counterpart, :spellings,
                   cast(:reviewOn as date), c.visibility, (select viewer()), :now, :now
            from community c
            where c.id = :communityId
              and (select count(*) from term n where n.community_id = c.id and n.state = :state) < :most
            on conflict do nothing
            """)
    int add(
            long id,
            long communityId,
            String state,
            String name,
            String expansion,
            String meaning,
            String html,
            int htmlVersion,
            String language,
            String counterpart,
            String[] spellings,
            @Nullable LocalDate reviewOn,
            int most,
            Instant now);

    /// Waits for whoever else changes it.
    @Query("select t.id from term t where t.id = :id for update")
    Optional<Long> hold(long id);

    /// Keeps what stands there, before it is replaced.
    @Query(
            """
            insert into term_revision (term_id, number, name, expansion, meaning, language, counterpart, spellings, review_on,
                                       replaced_by, replaced_at)
            select t.id, t.revision, t.name, t.expansion, t.meaning, t.language, t.counterpart, t.spellings, t.review_on,
                   (select viewer()), :now
            from term t
            where t.id = :id
            """)
    int keep(long id, Instant now);

    /// Who reads the community now reads the new words.
    @Query(
            """
            update term t
            set name = :name, expansion = :expansion, meaning = :meaning, html = :html, html_version = :htmlVersion,
                language = :language, counterpart = :counterpart, spellings = :spellings,
                review_on = cast(:reviewOn as date),
                visibility = (select c.visibility from community c where c.id = t.community_id),
                revision = t.revision + 1, changed_at = :now
            where t.id = :id
            """)
    int edit(
            long id,
            String name,
            String expansion,
            String meaning,
            String html,
            int htmlVersion,
            String language,
            String counterpart,
            String[] spellings,
            @Nullable LocalDate reviewOn,
            Instant now);

    /// 0 when it is in another state by now.
    @Query(
            """
            update term t
            set state = :becomes, reason = :reason, changed_at = :now,
                decided_at = case when :from in ('proposed', 'declined') then :now::timestamptz end,
                decided_by = case when :from in ('proposed', 'declined') then (select viewer()) end,
                visibility = case :becomes when 'standing' then (select c.visibility from community c where c.id = t.community_id)
                             else t.visibility end
            where t.id = :id and t.state = :from
            """)
    int move(long id, String from, String becomes, String reason, Instant now);

    @Query("delete from term where id = :id")
    int takeBack(long id);

    /// The latest first.
    @Query(
            """
            select r.number, r.name, r.expansion, r.meaning, r.language, r.counterpart, r.spellings, r.review_on,
                   r.replaced_by, p.handle, p.name as person_name, p.profession, r.replaced_at
            from term_revision r
            join person p on p.id = r.replaced_by
            where r.term_id = :id
            order by r.number desc
            limit :limit
            """)
    List<TermRevisionRow> revisions(long id, int limit);
}
