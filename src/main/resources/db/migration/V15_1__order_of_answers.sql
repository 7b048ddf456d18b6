-- What was marked as what helped, and what people have read, go along when posts move: the functions of V15 anew.

create or replace function recount(discussion bigint) returns void
language sql set search_path = rounds, pg_temp as $$
    update discussion d
       set posts = x.posts, gone = x.gone, helped = x.helped, last_at = coalesce(x.last_at, d.opened_at),
           last_by = coalesce(x.last_by, d.opened_by), revision = d.revision + 1
      from (select count(*) filter (where p.state = 'visible') as posts,
                   count(*) filter (where p.state in ('hidden', 'deleted') and coalesce(p.gone_reason, '') not in ('declined', 'withdrawn')) as gone,
                   count(*) filter (where p.helped) as helped,
                   max(p.posted_at) filter (where p.state = 'visible') as last_at,
                   (array_agg(p.author_id order by p.posted_at desc, p.number desc) filter (where p.state = 'visible'))[1] as last_by
              from post p
             where p.discussion_id = recount.discussion) x
     where d.id = recount.discussion;
    -- Nobody has read more of it than there is.
    update reading_place r set posts_read = d.posts
      from discussion d
     where d.id = recount.discussion and r.discussion_id = d.id and r.posts_read > d.posts
$$;

create or replace function split_discussion(discussion bigint, chosen bigint[], made bigint, its_title text, its_kind text, at_most int) returns text
language plpgsql security definer set search_path = rounds, pg_temp as $$
declare
    d rounds.discussion;
    opening rounds.post;
    ids bigint[];
begin
    select x.* into d from rounds.discussion x where x.id = split_discussion.discussion for no key update;
    if d.id is null or not moderates(d.community_id) then
        return 'refused';
    end if;
    if d.state <> 'visible' or cardinality(chosen) = 0
        or (select count(*) from post p where p.id = any (chosen) and p.discussion_id = d.id and p.number > 1 and p.state = 'visible')
           <> (select count(distinct c) from unnest(chosen) c) then
        return 'meanwhile';
    end if;
    with recursive going as (
        select p.id from post p where p.id = any (chosen)
        union
        select p.id from post p join going g on p.parent_id = g.id)
    select array_agg(g.id) into ids from (select id from going limit at_most + 1) g;
    if cardinality(ids) > at_most then
        return 'large';
    end if;
    perform 1 from post p where p.id = any (ids) order by p.id for update;
    select p.* into opening from post p where p.id = any (ids) order by p.number limit 1;
    insert into rounds.discussion (id, community_id, kind, title, language, tags, visibility, opened_by, opened_at, last_at, last_number)
    values (made, d.community_id, its_kind, its_title, opening.language, d.tags, narrowest(d.visibility, opening.visibility),
            opening.author_id, opening.posted_at, opening.posted_at, cardinality(ids));
    perform rename_content('post', opening.id, 'discussion', made);
    -- What opens a discussion answers nothing.
    delete from helped h where h.post_id = opening.id;
    update rounds.post p set helped = false where p.id = opening.id and p.helped;
    perform set_posts(ids, made, 0, opening.id, d.visibility);
    perform carry_watches(d.id, made);
    perform recount(made);
    perform recount(d.id);
    insert into change_log (content_type, content_id, what) values ('discussion', made, 'created');
    return 'done';
end $$;

create or replace function merge_discussions(discussion bigint, into_discussion bigint, at_most int) returns text
language plpgsql security definer set search_path = rounds, pg_temp as $$
declare
    d rounds.discussion;
    goal rounds.discussion;
    ids bigint[];
    root bigint;
begin
    perform 1 from rounds.discussion x where x.id in (merge_discussions.discussion, into_discussion) order by x.id for no key update;
    select x.* into d from rounds.discussion x where x.id = merge_discussions.discussion;
    select x.* into goal from rounds.discussion x where x.id = into_discussion;
    if d.id is null or goal.id is null or not moderates(d.community_id) then
        return 'refused';
    end if;
    select p.id into root from post p where p.discussion_id = goal.id and p.number = 1;
    if d.id = goal.id or d.community_id <> goal.community_id or d.state <> 'visible' or goal.state <> 'visible' or root is null then
        return 'meanwhile';
    end if;
    select array_agg(p.id) into ids from (select id from post where discussion_id = d.id limit at_most + 1) p;
    if cardinality(ids) > at_most then
        return 'large';
    end if;
    perform 1 from post p where p.id = any (ids) order by p.id for update;
    perform rename_content('discussion', d.id, 'post', (select p.id from post p where p.discussion_id = d.id and p.number = 1));
    perform set_posts(ids, goal.id, goal.last_number, root, d.visibility);
    perform carry_watches(d.id, goal.id);
    update rounds.discussion x set last_number = x.last_number + cardinality(ids) where x.id = goal.id;
    perform recount(goal.id);
    update rounds.discussion x
       set state = 'deleted', posts = 0, gone = 0, helped = 0, pinned_at = null, featured_at = null, revision = revision + 1
     where x.id = d.id;
    insert into change_log (content_type, content_id, what) values ('discussion', d.id, 'audience');
    return 'done';
end $$;
