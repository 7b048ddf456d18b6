-- A discussion that was split off says from where.

-- The one its first post stood in; where that was merged since, the one that holds it now.
alter table discussion add column split_from bigint references discussion on delete set null check (split_from <> id);
create index discussion_split_from on discussion (split_from) where split_from is not null;

-- From where its first post came, as far as its old places tell: the last of them, which began latest.
create function origin_of(discussion bigint) returns bigint
language sql stable set search_path = rounds, pg_temp as $$
    select coalesce(x.merged_into, x.id)
      from post p
      join moved_post m on m.post_id = p.id
      join rounds.discussion x on x.id = m.discussion_id
     where p.discussion_id = origin_of.discussion and p.number = 1
       and coalesce(x.merged_into, x.id) <> p.discussion_id
     order by x.opened_at desc, x.id desc
     limit 1
$$;

create function split_off(made bigint, source bigint) returns void
language sql set search_path = rounds, pg_temp as $$
    update discussion d set split_from = source, parted = true where d.id = made and source is not null
$$;

do $$
begin
    perform split_off(p.discussion_id, origin_of(p.discussion_id))
       from post p
      where p.number = 1 and exists (select 1 from moved_post m where m.post_id = p.id);
end $$;

create or replace function merged(emptied bigint, goal bigint) returns void
language sql set search_path = rounds, pg_temp as $$
    -- What is empty was split off nothing any more.
    update discussion d set merged_into = goal, split_from = null where d.id = emptied or d.merged_into = emptied;
    update discussion d set split_from = nullif(goal, d.id) where d.split_from = emptied;
    update discussion d set parted = true where d.id = goal and not d.parted;
$$;

create or replace function mark_parted() returns trigger language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    update discussion d set parted = true
     where not d.parted and d.id in (select m.discussion_id from new_rows m);
    -- From a file: there the posts are where they went already.
    perform merged(m.discussion_id, p.discussion_id)
       from new_rows m
       join post p on p.id = m.post_id
      where m.number = 1 and p.discussion_id <> m.discussion_id;
    perform split_off(p.discussion_id, origin_of(p.discussion_id))
       from new_rows m
       join post p on p.id = m.post_id
      where p.number = 1 and p.discussion_id <> m.discussion_id;
    return null;
end $$;

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
    perform split_off(made, d.id);
    perform carry_watches(d.id, made);
    perform recount(made);
    perform recount(d.id);
    insert into change_log (content_type, content_id, what) values ('discussion', made, 'created');
    return 'done';
end $$;
