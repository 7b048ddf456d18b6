-- What somebody has read stays read where a split or a merge puts it, her own posts first of all.

-- Called before they go, with the number behind which they will stand: their old numbers count as seen afterwards by
-- whoever reads on, also where she never read them.
create function carry_reading(posts bigint[], into_discussion bigint, last int) returns void
language sql set search_path = rounds, pg_temp as $$
    with moving as (
        select p.id, p.discussion_id, p.community_id, p.number, p.state, last + row_number() over (order by p.number)::int as n
          from post p
         where p.id = any (posts)),
    readers as (
        select r.person_id, r.discussion_id, m.community_id, range_agg(int4range(m.n, m.n + 1)) as seen,
               count(*) filter (where m.state = 'visible')::int as posts, r.at
          from moving m
          join reading_place r on r.discussion_id = m.discussion_id and r.seen @> m.number
         group by r.person_id, r.discussion_id, m.community_id),
    remaining as (
        update reading_place r set posts_read = greatest(0, r.posts_read - x.posts)
          from readers x
         where r.person_id = x.person_id and r.discussion_id = x.discussion_id)
    insert into reading_place as r (person_id, discussion_id, community_id, seen, posts_read, at)
    select x.person_id, into_discussion, x.community_id, x.seen, x.posts, x.at from readers x
    on conflict (person_id, discussion_id)
    do update set seen = r.seen + excluded.seen, posts_read = r.posts_read + excluded.posts_read, at = greatest(r.at, excluded.at)
$$;

create or replace function set_posts(posts bigint[], into_discussion bigint, last int, root bigint, mark text) returns void
language sql set search_path = rounds, pg_temp as $$
    insert into moved_post (discussion_id, number, post_id, community_id)
    select p.discussion_id, p.number, p.id, p.community_id from post p where p.id = any (posts);
    select carry_reading(posts, into_discussion, last);

    with recursive moving as materialized (
        select p.id, p.parent_id, last + row_number() over (order by p.number)::int as n from post p where p.id = any (posts)),
    top as (
        select coalesce(m.n, p.number) as number, case when m.id is null then p.path else lpad(to_hex(m.n), 7, '0') end as path,
               case when m.id is null then p.depth else 0 end as depth
          from post p
          left join moving m on m.id = p.id
         where p.id = root),
    placed as (
        select m.id, m.n, case when m.id <> root then root end as parent_id, case when m.id <> root then t.number end as parent_number,
               case when m.id = root then t.path
                    else left(t.path, least(t.depth + 1, 6) * 7) || lpad(to_hex(m.n), 7, '0') end as path,
               case when m.id = root then t.depth else least(t.depth + 1, 6) end as depth
          from moving m
         cross join top t
         where m.id = root or not exists (select 1 from moving x where x.id = m.parent_id)
        union all
        select m.id, m.n, u.id, u.n, left(u.path, least(u.depth + 1, 6) * 7) || lpad(to_hex(m.n), 7, '0'), least(u.depth + 1, 6)
          from moving m
          join placed u on u.id = m.parent_id
         where m.id <> root)
    update post p
       set discussion_id = into_discussion, number = s.n, parent_id = s.parent_id, parent_number = s.parent_number,
           path = s.path, depth = s.depth, visibility = narrowest(p.visibility, mark), revision = p.revision + 1
      from placed s
     where p.id = s.id;

    insert into change_log (content_type, content_id, what) select 'post', id, 'audience' from unnest(posts) id;
    select carry_along(posts);
    select carry_bookmarks(posts);
    update notification n set group_id = into_discussion
     where n.group_id <> into_discussion
       and ((n.content_type = 'post' and n.content_id = any (posts)) or (n.content_type = 'discussion' and n.content_id = into_discussion));
$$;
