-- Order: what tags mean, discussions that are featured, discussions that move, and feeds with a key.

-- What a community says of a tag. A tag that nobody has described has no row here: tags are what discussions carry.
create table tag (
    community_id bigint not null references community on delete cascade,
    name         text   not null check (length(name) between 1 and 40),
    description  text   not null default '' check (length(description) <= 500),
    -- Of a synonym: the tag that is stored where this is typed. A main tag is no synonym itself.
    main         text   check (main <> name),
    visibility   text   not null check (visibility in ('public', 'listed', 'private')),
    primary key (community_id, name),
    foreign key (community_id, main) references tag
);

create index tag_by_main on tag (community_id, main) where main is not null;

alter table tag enable row level security;
create policy system_all on tag to ${system} using (true) with check (true);
grant select, insert, update, delete on tag to ${system};
create policy read on tag for select to ${app} using (
    (visibility = 'public' and (select c.visibility from community c where c.id = tag.community_id) = 'public' and (select viewer()) is not null)
    or (select true from access a where a.person_id = (select viewer()) and a.community_id = tag.community_id));
grant select on tag to ${app};

create function moderates(community bigint) returns boolean
language sql stable security definer set search_path = rounds, pg_temp as $$
    select exists (select 1 from access a where a.person_id = viewer() and a.community_id = moderates.community and a.moderates)
$$;

create function describe_tag(community bigint, tag_name text, words text) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    if not moderates(describe_tag.community) then
        return false;
    end if;
    insert into tag (community_id, name, description, visibility)
    select c.id, tag_name, words, c.visibility from rounds.community c where c.id = describe_tag.community
    on conflict (community_id, name) do update set description = excluded.description, visibility = excluded.visibility;
    return true;
end $$;

-- The tags that are stored for what was typed. The lock makes a merge wait for those who have typed the old tag and not
-- yet stored it; whoever comes after the merge sees the synonym.
create function main_tags(community bigint, typed text[]) returns text[]
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    if not exists (select 1 from access a where a.person_id = viewer() and a.community_id = main_tags.community) then
        return typed;
    end if;
    perform 1 from rounds.community c where c.id = main_tags.community for key share;
    return array(
        select coalesce(s.main, t.name)
          from unnest(typed) with ordinality t (name, n)
          left join tag s on s.community_id = main_tags.community and s.name = t.name
         group by 1
         order by min(t.n));
end $$;

-- Makes one tag the synonym of another; the discussions follow in steps. Null: not hers to do, or one and the same.
create function make_synonym(community bigint, synonym text, into_tag text) returns text
language plpgsql security definer set search_path = rounds, pg_temp as $$
declare
    c rounds.community;
    goal text;
begin
    if not moderates(make_synonym.community) then
        return null;
    end if;
    select * into c from rounds.community x where x.id = make_synonym.community for update;
    select coalesce(t.main, t.name) into goal from tag t where t.community_id = c.id and t.name = into_tag;
    goal := coalesce(goal, into_tag);
    if goal = synonym then
        return null;
    end if;
    insert into tag (community_id, name, visibility) values (c.id, goal, c.visibility) on conflict do nothing;
    -- Who follows the one follows the other.
    insert into watch (person_id, target, target_id, tag, level, since)
    select w.person_id, 'tag', c.id, goal, w.level, w.since from watch w
     where w.target = 'tag' and w.target_id = c.id and w.tag = synonym
    on conflict do nothing;
    update tag set main = goal where community_id = c.id and main = synonym;
    insert into tag (community_id, name, main, visibility) values (c.id, synonym, goal, c.visibility)
    on conflict (community_id, name) do update set main = excluded.main;
    return goal;
end $$;

create function end_synonym(community bigint, synonym text) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    if not moderates(end_synonym.community) then
        return false;
    end if;
    delete from tag t where t.community_id = end_synonym.community and t.name = synonym and t.main is not null;
    return found;
end $$;

-- One step: writes the main tag into at most so many discussions that still carry the synonym. How many it wrote.
create function retag(community bigint, synonym text, at_most int) returns int
language plpgsql security definer set search_path = rounds, pg_temp as $$
declare
    goal text;
    done bigint[];
begin
    select t.main into goal from tag t where t.community_id = retag.community and t.name = synonym;
    if goal is null or not moderates(retag.community) then
        return 0;
    end if;
    with old as (
        select d.id from discussion d
         where d.community_id = retag.community and d.tags @> array[synonym]
         order by d.id
         limit at_most
         for no key update),
    written as (
        update discussion d
           set tags = array(select x.t from unnest(array_replace(d.tags, synonym, goal)) with ordinality x (t, n)
                             group by x.t order by min(x.n)),
               revision = revision + 1
          from old
         where d.id = old.id
        returning d.id)
    select array_agg(id) into done from written;
    insert into change_log (content_type, content_id, what) select 'discussion', id, 'audience' from unnest(done) id;
    return coalesce(cardinality(done), 0);
end $$;

-- Featured: shown on the community's home above the list.
alter table discussion add column featured_at timestamptz;
create index discussion_featured on discussion (community_id, featured_at desc) where featured_at is not null;

create function feature_discussion(discussion bigint, at_most int, moment timestamptz) returns text
language plpgsql security definer set search_path = rounds, pg_temp as $$
declare
    place bigint;
begin
    select d.community_id into place from rounds.discussion d where d.id = feature_discussion.discussion;
    -- Two moderators at once wait for each other here, so that no more than so many are featured.
    perform 1 from community c where c.id = place for no key update;
    if not exists (select 1 from access a where a.person_id = viewer() and a.community_id = place
                   and a.roles && '{moderator,core_team,chair}') then
        return 'refused';
    end if;
    if at_most > 0 and (select count(*) from rounds.discussion d
                         where d.community_id = place and d.featured_at is not null and d.state = 'visible') >= at_most then
        return 'full';
    end if;
    update rounds.discussion d set featured_at = case when at_most > 0 then moment end
     where d.id = feature_discussion.discussion and d.community_id = place and (d.featured_at is null) = (at_most > 0)
       and (d.state = 'visible' or at_most = 0);
    return case when found then 'done' else 'meanwhile' end;
end $$;

-- The archive: a month of a community by the day on which discussions were opened.
create index discussion_opened on discussion (community_id, opened_at desc, id desc) where state = 'visible';
-- The site map: what is public, in steps.
create index discussion_public on discussion (id) where state = 'visible' and visibility = 'public';
create index report_by_post on report (post_id);

-- Where posts stood before they moved: old addresses lead to them. Read by whoever reads the post.
create table moved_post (
    discussion_id bigint not null references discussion on delete cascade,
    number        int    not null,
    post_id       bigint not null references post on delete cascade,
    community_id  bigint not null references community on delete cascade,
    primary key (discussion_id, number)
);

create index moved_post_by_post on moved_post (post_id);
alter table moved_post enable row level security;
create policy system_all on moved_post to ${system} using (true) with check (true);
grant select, insert, update, delete on moved_post to ${system};
create policy read on moved_post for select to ${app} using (
    (select true from post p where p.id = moved_post.post_id));
grant select on moved_post to ${app};

-- A discussion takes its posts along to another community.
alter table post drop constraint post_discussion_id_community_id_fkey;
alter table post add constraint post_discussion_id_community_id_fkey
    foreign key (discussion_id, community_id) references discussion (id, community_id) on delete cascade on update cascade;

-- A report is for the moderators of where the post is now: what is about to move is waited for.
create function report_where_it_is() returns trigger
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    perform 1 from discussion d where d.id = (select p.discussion_id from post p where p.id = new.post_id) for key share;
    select p.community_id into new.community_id from post p where p.id = new.post_id;
    return new;
end $$;

create trigger report_where_it_is before insert on report for each row execute function report_where_it_is();

create function narrowest(variadic marks text[]) returns text language sql immutable
    as $$ select m from unnest(marks) m order by array_position('{private,listed,public}', m) limit 1 $$;

-- Whatever else lies at these posts goes along with them: each table that names the community, or the discussion, beside
-- a post. So a table that comes later cannot be forgotten here.
create function carry_along(posts bigint[]) returns void
language plpgsql set search_path = rounds, pg_temp as $$
declare
    t record;
begin
    for t in
        select c.oid::regclass as name,
               bool_or(a.attname = 'community_id') as in_community, bool_or(a.attname = 'discussion_id') as in_discussion
          from pg_class c
          join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
         where c.relnamespace = 'rounds'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
         group by c.oid
        having bool_or(a.attname = 'post_id') and bool_or(a.attname in ('community_id', 'discussion_id'))
    loop
        -- The old place of a post stays what it was.
        if t.in_discussion and t.name <> 'moved_post'::regclass then
            execute format('update %s x set discussion_id = p.discussion_id from post p where p.id = x.post_id and x.post_id = any ($1) and x.discussion_id is distinct from p.discussion_id', t.name) using posts;
        end if;
        if t.in_community then
            execute format('update %s x set community_id = p.community_id from post p where p.id = x.post_id and x.post_id = any ($1) and x.community_id is distinct from p.community_id', t.name) using posts;
        end if;
    end loop;
end $$;

-- What people keep of these posts: their bookmarks. Notifications follow by themselves, as after any change of who reads.
create index bookmark_by_content on bookmark (content_id);
create index watch_of_target on watch (target, target_id, tag);

create function carry_bookmarks(posts bigint[]) returns void
language sql set search_path = rounds, pg_temp as $$
    update bookmark b
       set discussion_id = p.discussion_id, community_id = p.community_id, open = p.visibility = 'public'
      from post p
     where p.id = any (posts)
       and ((b.content_type = 'post' and b.content_id = p.id)
            or (p.number = 1 and b.content_type = 'discussion' and b.content_id = p.discussion_id))
$$;

-- A post that opens a discussion is known as that: what people keep and were told changes its name when the post becomes
-- one, or stops being one.
create function rename_content(from_type text, from_id bigint, to_type text, to_id bigint) returns void
language sql set search_path = rounds, pg_temp as $$
    update bookmark b set content_type = to_type, content_id = to_id
     where b.content_type = from_type and b.content_id = from_id
       and not exists (select 1 from bookmark x where x.person_id = b.person_id and x.content_type = to_type and x.content_id = to_id);
    update notification n set content_type = to_type, content_id = to_id
     where n.content_type = from_type and n.content_id = from_id
       and not exists (select 1 from notification x
                        where x.content_id = to_id and x.content_type = to_type and x.reason = n.reason
                          and x.occasion = n.occasion and x.person_id = n.person_id);
$$;

-- Who follows the one discussion follows the other, unless she has said something of that herself.
create function carry_watches(from_discussion bigint, into_discussion bigint) returns void
language sql set search_path = rounds, pg_temp as $$
    insert into watch (person_id, target, target_id, level, since)
    select w.person_id, 'discussion', into_discussion, w.level, w.since
      from watch w
     where w.target = 'discussion' and w.target_id = from_discussion
    on conflict do nothing
$$;

-- Sets these posts below a root, in their order, with the numbers behind `last`. Those whose parent comes along stay
-- below it, the others answer the root. The root itself may be one of them: then it becomes the opening post.
create function set_posts(posts bigint[], into_discussion bigint, last int, root bigint, mark text) returns void
language sql set search_path = rounds, pg_temp as $$
    insert into moved_post (discussion_id, number, post_id, community_id)
    select p.discussion_id, p.number, p.id, p.community_id from post p where p.id = any (posts);

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

-- Its counters, from its posts. For discussions that just lost or got some.
create function recount(discussion bigint) returns void
language sql set search_path = rounds, pg_temp as $$
    update discussion d
       set posts = x.posts, gone = x.gone, last_at = coalesce(x.last_at, d.opened_at),
           last_by = coalesce(x.last_by, d.opened_by), revision = d.revision + 1
      from (select count(*) filter (where p.state = 'visible') as posts,
                   count(*) filter (where p.state in ('hidden', 'deleted') and coalesce(p.gone_reason, '') not in ('declined', 'withdrawn')) as gone,
                   max(p.posted_at) filter (where p.state = 'visible') as last_at,
                   (array_agg(p.author_id order by p.posted_at desc, p.number desc) filter (where p.state = 'visible'))[1] as last_by
              from post p
             where p.discussion_id = recount.discussion) x
     where d.id = recount.discussion
$$;

-- To another community: only by who moderates both, and never to where more people read. At most so many posts at once,
-- so that no transaction holds up the followers of the change log.
create function move_discussion(discussion bigint, target bigint, at_most int) returns text
language plpgsql security definer set search_path = rounds, pg_temp as $$
declare
    d rounds.discussion;
    mark text;
    goal text;
    ids bigint[];
begin
    select x.* into d from rounds.discussion x where x.id = move_discussion.discussion;
    if d.id is null or not moderates(d.community_id) or not moderates(target) then
        return 'refused';
    end if;
    -- Nobody widens either of them meanwhile. Communities before discussions, as in every step here.
    perform 1 from community c where c.id in (d.community_id, target) order by c.id for share;
    select x.* into d from rounds.discussion x where x.id = d.id and x.community_id = d.community_id for update;
    if d.id is null or d.state <> 'visible' or d.community_id = target then
        return 'meanwhile';
    end if;
    select narrowest(d.visibility, c.visibility) into mark from community c where c.id = d.community_id;
    select c.visibility into goal from community c where c.id = target;
    select array_agg(p.id) into ids from (select id from post where discussion_id = d.id limit at_most + 1) p;
    if cardinality(ids) > at_most then
        return 'large';
    end if;
    if narrowest(mark, goal) <> goal
        or exists (select 1 from post p where p.discussion_id = d.id and narrowest(p.visibility, goal) <> goal) then
        return 'wider';
    end if;
    update rounds.discussion x
       set community_id = target, visibility = narrowest(x.visibility, goal), pinned_at = null, featured_at = null,
           tags = array(select coalesce(s.main, u.name) from unnest(x.tags) with ordinality u (name, n)
                          left join tag s on s.community_id = target and s.name = u.name group by 1 order by min(u.n)),
           revision = revision + 1
     where x.id = d.id;
    update post p set visibility = narrowest(p.visibility, d.visibility, goal)
     where p.discussion_id = d.id and p.visibility <> narrowest(p.visibility, d.visibility, goal);
    perform carry_along(ids);
    perform carry_along_discussion(d.id);
    perform carry_bookmarks(ids);
    return 'done';
end $$;

-- What lies at the discussion itself.
create function carry_along_discussion(discussion bigint) returns void
language plpgsql set search_path = rounds, pg_temp as $$
declare
    t regclass;
begin
    for t in
        select c.oid::regclass
          from pg_class c
          join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
         where c.relnamespace = 'rounds'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
           and c.oid not in ('post'::regclass, 'moved_post'::regclass)
         group by c.oid
        having bool_or(a.attname = 'discussion_id') and bool_or(a.attname = 'community_id')
    loop
        execute format('update %s x set community_id = d.community_id from discussion d where d.id = x.discussion_id and d.id = $1 and x.community_id is distinct from d.community_id', t) using discussion;
    end loop;
end $$;

-- Posts, with all that answers them, become a discussion of their own.
create function split_discussion(discussion bigint, chosen bigint[], made bigint, its_title text, its_kind text, at_most int) returns text
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
    perform set_posts(ids, made, 0, opening.id, d.visibility);
    perform carry_watches(d.id, made);
    perform recount(made);
    perform recount(d.id);
    insert into change_log (content_type, content_id, what) values ('discussion', made, 'created');
    return 'done';
end $$;

-- All posts of one discussion go into another of the same community, behind its own. The emptied one stays as a deleted
-- row, so that whatever points to it still finds where it went.
create function merge_discussions(discussion bigint, into_discussion bigint, at_most int) returns text
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
       set state = 'deleted', posts = 0, gone = 0, pinned_at = null, featured_at = null, revision = revision + 1
     where x.id = d.id;
    insert into change_log (content_type, content_id, what) values ('discussion', d.id, 'audience');
    return 'done';
end $$;

-- Private feeds: a key in the address stands for its person, with her rights at the moment of reading. Only its hash is
-- kept. A change of password or a suspension ends it like a session; a new one ends the old.
create table feed_key (
    person_id    bigint      primary key references person on delete cascade,
    hash         bytea       not null unique,
    auth_version int         not null,
    made_at      timestamptz not null default now()
);

alter table feed_key enable row level security;
create policy system_all on feed_key to ${system} using (true) with check (true);
grant select, insert, update, delete on feed_key to ${system};
create policy own on feed_key for select to ${app} using (person_id = (select viewer()));
create policy own_end on feed_key for delete to ${app} using (person_id = (select viewer()));
grant select (person_id, made_at, auth_version), delete on feed_key to ${app};

create function make_feed_key(key_hash bytea) returns void
language sql security definer set search_path = rounds, pg_temp as $$
    insert into feed_key (person_id, hash, auth_version)
    select a.person_id, key_hash, a.auth_version from account a where a.person_id = viewer()
    on conflict (person_id) do update set hash = excluded.hash, auth_version = excluded.auth_version, made_at = now()
$$;

-- Whose key it is, while it holds.
create function feed_reader(key_hash bytea) returns bigint
language sql stable security definer set search_path = rounds, pg_temp as $$
    select k.person_id
      from feed_key k
      join account a on a.person_id = k.person_id
     where k.hash = key_hash and k.auth_version = a.auth_version and a.suspended_at is null
$$;

-- As `enter`, for a transaction that reads a feed. It can write nothing: the transaction is read only.
create function enter_feed(person bigint, key_hash bytea) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    if feed_reader(key_hash) is distinct from person or current_setting('transaction_read_only') <> 'on' then
        return false;
    end if;
    perform set_config('app.viewer', person::text, true);
    return true;
end $$;
