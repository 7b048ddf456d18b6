-- What people point to when they write: to each other by name, and to other content.

-- Whom a post names. The name is kept as it was written beside whom it meant then: a handle may change hands later.
create table mention (
    post_id      bigint      not null references post on delete cascade,
    community_id bigint      not null references community on delete cascade,
    -- In small letters, without the sign before it.
    name         text        not null check (length(name) between 1 and 40),
    person_id    bigint      references person on delete cascade,
    role         text        check (role in ('moderator', 'core_team', 'chair', 'peer_champion', 'relationship_manager')),
    -- Since when the post names them.
    at           timestamptz not null default now(),
    primary key (post_id, name),
    check ((person_id is null) <> (role is null))
);

create index mention_of_person on mention (person_id) where person_id is not null;

-- To which content a post leads. What opens a discussion is known as the discussion.
create table link (
    post_id      bigint      not null references post on delete cascade,
    community_id bigint      not null references community on delete cascade,
    target_type  text        not null check (target_type ~ '^[a-z_]{1,40}$'),
    target_id    bigint      not null,
    -- When the post was written.
    at           timestamptz not null,
    primary key (post_id, target_type, target_id)
);

-- What leads here, the newest first: one range, however many links there are elsewhere.
create index link_to on link (target_id, at desc, post_id desc);

-- Whether anything has ever led there: a page then asks for what the viewer may read of it, and else for nothing.
alter table post add column linked boolean not null default false;

alter table mention enable row level security;
alter table link enable row level security;
grant select, insert, update, delete on mention, link to ${system};
create policy system_all on mention to ${system} using (true) with check (true);
create policy system_all on link to ${system} using (true) with check (true);
-- Both are part of the words: who reads the post reads them.
create policy read on mention for select to ${app} using ((select true from post p where p.id = mention.post_id));
create policy read on link for select to ${app} using ((select true from post p where p.id = link.post_id));
grant select on mention, link to ${app};

-- What the posts `sources` lead to, in place of what they led to before. Within one discussion the thread shows it.
create function keep_links(sources bigint[], origins bigint[], kinds text[], targets bigint[]) returns void
language sql set search_path = rounds, pg_temp as $$
    delete from link l where l.post_id = any (sources);
    insert into link (post_id, community_id, target_type, target_id, at)
    select distinct s.id, s.community_id, case when q.number = 1 then 'discussion' else t.kind end,
           case when q.number = 1 then q.discussion_id else t.target end, s.posted_at
      from unnest(origins, kinds, targets) t (post, kind, target)
      join post s on s.id = t.post
      left join post q on t.kind = 'post' and q.id = t.target
     where coalesce(q.discussion_id, t.target) <> s.discussion_id
    on conflict do nothing;
    update post p
       set linked = true
      from unnest(kinds, targets) t (kind, target)
     where not p.linked
       and case t.kind when 'post' then p.id = t.target else p.discussion_id = t.target and p.number = 1 end
$$;

-- What the viewer's post points to, in place of what it pointed to before. A name that stays keeps its time.
create function point(of_post bigint, names text[], people bigint[], roles text[], kinds text[], targets bigint[]) returns void
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    if not exists (select 1 from post p where p.id = of_post and p.author_id = viewer()) then
        raise insufficient_privilege using message = 'only who wrote a post says what it points to';
    end if;
    delete from mention m where m.post_id = of_post and m.name <> all (names);
    insert into mention (post_id, community_id, name, person_id, role)
    select p.id, p.community_id, n.name, n.person, n.role
      from unnest(names, people, roles) n (name, person, role)
      join post p on p.id = of_post
    on conflict do nothing;
    perform keep_links(array[of_post], array_fill(of_post, array[cardinality(targets)]), kinds, targets);
end $$;

-- Whom these names mean in a place where the viewer writes, and whether each reads it. What her post named before, it
-- names still, whoever has gone meanwhile. Nothing, where the viewer is no member.
create function named(names text[], role_names text[], role_codes text[], of_post bigint, in_discussion bigint, in_community text)
returns table (name text, person_id bigint, called text, role text, reads boolean, before boolean)
language sql stable security definer set search_path = rounds, pg_temp as $$
    with spot as (
        select c.id, c.form, c.visibility = 'public' and d.visibility = 'public' as open
          from discussion d
          join community c on c.id = d.community_id
         where d.id = coalesce(in_discussion, (select p.discussion_id from post p where p.id = of_post))
        union all
        select c.id, c.form, c.visibility = 'public'
          from community c
         where c.slug = in_community
    ), place as (
        select s.* from spot s join access a on a.person_id = viewer() and a.community_id = s.id
    ), said as (
        select m.name, m.person_id, m.role
          from mention m
          join post p on p.id = m.post_id and p.author_id = viewer()
         where m.post_id = of_post and (m.name = any (names) or m.name = any (role_names))
    )
    select s.name, s.person_id, p.name, s.role, true, true
      from said s
      left join person p on p.id = s.person_id
    union all
    select r.name, null, null, r.code, true, false
      from place
     cross join unnest(role_names, role_codes) r (name, code)
     where place.form = 'community' and r.name not in (select s.name from said s)
    union all
    select p.handle, p.id, p.name, null,
           coalesce(a.suspended_at is null, true)
           and (place.open
                or exists (select 1 from access x where x.person_id = p.id and x.community_id = place.id and x.reads)),
           false
      from place
      join person p on p.handle = any (names) and p.handle not in (select s.name from said s)
      left join account a on a.person_id = p.id
$$;

-- As it was, and what leads to it.
create or replace function rename_content(from_type text, from_id bigint, to_type text, to_id bigint) returns void
language sql set search_path = rounds, pg_temp as $$
    update bookmark b set content_type = to_type, content_id = to_id
     where b.content_type = from_type and b.content_id = from_id
       and not exists (select 1 from bookmark x where x.person_id = b.person_id and x.content_type = to_type and x.content_id = to_id);
    update notification n set content_type = to_type, content_id = to_id
     where n.content_type = from_type and n.content_id = from_id
       and not exists (select 1 from notification x
                        where x.content_id = to_id and x.content_type = to_type and x.reason = n.reason
                          and x.occasion = n.occasion and x.person_id = n.person_id);
    update link l set target_type = to_type, target_id = to_id
     where l.target_id = from_id and l.target_type = from_type
       and not exists (select 1 from link x where x.post_id = l.post_id and x.target_type = to_type and x.target_id = to_id);
$$;

-- That people were told of something, so that the pages they have open learn of it.
alter table change_log drop constraint change_log_what_check;
alter table change_log add constraint change_log_what_check check (what in ('created', 'edited', 'audience', 'marked', 'told'));
