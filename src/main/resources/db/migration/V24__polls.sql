-- A question with choices, carried by a post: mostly by the one that opens a discussion. It goes where its post goes
-- (carry_along of V15 takes along each table that names a community beside a post) and is read where its post is read.
create table poll (
    post_id      bigint      primary key references post on delete cascade,
    community_id bigint      not null references community on delete cascade,
    question     text        not null check (length(question) between 1 and 300),
    kind         text        not null check (kind in ('single', 'several', 'ranked')),
    -- Of several: so many at most; absent: as many as there are.
    most         int         check (most between 2 and 20),
    -- Whether those who see the result see who chose what. Of a closed poll nobody ever does.
    open         boolean     not null,
    -- From when on the counts are seen: always, by those who have voted, by all once it has ended.
    results      text        not null check (results in ('always', 'voted', 'ended')),
    ends_at      timestamptz,
    -- Written when its time has come, or when somebody ended it before.
    ended_at     timestamptz,
    ended_by     bigint      references person on delete set null,
    -- How many have voted.
    ballots      int         not null default 0,
    made_at      timestamptz not null,
    check (most is null or kind = 'several')
);

-- Whose time has come.
create index poll_to_end on poll (ends_at) where ended_at is null and ends_at is not null;

create table poll_option (
    post_id      bigint not null references poll on delete cascade,
    community_id bigint not null references community on delete cascade,
    number       int    not null check (number between 1 and 20),
    words        text   not null check (length(words) between 1 and 200),
    primary key (post_id, number)
);

-- What one person chose; ranked: her first choice first. Without a name where the person is gone: her vote counts on.
create table ballot (
    id           bigint      primary key,
    post_id      bigint      not null references poll on delete cascade,
    community_id bigint      not null references community on delete cascade,
    person_id    bigint      references person on delete set null,
    choices      int[]       not null check (cardinality(choices) between 1 and 20),
    cast_at      timestamptz not null,
    unique (post_id, person_id)
);

create index ballot_by_person on ballot (person_id);
create index ballot_newest on ballot (post_id, cast_at desc, id desc);

-- The counts, kept in the transaction of each vote, apart from the choices: they may be hidden while those are shown.
-- A ranked poll has a round for each time that choices left; which left in it is marked.
create table poll_tally (
    post_id      bigint  not null references poll on delete cascade,
    community_id bigint  not null references community on delete cascade,
    round        int     not null,
    number       int     not null,
    votes        int     not null default 0,
    leaves       boolean not null default false,
    primary key (post_id, round, number)
);

-- So that a page of posts need not look for polls.
alter table post add column polled boolean not null default false;

alter table poll enable row level security;
alter table poll_option enable row level security;
alter table ballot enable row level security;
alter table poll_tally enable row level security;
grant select, insert, update, delete on poll, poll_option, ballot, poll_tally to ${system};
create policy system_all on poll to ${system} using (true) with check (true);
create policy system_all on poll_option to ${system} using (true) with check (true);
create policy system_all on ballot to ${system} using (true) with check (true);
create policy system_all on poll_tally to ${system} using (true) with check (true);

-- Whether the viewer has voted. Not asked of ballot by its own policy, which would recurse.
create function has_voted(post bigint) returns boolean
language sql stable security definer set search_path = rounds, pg_temp as $$
    select exists (select 1 from ballot b where b.post_id = has_voted.post and b.person_id = viewer())
$$;

-- Whether the viewer sees how a poll that she reads stands. The clock of the database ends a poll, on every node alike.
create function shows_result(post bigint, results text, ends_at timestamptz, ended_at timestamptz) returns boolean
language sql stable set search_path = rounds, pg_temp as $$
    select results = 'always' or coalesce(least(ended_at, ends_at) <= now(), false) or (results = 'voted' and has_voted(post))
$$;

create policy read on poll for select to ${app} using ((select true from post p where p.id = poll.post_id));
grant select on poll to ${app};
create policy read on poll_option for select to ${app} using ((select true from post p where p.id = poll_option.post_id));
grant select on poll_option to ${app};
create policy read on poll_tally for select to ${app} using (
    (select shows_result(q.post_id, q.results, q.ends_at, q.ended_at) from poll q where q.post_id = poll_tally.post_id));
grant select on poll_tally to ${app};
-- One's own; and in an open poll everybody's, for those who see the result. Of a closed poll nobody reads another's:
-- not its author, not a moderator.
create policy read on ballot for select to ${app} using (
    (select case when ballot.person_id = (select viewer()) then true
                 else q.open and shows_result(q.post_id, q.results, q.ends_at, q.ended_at) end
       from poll q where q.post_id = ballot.post_id));
grant select on ballot to ${app};

-- Puts a poll at a post of the viewer's, or another in its place: 'set', 'voted' where somebody has voted already and
-- nobody may change what they voted on, null where the viewer may not.
create function set_poll(post bigint, asked text, poll_kind text, at_most int, is_open boolean, shown text, until timestamptz, choices text[], moment timestamptz) returns text
language plpgsql security definer set search_path = rounds, pg_temp as $$
declare
    p record;
    old record;
begin
    select x.id, x.author_id, x.community_id, x.state into p from rounds.post x where x.id = set_poll.post for no key update;
    if p.id is null or p.author_id <> viewer() or p.state not in ('visible', 'queued')
       or not exists (select 1 from access a where a.person_id = viewer() and a.community_id = p.community_id) then
        return null;
    end if;
    select q.ballots, q.ended_at into old from poll q where q.post_id = p.id for update;
    if old.ballots > 0 or old.ended_at is not null then
        return 'voted';
    end if;
    delete from poll q where q.post_id = p.id;
    insert into poll (post_id, community_id, question, kind, most, open, results, ends_at, made_at)
    values (p.id, p.community_id, asked, poll_kind, at_most, is_open, shown, until, moment);
    insert into poll_option (post_id, community_id, number, words)
    select p.id, p.community_id, c.n, c.words from unnest(choices) with ordinality c (words, n);
    insert into poll_tally (post_id, community_id, round, number)
    select p.id, p.community_id, 1, o.number from poll_option o where o.post_id = p.id;
    update rounds.post x set polled = true where x.id = p.id and not x.polled;
    return 'set';
end $$;

-- Takes a poll away on which nobody has voted.
create function remove_poll(post bigint) returns text
language plpgsql security definer set search_path = rounds, pg_temp as $$
declare
    p record;
    old record;
begin
    select x.id, x.author_id into p from rounds.post x where x.id = remove_poll.post for no key update;
    select q.post_id, q.ballots into old from poll q where q.post_id = p.id for update;
    if old.post_id is null or p.author_id <> viewer() then
        return null;
    end if;
    if old.ballots > 0 then
        return 'voted';
    end if;
    delete from poll q where q.post_id = p.id;
    update rounds.post x set polled = false where x.id = p.id;
    return 'removed';
end $$;

-- Ends a poll now: its author may, and a moderator. False where it has ended already, null where the viewer may not.
create function end_poll(post bigint, moment timestamptz) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    if not exists (
        select 1
          from rounds.post p
          join access a on a.person_id = viewer() and a.community_id = p.community_id
         where p.id = end_poll.post and p.polled and (a.moderates or p.author_id = a.person_id)) then
        return null;
    end if;
    update poll q set ended_at = least(moment, now()), ended_by = viewer()
     where q.post_id = end_poll.post and q.ended_at is null and coalesce(q.ends_at > now(), true);
    return found;
end $$;

-- Counts a ranked poll (instant-runoff voting): in each round a ballot counts for the first of its choices that is still
-- in. More than half of the ballots that still count wins. Else the choice with the fewest leaves; of several with as
-- few, those that had fewer in the latest earlier round in which they differed; if they never did, all of them leave.
-- It stops where somebody has won, nothing counts any more, or all that are left have the same: a tie, and told as one.
create function count_ranked(post bigint, community bigint) returns void
language plpgsql set search_path = rounds, pg_temp as $$
declare
    remaining int[];
    leaving int[];
    n int := 0;
    earlier int;
    total int;
    high int;
    low int;
begin
    delete from poll_tally t where t.post_id = count_ranked.post;
    select array_agg(o.number) into remaining from poll_option o where o.post_id = count_ranked.post;
    loop
        n := n + 1;
        insert into poll_tally (post_id, community_id, round, number, votes)
        select count_ranked.post, count_ranked.community, n, c, coalesce(v.votes, 0)
          from unnest(remaining) c
          left join (
              select first.choice, count(*) as votes
                from ballot b
               cross join lateral (
                   select u.choice from unnest(b.choices) with ordinality u (choice, rank)
                    where u.choice = any (remaining) order by u.rank limit 1) first
               where b.post_id = count_ranked.post
               group by first.choice) v on v.choice = c;
        select sum(t.votes), max(t.votes), min(t.votes) into total, high, low
          from poll_tally t where t.post_id = count_ranked.post and t.round = n;
        exit when total = 0 or high * 2 > total or low = high;
        select array_agg(t.number) into leaving
          from poll_tally t where t.post_id = count_ranked.post and t.round = n and t.votes = low;
        earlier := n - 1;
        while cardinality(leaving) > 1 and earlier > 0 loop
            select array_agg(t.number) into leaving
              from poll_tally t
             where t.post_id = count_ranked.post and t.round = earlier and t.number = any (leaving)
               and t.votes = (select min(m.votes) from poll_tally m
                               where m.post_id = count_ranked.post and m.round = earlier and m.number = any (leaving));
            earlier := earlier - 1;
        end loop;
        update poll_tally t set leaves = true
         where t.post_id = count_ranked.post and t.round = n and t.number = any (leaving);
        select array_agg(c) into remaining from unnest(remaining) c where c <> all (leaving);
    end loop;
end $$;

-- The viewer's vote, a new one, another in its place, or (without choices) none any more; the counts with it. The lock on
-- the poll makes two people at once wait for each other, so that no vote is lost and none counts twice.
-- 'cast'; 'same' where nothing changed; 'ended'; 'unfit' for choices that the poll does not take; null where the viewer
-- may not.
create function cast_ballot(post bigint, wanted int[], row_id bigint, moment timestamptz) returns text
language plpgsql security definer set search_path = rounds, pg_temp as $$
declare
    q poll;
    old int[];
begin
    select x.* into q from poll x where x.post_id = cast_ballot.post for no key update;
    if q.post_id is null
       or not exists (
           select 1
             from rounds.post p
             join rounds.discussion d on d.id = p.discussion_id
             join access a on a.person_id = viewer() and a.community_id = p.community_id
            where p.id = q.post_id and p.state = 'visible' and d.state = 'visible') then
        return null;
    end if;
    if q.ended_at is not null or q.ends_at <= clock_timestamp() then
        return 'ended';
    end if;
    if cardinality(wanted) > (case q.kind when 'single' then 1 when 'several' then coalesce(q.most, 20) else 20 end)
       or (select count(distinct o.number) from poll_option o where o.post_id = q.post_id and o.number = any (wanted)) <> cardinality(wanted) then
        return 'unfit';
    end if;
    select b.choices into old from ballot b where b.post_id = q.post_id and b.person_id = viewer();
    if coalesce(old, '{}') = wanted then
        return 'same';
    end if;
    if cardinality(wanted) = 0 then
        delete from ballot b where b.post_id = q.post_id and b.person_id = viewer();
    else
        insert into ballot (id, post_id, community_id, person_id, choices, cast_at)
        values (row_id, q.post_id, q.community_id, viewer(), wanted, moment)
        on conflict (post_id, person_id) do update set choices = excluded.choices, cast_at = excluded.cast_at;
    end if;
    update poll x set ballots = x.ballots + (cardinality(wanted) > 0)::int - (old is not null)::int where x.post_id = q.post_id;
    if q.kind = 'ranked' then
        perform count_ranked(q.post_id, q.community_id);
    else
        update poll_tally t
           set votes = t.votes + (t.number = any (wanted))::int - (t.number = any (coalesce(old, '{}')))::int
         where t.post_id = q.post_id and t.number = any (wanted || coalesce(old, '{}'));
    end if;
    return 'cast';
end $$;

-- The fields of a poll as they were typed, in the order of the form; none: no poll.
alter table draft add column poll text[] not null default '{}'
    check (cardinality(poll) in (0, 7) and length(array_to_string(poll, '')) <= 10000);
grant update (poll) on draft to ${app};

-- To be told that a poll has ended in which one voted, or that one asked.
alter table notification drop constraint notification_reason_check;
alter table notification add constraint notification_reason_check
    check (reason in ('reply', 'mention', 'post', 'discussion', 'announcement', 'mark', 'poll', 'approved', 'declined', 'hidden',
                      'restored', 'deleted', 'admitted', 'role', 'request', 'reminder'));
