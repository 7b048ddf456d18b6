package rounds.topics;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import rounds.platform.order.Placed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What stands on shelves, as the viewer may read and write it.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface EntryRepository extends GenericRepository<EntryRow, Long> {

    String COLUMNS =
            """
            select e.content_type, e.content_id, e.state, e.place, e.why, coalesce(d.title, f.title, r.title, s.title) as title,
                   coalesce(d.kind, f.kind, r.kind, s.outcome) as kind, coalesce(d.language, o.language, r.language, s.language) as language,
                   o.number, p.id as person_id, p.handle, p.name, p.profession, e.added_at,
            """;

    String JOINS =
            """
            left join discussion d on d.id = case when e.content_type = 'discussion' then e.content_id end
            left join post o on o.id = case when e.content_type = 'post' then e.content_id end
            left join discussion f on f.id = o.discussion_id
            left join resource r on r.id = case when e.content_type = 'resource' then e.content_id end
            left join case_story s on s.id = case when e.content_type = 'case_story' then e.content_id end
            left join access a on a.person_id = (select viewer()) and a.community_id = e.community_id and a.reads
            left join person p on p.id = e.added_by and a.reads
            where coalesce(d.id, f.id, r.id, s.id) is not null
            """;

    /// What stands there in reading order, then what is suggested, the oldest first; that is read
    /// by members, and so is who put it there.
    @Query(
            COLUMNS
                    + "null::int as standing from (select * from topic_entry where topic_id = :topic) e\n"
                    + JOINS
                    + """
                    order by e.state, case when e.state = 'shelved' then e.place end, case when e.state = 'suggested' then e.added_at end,
                             e.content_id
                    limit :limit
                    """)
    List<EntryRow> of(long topic, int limit);

    /// What stands there after that place, in reading order; and all that is suggested where
    /// `suggested`.
    @Query(
            COLUMNS
                    + """
                    (select shelved_on_topic(:topic)) as standing
                    from ((select *
                           from topic_entry
                           where topic_id = :topic and state = 'shelved' and (place, content_id) > (:place, :content)
                           order by place, content_id
                           limit :limit)
                          union all
                          (select * from topic_entry where topic_id = :topic and state = 'suggested' and :suggested)) e
                    """
                    + JOINS
                    + """
                    order by e.state, case when e.state = 'shelved' then e.place end, case when e.state = 'suggested' then e.added_at end,
                             e.content_id
                    """)
    List<EntryRow> next(long topic, long place, long content, int limit, boolean suggested);

    /// How many stand there that the viewer, who tends the topic, cannot read.
    @Query(
            """
            select greatest(0, shelved_on_topic(:topic)
                               - (select count(*) from topic_entry e where e.topic_id = :topic and e.state = 'shelved')::int)
            """)
    int unseen(long topic);

    @Query(
            """
            select e.state
            from topic_entry e
            where e.topic_id = :topic and e.content_type = :type and e.content_id = :content
            """)
    Optional<String> state(long topic, String type, long content);

    /// Behind all that the viewer sees there; 0 where it stands there, or is suggested, already, or
    /// there are as many as there may be.
    @Query(
            """
            insert into topic_entry (topic_id, content_type, content_id, community_id, state, place, why, added_by, added_at)
            select t.id, :type, :content, t.community_id, :state,
                   coalesce((select max(e.place) from topic_entry e where e.topic_id = t.id and e.state = 'shelved'), 0) + :apart,
                   :why, viewer(), :now
            from topic t
            where t.id = :topic
              and (select count(*) from topic_entry e where e.topic_id = t.id and e.state = :state) < :most
            on conflict do nothing
            """)
    int put(
            long topic,
            String type,
            long content,
            String state,
            long apart,
            String why,
            int most,
            Instant now);

    /// What was suggested goes to the end of the shelf; 0 where it is suggested no more.
    @Query(
            """
            update topic_entry
            set state = 'shelved', why = :why,
                place = coalesce((select max(e.place) from topic_entry e where e.topic_id = :topic and e.state = 'shelved'), 0) + :apart
            where topic_id = :topic and content_type = :type and content_id = :content and state = 'suggested'
              and (select count(*) from topic_entry e where e.topic_id = :topic and e.state = 'shelved') < :most
            """)
    int accept(long topic, String type, long content, String why, long apart, int most);

    @Query(
            """
            update topic_entry
            set why = :why
            where topic_id = :topic and content_type = :type and content_id = :content and state = 'shelved'
            """)
    int say(long topic, String type, long content, String why);

    @Query(
            """
            delete from topic_entry
            where topic_id = :topic and content_type = :type and content_id = :content and state = :state
            """)
    int take(long topic, String type, long content, String state);

    @Query(
            """
            select e.content_id as id, e.place
            from topic_entry e
            where e.topic_id = :topic and e.content_id = :id and e.state = 'shelved'
            """)
    Optional<Placed> at(long topic, long id);

    @Query(
            """
            select e.content_id as id, e.place
            from topic_entry e
            where e.topic_id = :topic and e.state = 'shelved' and (e.place, e.content_id) < (:place, :id) and e.content_id <> :without
            order by e.place desc, e.content_id desc
            limit 1
            """)
    Optional<Placed> before(long topic, long place, long id, long without);

    @Query(
            """
            select e.content_id as id, e.place
            from topic_entry e
            where e.topic_id = :topic and e.state = 'shelved' and (e.place, e.content_id) > (:place, :id) and e.content_id <> :without
            order by e.place, e.content_id
            limit 1
            """)
    Optional<Placed> after(long topic, long place, long id, long without);

    @Query(
            """
            select e.content_id as id, e.place
            from topic_entry e
            where e.topic_id = :topic and e.state = 'shelved' and e.content_id <> :without
            order by e.place, e.content_id
            limit :most
            """)
    List<Placed> first(long topic, long without, int most);

    @Query("update topic_entry set place = :place where topic_id = :topic and content_id = :id")
    int move(long topic, long id, long place);

    @Query("select true from (select space_shelf(:topic, :apart)) done")
    boolean space(long topic, long apart);

    /// Locked, so that what is put into an order holds; and who has changed it last.
    @Query("select t.arranged from topic t where t.id = :topic for update")
    Optional<Integer> hold(long topic);

    @Query("update topic set arranged = arranged + 1, arranged_by = viewer() where id = :topic")
    int touch(long topic);

    @Query("select t.arranged_by from topic t where t.id = :topic and t.arranged_by is not null")
    Optional<Long> arrangedBy(long topic);

    /// Where members of these communities can put something, what changed last first.
    @Query(
            """
            select t.id, t.title, t.language, t.community_id, c.slug as community_slug, c.name as community_name, curates_topic(t.id) as curates,
                   (select e.state from topic_entry e
                     where e.topic_id = t.id and e.content_type = :type and e.content_id = :content) as stands
            from topic t
            join community c on c.id = t.community_id
            join access a on a.person_id = (select viewer()) and a.community_id = t.community_id and a.reads
            where t.state in ('open', 'synthesising', 'published', 'review')
            order by t.changed_at desc, t.id desc
            limit :limit
            """)
    List<ShelfChoice> choices(String type, long content, int limit);
}
