package rounds.interchange;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What is said and kept, as lines, in steps by what it is said about or whose it is. Without a
/// community: of the site.
@Repository("system")
@JdbcRepository(dialect = Dialect.POSTGRES)
interface MarkExportRepository extends GenericRepository<Found, Long> {
    // Each statement: the keys of a step; then their rows.
    String OF_COMMUNITY =
            """
             x
              join community c on c.id = x.community_id
             where (c.form = 'community' or :own)
               and (cast(:community as bigint) is null or x.community_id = :community)
            """;

    default List<MarkLine> of(
            MarkKind kind, @Nullable Long community, boolean own, long after, int limit) {
        return switch (kind) {
            case TAG -> tags(community, own, after, limit);
            case INTRODUCTION -> introductions(community, own, after, limit);
            case REVISION -> revisions(community, own, after, limit);
            case REACTION -> reactions(community, own, after, limit);
            case HELPED -> helped(community, own, after, limit);
            case MOVED -> moved(community, own, after, limit);
            case POLL -> polls(community, own, after, limit);
            case BALLOT -> ballots(community, own, after, limit);
            case WATCH -> watches(after, limit);
            case BOOKMARK -> bookmarks(after, limit);
            case REFUSAL -> refusals(after, limit);
            case CAUGHT_UP -> caughtUp(after, limit);
            case READ -> read(after, limit);
            case SAVED_SEARCH ->
                    throw new IllegalArgumentException("They have a repository of their own");
        };
    }

    @Query(
            """
            with step as (
                select distinct x.community_id as key
                  from tag
            """
                    + OF_COMMUNITY
                    + """
                           and x.community_id > :after
                         order by 1
                         limit :limit)
                    select x.community_id as key, json_strip_nulls(json_build_object('type', 'tag', 'community', coalesce(c.source_id, id_text(c.id)),
                           'name', x.name, 'description', nullif(x.description, ''), 'synonymOf', x.main, 'visibility', x.visibility))::text as line
                      from tag x
                      join step on step.key = x.community_id
                      join community home on home.id = x.community_id
                      join community c on c.id = x.community_id
                     where (cast(:community as bigint) is null or x.community_id = :community)
                       and (home.form = 'community' or :own)
                     order by x.community_id, x.main nulls first, x.name
                    """)
    List<MarkLine> tags(@Nullable Long community, boolean own, long after, int limit);

    @Query(
            """
            with step as (
                select distinct x.community_id as key
                  from (select * from introduction where said_at is not null)
            """
                    + OF_COMMUNITY
                    + """
                           and x.community_id > :after
                         order by 1
                         limit :limit)
                    select x.community_id as key, json_strip_nulls(json_build_object('type', 'introduction', 'community', coalesce(c.source_id, id_text(c.id)),
                           'person', coalesce(p.source_id, id_text(p.id)), 'who', x.who, 'hopes', nullif(x.hopes, ''),
                           'at', instant_text(x.said_at)))::text as line
                      from (select * from introduction where said_at is not null) x
                      join step on step.key = x.community_id
                      join community home on home.id = x.community_id
                      join community c on c.id = x.community_id
                      join person p on p.id = x.person_id
                     where (cast(:community as bigint) is null or x.community_id = :community)
                       and (home.form = 'community' or :own)
                     order by x.community_id, x.person_id
                    """)
    List<MarkLine> introductions(@Nullable Long community, boolean own, long after, int limit);

    @Query(
            """
            with step as (
                select distinct x.post_id as key
                  from (select r.*
                          from post_revision r
                          join post y on y.id = r.post_id
                         where y.state <> 'deleted' and not r.sealed)
            """
                    + OF_COMMUNITY
                    + """
                           and x.post_id > :after
                         order by 1
                         limit :limit)
                    select x.post_id as key, json_strip_nulls(json_build_object('type', 'revision', 'post', coalesce(o.source_id, id_text(o.id)),
                           'revision', x.revision, 'author', coalesce(p.source_id, id_text(p.id)), 'title', x.title,
                           'body', x.body, 'at', instant_text(x.written_at)))::text as line
                      from (select r.*
                              from post_revision r
                              join post y on y.id = r.post_id
                             where y.state <> 'deleted' and not r.sealed) x
                      join step on step.key = x.post_id
                      join community home on home.id = x.community_id
                      join post o on o.id = x.post_id
                      join person p on p.id = x.written_by
                     where (cast(:community as bigint) is null or x.community_id = :community)
                       and (home.form = 'community' or :own)
                     order by x.post_id, x.revision
                    """)
    List<MarkLine> revisions(@Nullable Long community, boolean own, long after, int limit);

    @Query(
            """
            with step as (
                select distinct x.post_id as key
                  from reaction
            """
                    + OF_COMMUNITY
                    + """
                           and x.post_id > :after
                         order by 1
                         limit :limit)
                    select x.post_id as key, json_strip_nulls(json_build_object('type', 'reaction', 'post', coalesce(o.source_id, id_text(o.id)),
                           'person', coalesce(p.source_id, id_text(p.id)), 'kind', x.kind, 'outcome', x.outcome,
                           'note', nullif(x.note, ''), 'organisation', nullif(x.place, ''),
                           'community', coalesce(f.source_id, id_text(f.id)), 'at', instant_text(x.at)))::text as line
                      from reaction x
                      join step on step.key = x.post_id
                      join community home on home.id = x.community_id
                      join post o on o.id = x.post_id
                      join person p on p.id = x.person_id
                      left join community f on f.id = x.for_community and (cast(:community as bigint) is null or f.id = :community)
                     where (cast(:community as bigint) is null or x.community_id = :community)
                       and (home.form = 'community' or :own)
                     order by x.post_id, x.at, x.person_id, x.kind
                    """)
    List<MarkLine> reactions(@Nullable Long community, boolean own, long after, int limit);

    @Query(
            """
            with step as (
                select distinct x.post_id as key
                  from helped
            """
                    + OF_COMMUNITY
                    + """
                           and x.post_id > :after
                         order by 1
                         limit :limit)
                    select x.post_id as key, json_strip_nulls(json_build_object('type', 'helped', 'post', coalesce(o.source_id, id_text(o.id)),
                           'person', coalesce(p.source_id, id_text(p.id)), 'passage', nullif(x.passage, ''),
                           'why', nullif(x.why, ''), 'at', instant_text(x.marked_at)))::text as line
                      from helped x
                      join step on step.key = x.post_id
                      join community home on home.id = x.community_id
                      join post o on o.id = x.post_id
                      join person p on p.id = x.marked_by
                     where (cast(:community as bigint) is null or x.community_id = :community)
                       and (home.form = 'community' or :own)
                     order by x.post_id
                    """)
    List<MarkLine> helped(@Nullable Long community, boolean own, long after, int limit);

    @Query(
            """
            with step as (
                select distinct x.discussion_id as key
                  from (select m.*
                          from moved_post m
                          join post y on y.id = m.post_id
                          join discussion z on z.id = m.discussion_id
                         where cast(:community as bigint) is null
                            or (y.community_id = :community and z.community_id = :community))
            """
                    + OF_COMMUNITY
                    + """
                           and x.discussion_id > :after
                         order by 1
                         limit :limit)
                    select x.discussion_id as key, json_strip_nulls(json_build_object('type', 'moved', 'discussion', coalesce(d.source_id, id_text(d.id)),
                           'number', x.number, 'post', coalesce(o.source_id, id_text(o.id))))::text as line
                      from (select m.*
                                  from moved_post m
                                  join post y on y.id = m.post_id
                                  join discussion z on z.id = m.discussion_id
                                 where cast(:community as bigint) is null
                                    or (y.community_id = :community and z.community_id = :community)) x
                      join step on step.key = x.discussion_id
                      join community home on home.id = x.community_id
                      join post o on o.id = x.post_id
                      join discussion d on d.id = x.discussion_id
                     where (cast(:community as bigint) is null or x.community_id = :community)
                       and (home.form = 'community' or :own)
                     order by x.discussion_id, x.number
                    """)
    List<MarkLine> moved(@Nullable Long community, boolean own, long after, int limit);

    // Who chose what in a closed poll is told to nobody, and not by the order of the votes either.
    @Query(
            """
            with step as (
                select distinct x.post_id as key
                  from (select q.*
                          from poll q
                          join post y on y.id = q.post_id
                         where y.state <> 'deleted')
            """
                    + OF_COMMUNITY
                    + """
                           and x.post_id > :after
                         order by 1
                         limit :limit)
                    select x.post_id as key, json_strip_nulls(json_build_object('type', 'poll', 'post', coalesce(o.source_id, id_text(o.id)),
                           'question', x.question, 'kind', x.kind, 'most', x.most, 'open', x.open, 'results', x.results,
                           'options', (select json_agg(c.words order by c.number) from poll_option c where c.post_id = x.post_id),
                           'ends', instant_text(x.ends_at), 'ended', instant_text(x.ended_at),
                           'endedBy', coalesce(p.source_id, id_text(p.id)),
                           'votes', (select json_agg(json_build_object('choices', v.choices, 'count', v.count) order by v.choices)
                                       from (select b.choices, count(*) as count
                                               from ballot b
                                              where b.post_id = x.post_id and (not x.open or b.person_id is null)
                                              group by b.choices) v),
                           'at', instant_text(x.made_at)))::text as line
                      from poll x
                      join step on step.key = x.post_id
                      join community home on home.id = x.community_id
                      join post o on o.id = x.post_id
                      left join person p on p.id = x.ended_by
                     where (cast(:community as bigint) is null or x.community_id = :community)
                       and (home.form = 'community' or :own)
                     order by x.post_id
                    """)
    List<MarkLine> polls(@Nullable Long community, boolean own, long after, int limit);

    @Query(
            """
            with step as (
                select distinct x.post_id as key
                  from (select b.*
                          from ballot b
                          join poll q on q.post_id = b.post_id and q.open
                          join post y on y.id = b.post_id
                         where b.person_id is not null and y.state <> 'deleted')
            """
                    + OF_COMMUNITY
                    + """
                           and x.post_id > :after
                         order by 1
                         limit :limit)
                    select x.post_id as key, json_strip_nulls(json_build_object('type', 'ballot', 'post', coalesce(o.source_id, id_text(o.id)),
                           'person', coalesce(p.source_id, id_text(p.id)), 'choices', x.choices,
                           'at', instant_text(x.cast_at)))::text as line
                      from ballot x
                      join step on step.key = x.post_id
                      join community home on home.id = x.community_id
                      join post o on o.id = x.post_id
                      join person p on p.id = x.person_id
                     where (cast(:community as bigint) is null or x.community_id = :community)
                       and (home.form = 'community' or :own)
                     order by x.post_id, x.cast_at, x.person_id
                    """)
    List<MarkLine> ballots(@Nullable Long community, boolean own, long after, int limit);

    @Query(
            """
            with step as (
                select distinct person_id as key
                  from (select w.*
                          from watch w
                         where case w.target
                                    when 'discussion' then exists (select 1 from discussion y where y.id = w.target_id)
                                    when 'person' then exists (select 1 from person y where y.id = w.target_id)
                                    else exists (select 1 from community y where y.id = w.target_id) end) y
                 where person_id > :after
                 order by 1
                 limit :limit)
            select x.person_id as key, json_strip_nulls(json_build_object('type', 'watch', 'person', coalesce(p.source_id, id_text(p.id)),
                   'community', coalesce(c.source_id, id_text(c.id)), 'tag', nullif(x.tag, ''),
                   'discussion', coalesce(d.source_id, id_text(d.id)), 'author', coalesce(q.source_id, id_text(q.id)),
                   'level', x.level, 'at', instant_text(x.since)))::text as line
              from (select w.*
                          from watch w
                         where case w.target
                                    when 'discussion' then exists (select 1 from discussion y where y.id = w.target_id)
                                    when 'person' then exists (select 1 from person y where y.id = w.target_id)
                                    else exists (select 1 from community y where y.id = w.target_id) end) x
              join step on step.key = x.person_id
              join person p on p.id = x.person_id
              left join community c on x.target in ('community', 'tag') and c.id = x.target_id
              left join discussion d on x.target = 'discussion' and d.id = x.target_id
              left join person q on x.target = 'person' and q.id = x.target_id
             order by x.person_id, x.target, x.target_id, x.tag
            """)
    List<MarkLine> watches(long after, int limit);

    @Query(
            """
            with step as (
                select distinct person_id as key
                  from bookmark
                 where person_id > :after
                 order by 1
                 limit :limit)
            select x.person_id as key, json_strip_nulls(json_build_object('type', 'bookmark', 'person', coalesce(p.source_id, id_text(p.id)),
                   'post', coalesce(o.source_id, id_text(o.id)),
                   'discussion', case when x.content_type = 'discussion' then coalesce(d.source_id, id_text(d.id)) end,
                   'note', nullif(x.note, ''), 'remindOn', x.remind_on, 'at', instant_text(x.made_at)))::text as line
              from bookmark x
              join step on step.key = x.person_id
              join person p on p.id = x.person_id
              join discussion d on d.id = x.discussion_id
              left join post o on x.content_type = 'post' and o.id = x.content_id
             order by x.person_id, x.made_at, x.content_id
            """)
    List<MarkLine> bookmarks(long after, int limit);

    @Query(
            """
            with step as (
                select distinct person_id as key
                  from refusal
                 where person_id > :after
                 order by 1
                 limit :limit)
            select x.person_id as key, json_strip_nulls(json_build_object('type', 'refusal', 'person', coalesce(p.source_id, id_text(p.id)),
                   'refused', coalesce(q.source_id, id_text(q.id)), 'at', instant_text(x.made_at)))::text as line
              from refusal x
              join step on step.key = x.person_id
              join person p on p.id = x.person_id
              join person q on q.id = x.refused_id
             order by x.person_id, x.refused_id
            """)
    List<MarkLine> refusals(long after, int limit);

    @Query(
            """
            with step as (
                select distinct person_id as key
                  from community_seen
                 where person_id > :after
                 order by 1
                 limit :limit)
            select x.person_id as key, json_strip_nulls(json_build_object('type', 'caughtUp', 'person', coalesce(p.source_id, id_text(p.id)),
                   'community', coalesce(c.source_id, id_text(c.id)), 'at', instant_text(x.at)))::text as line
              from community_seen x
              join step on step.key = x.person_id
              join person p on p.id = x.person_id
              join community c on c.id = x.community_id
             order by x.person_id, x.community_id
            """)
    List<MarkLine> caughtUp(long after, int limit);

    @Query(
            """
            with step as (
                select distinct person_id as key
                  from reading_place
                 where person_id > :after
                 order by 1
                 limit :limit)
            select x.person_id as key, json_strip_nulls(json_build_object('type', 'read', 'person', coalesce(p.source_id, id_text(p.id)),
                   'discussion', coalesce(d.source_id, id_text(d.id)),
                   'seen', (select string_agg(lower(g) || '-' || upper(g) - 1, ',' order by lower(g)) from unnest(x.seen) g),
                   'unread', case when x.marked then true end, 'at', instant_text(x.at)))::text as line
              from reading_place x
              join step on step.key = x.person_id
              join person p on p.id = x.person_id
              join discussion d on d.id = x.discussion_id
             order by x.person_id, x.discussion_id
            """)
    List<MarkLine> read(long after, int limit);

    /// @param key where the next step goes on
    @Introspected
    record MarkLine(long key, String line) {}
}
