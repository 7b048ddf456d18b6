package rounds.forum;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The wall shows each person her own drafts and no others.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface DraftRepository extends GenericRepository<DraftRow, Long> {
    String DRAFT =
            """
            select id, place, kind, title, tags, body, language, made_from, seen, poll, recipients, note,
                   revision, saved_at
            from draft
            """;

    @Query(DRAFT + "where person_id = (select viewer()) and place = :place")
    Optional<DraftRow> at(String place);

    @Query(DRAFT + "where id = :id")
    Optional<DraftRow> find(long id);

    @Query(
            """
            select f.id, f.place, f.title,
                   case when f.community_id is not null and c.id is null
                             or f.discussion_id is not null and d.id is null then f.body
                        else left(f.body, 200) end as opening, f.revision, f.saved_at,
                   c.slug as community_slug, c.name as community_name, d.title as discussion_title,
                   d.language as discussion_language, d.closed_at is not null as discussion_closed,
                   p.number as post_number,
                   (select string_agg(n.name, ', ' order by x.at)
                    from unnest(string_to_array(f.recipients, ',')) with ordinality x (handle, at)
                    join person n on n.handle = x.handle) as recipients
            from draft f
            left join community c on c.id = f.community_id
            left join discussion d on d.id = f.discussion_id
            left join post p on p.id = f.post_id
            where f.person_id = (select viewer())
            order by f.saved_at desc, f.id desc
            limit :limit
            """)
    List<DraftSummary> mine(int limit);

    /// The answers that the viewer has begun and in which one of these texts stands, with its
    /// number among them, from 1. Each answer is read once, however many are asked for.
    ///
    /// @param like a regular expression without groups that finds such texts
    @Query(
            """
            select distinct f.id, w.number::int as number
            from draft f
            cross join regexp_matches(f.body, :like::text, 'g') as found (texts)
            join unnest(:texts::text[]) with ordinality as w (text, number) on w.text = found.texts[1]
            where f.person_id = (select viewer()) and f.place like 'answer.%'
            """)
    List<DraftHolding> answersHolding(String[] texts, String like);

    /// 0 when there is one in this place already, or the person has as many as she may.
    @Query(
            """
            insert into draft (id, person_id, community_id, place, discussion_id, post_id,
                               kind, title, tags, body, language, made_from, seen, poll, recipients, note, saved_at)
            select :id, viewer(), :communityId::bigint, :place, :discussionId::bigint, :postId::bigint,
                   :kind, :title, :tags, :body, :language, :madeFrom::int, :seen::int, :poll, :recipients, :note, :now
            where (select count(*) from draft where person_id = (select viewer())) < :most
            on conflict do nothing
            """)
    int begin(
            long id,
            @Nullable Long communityId,
            String place,
            @Nullable Long discussionId,
            @Nullable Long postId,
            String kind,
            String title,
            String tags,
            String body,
            String language,
            @Nullable Integer madeFrom,
            @Nullable Integer seen,
            String[] poll,
            String recipients,
            String note,
            int most,
            Instant now);

    /// 0 when it is no longer at that revision, or gone.
    @Query(
            """
            update draft
            set kind = :kind, title = :title, tags = :tags, body = :body, language = :language,
                made_from = :madeFrom::int, seen = :seen::int, poll = :poll, recipients = :recipients, note = :note,
                revision = revision + 1, saved_at = :now
            where person_id = (select viewer()) and place = :place and revision = :revision
            """)
    int goOn(
            String place,
            int revision,
            String kind,
            String title,
            String tags,
            String body,
            String language,
            @Nullable Integer madeFrom,
            @Nullable Integer seen,
            String[] poll,
            String recipients,
            String note,
            Instant now);

    @Query("delete from draft where id = :id")
    int throwAway(long id);

    /// What was saved after the revision that was sent is another device's, and stays.
    @Query("delete from draft where id = :id and revision <= :revision")
    int sent(long id, int revision);
}
