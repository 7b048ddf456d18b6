-- What people say about a post without writing one. Its numbers stand on the post, so that a page need not count.
create table reaction (
    post_id       bigint      not null references post on delete cascade,
    person_id     bigint      not null references person on delete cascade,
    kind          text        not null check (kind in ('helpful', 'same', 'tried', 'thanks')),
    community_id  bigint      not null references community on delete cascade,
    -- How it went for who tried it.
    outcome       text        check (outcome in ('worked', 'partly', 'not')),
    -- Where it was tried, in a line.
    note          text        not null default '' check (length(note) <= 300),
    -- For whom she says "same here" besides herself, where she tells: an organisation, another of her communities.
    place         text        not null default '' check (length(place) <= 100),
    for_community bigint      references community on delete set null,
    at            timestamptz not null default now(),
    primary key (post_id, person_id, kind),
    check ((kind = 'tried') = (outcome is not null)),
    check (kind = 'tried' or note = ''),
    check (kind = 'same' or (place = '' and for_community is null))
);

create index reaction_newest on reaction (post_id, at desc, person_id, kind);
create index reaction_by_person on reaction (person_id, at desc);

alter table post
    add column helpful     int     not null default 0,
    add column same        int     not null default 0,
    -- Different organisations and communities for which "same here" was said.
    add column same_places int     not null default 0,
    add column thanks      int     not null default 0,
    add column worked      int     not null default 0,
    add column partly      int     not null default 0,
    add column not_worked  int     not null default 0,
    -- Somebody who asked, or a moderator, says that it helped.
    add column helped      boolean not null default false,
    -- The first of its author in this community.
    add column first_here  boolean not null default false;

create index post_helped on post (discussion_id, number) where helped;
create index post_by_author_here on post (author_id, community_id);

-- Why it helped, and the passage that did. The passage is shown only as long as the post still says it.
create table helped (
    post_id      bigint      primary key references post on delete cascade,
    community_id bigint      not null references community on delete cascade,
    passage      text        not null default '' check (length(passage) <= 1000),
    why          text        not null default '' check (length(why) <= 300),
    marked_by    bigint      not null references person,
    marked_at    timestamptz not null
);

create index helped_newest on helped (community_id, marked_at desc, post_id);

alter table discussion
    -- How far a challenge has come; the other kinds stay open and show nothing of it.
    add column progress text not null default 'open' check (progress in ('open', 'trying', 'solved', 'parked')),
    -- How many of its posts are marked as what helped.
    add column helped   int  not null default 0;

create index discussion_in_progress on discussion (community_id, progress, last_at desc, id desc)
    where state = 'visible' and kind = 'challenge';

-- The newest of what anybody may read, found without passing by all that is for others.
create index discussion_newest_public on discussion (last_at desc, id desc) where state = 'visible' and visibility = 'public';

-- What somebody has read of a discussion, by the numbers of its posts: a tree is not read in the order in which it was
-- written. A union forgets nothing and counts nothing twice, however many devices send theirs.
create table reading_place (
    person_id     bigint         not null references person on delete cascade,
    discussion_id bigint         not null references discussion on delete cascade,
    community_id  bigint         not null references community on delete cascade,
    seen          int4multirange not null default '{}',
    -- How many of the posts that all its readers can read are among those.
    posts_read    int            not null default 0,
    -- She has seen what there was up to here.
    at            timestamptz    not null,
    -- She wants it to be unread, whatever was marked as read around it.
    marked        boolean        not null default false,
    primary key (person_id, discussion_id)
);

create index reading_place_marked on reading_place (person_id) where marked;
create index reading_place_by_discussion on reading_place (discussion_id);
create index reading_place_by_age on reading_place (at);

-- All of a community up to this moment is read, or not wanted. Without a row it is the day she joined.
create table community_seen (
    person_id    bigint      not null references person on delete cascade,
    community_id bigint      not null references community on delete cascade,
    at           timestamptz not null,
    primary key (person_id, community_id)
);

-- Where people read before their places were kept, all of it counts as read.
insert into community_seen (person_id, community_id, at) select person_id, community_id, now() from access;

-- In which order she reads discussions, on every device.
alter table account add column reading_order text check (reading_order in ('tree', 'time'));

-- How many posts of a discussion are new to somebody: 0 none, -1 she has not opened it yet, null where nobody keeps it
-- (visitors, and discussions of communities she is not in until she has read there).
create function fresh_posts(posts int, last_at timestamptz, posts_read int, read_at timestamptz, marked boolean, base timestamptz) returns int
language sql immutable parallel safe
return case
    when posts_read is null and base is null then null
    when not coalesce(marked, false) and last_at <= base then 0
    when posts_read is null then -1
    when last_at > read_at or posts > posts_read then greatest(1, posts - posts_read)
    else 0 end;

alter table reaction enable row level security;
alter table helped enable row level security;
alter table reading_place enable row level security;
alter table community_seen enable row level security;
grant select, insert, update, delete on reaction, helped, reading_place, community_seen to ${system};
create policy system_all on reaction to ${system} using (true) with check (true);
create policy system_all on helped to ${system} using (true) with check (true);
create policy system_all on reading_place to ${system} using (true) with check (true);
create policy system_all on community_seen to ${system} using (true) with check (true);

-- Both are read where their post is: the subselect runs under the post's own policy. Written by the functions below.
create policy read on reaction for select to ${app} using ((select true from post p where p.id = reaction.post_id));
grant select on reaction to ${app};
create policy read on helped for select to ${app} using ((select true from post p where p.id = helped.post_id));
grant select on helped to ${app};
grant update (progress) on discussion to ${app};
grant select (reading_order), update (reading_order) on account to ${app};

-- What somebody has read is nobody else's business.
create policy own on reading_place for select to ${app} using (person_id = (select viewer()));
create policy own_marks on reading_place for update to ${app} using (person_id = (select viewer())) with check (person_id = (select viewer()));
grant select, update (seen, posts_read, at, marked) on reading_place to ${app};
create policy own on community_seen for select to ${app} using (person_id = (select viewer()));
create policy keep on community_seen for insert to ${app} with check (
    person_id = (select viewer())
    and (select true from access a where a.person_id = (select viewer()) and a.community_id = community_seen.community_id));
create policy move on community_seen for update to ${app} using (person_id = (select viewer())) with check (person_id = (select viewer()));
grant select, insert, update (at) on community_seen to ${app};

-- Sets or takes back the viewer's reaction, the post's numbers with it: true where something changed, null where she may
-- not. The lock on the post makes two people at once wait for each other, so that no number is lost.
create function react(post bigint, reaction_kind text, wanted boolean, how text, line text, organisation text, other bigint, moment timestamptz) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
declare
    p record;
    old rounds.reaction;
    step int;
begin
    select x.id, x.author_id, x.community_id, x.state into p from rounds.post x where x.id = react.post for no key update;
    if p.id is null or p.state <> 'visible'
       or not exists (select 1 from access a where a.person_id = viewer() and a.community_id = p.community_id)
       -- Nobody praises herself; what she tried herself she may tell.
       or (p.author_id = viewer() and reaction_kind <> 'tried') then
        return null;
    end if;
    -- A community that only its members know is not named to others.
    if other is not null and not exists (
        select 1
          from access a
          join community c on c.id = a.community_id
         where a.person_id = viewer() and a.community_id = other and c.visibility <> 'private') then
        return null;
    end if;
    select * into old from reaction r where r.post_id = p.id and r.person_id = viewer() and r.kind = reaction_kind;
    if wanted then
        if old.post_id is not null and (old.outcome, old.note, old.place, old.for_community)
               is not distinct from (how, line, organisation, other) then
            return false;
        end if;
        insert into reaction (post_id, person_id, kind, community_id, outcome, note, place, for_community, at)
        values (p.id, viewer(), reaction_kind, p.community_id, how, line, organisation, other, moment)
        on conflict (post_id, person_id, kind)
        do update set outcome = excluded.outcome, note = excluded.note, place = excluded.place, for_community = excluded.for_community;
    else
        if old.post_id is null then
            return false;
        end if;
        delete from reaction r where r.post_id = p.id and r.person_id = viewer() and r.kind = reaction_kind;
    end if;
    step := wanted::int - (old.post_id is not null)::int;
    update rounds.post x
       set helpful = x.helpful + case reaction_kind when 'helpful' then step else 0 end,
           same = x.same + case reaction_kind when 'same' then step else 0 end,
           thanks = x.thanks + case reaction_kind when 'thanks' then step else 0 end,
           worked = x.worked + (wanted and how is not distinct from 'worked')::int - (old.outcome is not distinct from 'worked')::int,
           partly = x.partly + (wanted and how is not distinct from 'partly')::int - (old.outcome is not distinct from 'partly')::int,
           not_worked = x.not_worked + (wanted and how is not distinct from 'not')::int - (old.outcome is not distinct from 'not')::int
     where x.id = p.id;
    if reaction_kind = 'same' then
        update rounds.post x
           set same_places = (
               select count(distinct lower(r.place)) filter (where r.place <> '') + count(distinct r.for_community)
                 from reaction r
                where r.post_id = p.id and r.kind = 'same')
         where x.id = p.id;
    end if;
    return true;
end $$;

-- Marks a post as what helped, or takes that back: who asked may, and the moderators. True where something changed, null
-- where the viewer may not. Locks the discussion first, like every step here.
create function mark_helped(post bigint, wanted boolean, quoted text, reason text, moment timestamptz) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
declare
    d record;
    p record;
begin
    select x.id, x.opened_by, x.community_id into d
      from rounds.discussion x
     where x.id = (select y.discussion_id from rounds.post y where y.id = mark_helped.post) for no key update;
    select x.id, x.number, x.state, x.helped into p from rounds.post x where x.id = mark_helped.post for no key update;
    if p.id is null or p.number = 1 or (wanted and p.state <> 'visible')
       or not exists (select 1 from access a
                       where a.person_id = viewer() and a.community_id = d.community_id and (a.moderates or d.opened_by = a.person_id)) then
        return null;
    end if;
    if wanted then
        insert into helped (post_id, community_id, passage, why, marked_by, marked_at)
        values (p.id, d.community_id, quoted, reason, viewer(), moment)
        on conflict (post_id)
        do update set passage = excluded.passage, why = excluded.why, marked_by = excluded.marked_by, marked_at = excluded.marked_at;
    else
        delete from helped h where h.post_id = p.id;
    end if;
    if p.helped <> wanted then
        update rounds.post x set helped = wanted where x.id = p.id;
        update rounds.discussion x set helped = x.helped + case when wanted then 1 else -1 end where x.id = d.id;
    end if;
    return wanted or p.helped;
end $$;

-- The viewer has seen these posts. Null where she may not read there. What is left out between them because nobody can
-- read it counts as seen; what waits for a moderator does not, so that it is new when it comes.
create function see_posts(discussion bigint, numbers int[], moment timestamptz) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
declare
    d record;
    place rounds.reading_place;
    asked int4multirange;
    every int4multirange;
    gained int;
    gap int4range;
begin
    select x.id, x.community_id, x.last_number, x.posts into d
      from rounds.discussion x
     where x.id = see_posts.discussion and x.state = 'visible' and viewer() > 0
       and (exists (select 1 from access a where a.person_id = viewer() and a.community_id = x.community_id)
            or (x.visibility = 'public' and (select c.visibility from community c where c.id = x.community_id) = 'public'));
    if d.id is null then
        return null;
    end if;
    insert into reading_place (person_id, discussion_id, community_id, at) values (viewer(), d.id, d.community_id, moment)
    on conflict do nothing;
    select * into place from reading_place r where r.person_id = viewer() and r.discussion_id = d.id for update;
    select coalesce(range_agg(int4range(n, n + 1)), '{}') into asked from unnest(numbers) n where n between 1 and d.last_number;
    select count(*) into gained
      from rounds.post p
     where p.discussion_id = d.id and p.number = any (numbers) and p.state = 'visible' and not place.seen @> p.number;
    every := int4multirange(int4range(1, d.last_number + 1));
    place.seen := place.seen + asked;
    for gap in select g from unnest(every - place.seen) g limit 50 loop
        if not exists (select 1 from rounds.post p
                        where p.discussion_id = d.id and p.number >= lower(gap) and p.number < upper(gap) and p.state in ('visible', 'queued')) then
            place.seen := place.seen + int4multirange(gap);
        end if;
    end loop;
    -- Who jumps about in a long discussion is not kept post by post.
    if (select count(*) from unnest(place.seen)) > 200 then
        place.seen := int4multirange(range_merge(place.seen));
    end if;
    place.posts_read := case when place.seen @> every then d.posts else least(d.posts, place.posts_read + gained) end;
    update reading_place r
       set seen = place.seen, posts_read = place.posts_read, at = greatest(r.at, moment), marked = r.marked and place.posts_read < d.posts
     where r.person_id = viewer() and r.discussion_id = d.id;
    return true;
end $$;

-- A post as it comes in: whether it is its author's first here, and that she has read her own words.
-- A plan made while the table was small would read all of it for each post of a large import.
create function take_post() returns trigger
language plpgsql security definer set search_path = rounds, pg_temp set enable_seqscan = off as $$
begin
    new.first_here := not exists (select 1 from post p where p.author_id = new.author_id and p.community_id = new.community_id);
    -- What the system takes in was written elsewhere.
    if viewer() = new.author_id then
        insert into reading_place as r (person_id, discussion_id, community_id, seen, posts_read, at)
        values (new.author_id, new.discussion_id, new.community_id, int4multirange(int4range(new.number, new.number + 1)),
                (new.state = 'visible')::int, new.posted_at)
        on conflict (person_id, discussion_id)
        do update set seen = r.seen + excluded.seen, posts_read = r.posts_read + excluded.posts_read, at = greatest(r.at, excluded.at);
    end if;
    return new;
end $$;

create trigger take_post before insert on post for each row execute function take_post();

-- Where a post stood that is gone, for those who see its place: an old link to it then says so.
create function place_of_gone(post bigint) returns table (discussion_id bigint, number int)
language sql stable security definer set search_path = rounds, pg_temp as $$
    select p.discussion_id, p.number
      from rounds.post p
      join rounds.discussion d on d.id = p.discussion_id
     where p.id = place_of_gone.post
       and p.state in ('hidden', 'deleted')
       and coalesce(p.gone_reason, '') not in ('declined', 'withdrawn')
       and viewer() is not null
       and d.state = 'visible'
       and ((d.visibility = 'public' and (select c.visibility from community c where c.id = d.community_id) = 'public')
            or exists (select 1 from access a where a.person_id = viewer() and a.community_id = d.community_id))
$$;
