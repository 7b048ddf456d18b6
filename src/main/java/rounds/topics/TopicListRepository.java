package rounds.topics;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// Lists of topics as their viewer may read them.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface TopicListRepository extends GenericRepository<TopicSummaryRow, Long> {
    String PART =
            """
            case when t.state in ('open', 'synthesising') then 1 when t.state = 'proposed' then 2
                 when t.state in ('published', 'review') then 3 when t.state = 'archived' then 4 else 5 end
            """;

    String SUMMARY =
            """
            select t.id, c.slug as community_slug, coalesce(c.name, host_of_topic(t.id)) as community_name, t.title, t.question, t.language,
                   t.state, t.tags, t.starts_on, t.ends_on, t.review_on, t.votes,
                   exists (select 1 from topic_vote v where v.topic_id = t.id and v.person_id = (select viewer())) as voted, t.summary,
                   coalesce((select r.number from topic_reading r where r.topic_id = t.id and r.person_id = (select viewer())), 0) as read_last,
                   p.id as proposer_id, p.handle as proposer_handle, p.name as proposer_name, p.profession as proposer_profession,
                   array(select n.name from topic_curator k join person n on n.id = k.person_id where k.topic_id = t.id
                         order by k.since, n.id) as curators,
                   t.changed_at, t.part
            """;

    String JOINS =
            """
             t
            left join community c on c.id = t.community_id
            join person p on p.id = t.proposed_by
            """;

    /// A community's own, and those that are shown to it: the first of each part.
    @Query(
            "with here as (select t.*, "
                    + PART
                    + """
                     as part
                        from topic t
                        where (t.community_id = :community
                               or t.id in (select g.topic_id from topic_guest g
                                           where g.guest_id = :community and g.accepted_at is not null))
                          and (:tag::text is null or t.tags @> array[:tag::text])),
                    placed as (
                        select h.*,
                               row_number() over (partition by h.part
                                                  order by case when h.part = 2 then -h.votes else 0 end, h.changed_at desc, h.id desc) as n
                        from here h)
                    """
                    + SUMMARY
                    + "from placed"
                    + JOINS
                    + """
                    where t.n <= :each
                    order by t.part, t.n
                    """)
    List<TopicSummaryRow> parts(long community, @Nullable String tag, int each);

    /// Those of one part, what changed last first.
    @Query(
            "with placed as (select t.*, "
                    + PART
                    + """
                     as part
                        from topic t
                        where (t.community_id = :community
                               or t.id in (select g.topic_id from topic_guest g
                                           where g.guest_id = :community and g.accepted_at is not null))
                          and t.state = any (:states::text[])
                          and (:tag::text is null or t.tags @> array[:tag::text])
                          and (t.changed_at, t.id) < (:at, :id)
                        order by t.changed_at desc, t.id desc
                        limit :limit)
                    """
                    + SUMMARY
                    + "from placed"
                    + JOINS
                    + """
                    order by t.changed_at desc, t.id desc
                    """)
    List<TopicSummaryRow> newest(
            long community, String[] states, @Nullable String tag, Instant at, long id, int limit);

    /// What is open, then what is being written, then the others of these states.
    @Query(
            "with placed as (select t.*, "
                    + PART
                    + """
                     as part
                        from topic t
                        where (t.community_id = :community
                               or t.id in (select g.topic_id from topic_guest g
                                           where g.guest_id = :community and g.accepted_at is not null))
                          and t.state = any (:states::text[])
                        order by array_position(array['open', 'synthesising'], t.state), t.changed_at desc, t.id desc
                        limit :limit)
                    """
                    + SUMMARY
                    + "from placed"
                    + JOINS
                    + """
                    order by array_position(array['open', 'synthesising'], t.state), t.changed_at desc, t.id desc
                    """)
    List<TopicSummaryRow> first(long community, String[] states, int limit);

    /// What is under way in all communities of which the viewer is a member.
    @Query(
            "with placed as (select t.*, "
                    + PART
                    + """
                     as part
                        from topic t
                        where t.state = any (:states::text[])
                          and (:tag::text is null or t.tags @> array[:tag::text])
                        order by t.changed_at desc, t.id desc
                        limit :limit)
                    """
                    + SUMMARY
                    + "from placed"
                    + JOINS
                    + """
                    order by t.changed_at desc, t.id desc
                    """)
    List<TopicSummaryRow> latest(String[] states, @Nullable String tag, int limit);
}
