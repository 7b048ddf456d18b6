-- A plan that cannot be published for a fault of the site is tried some times, then set aside for its author to see:
-- due for ever, a few of them would stand before all others.
alter table planned add column tries int not null default 0;
alter table planned drop constraint planned_problem_check;
alter table planned add constraint planned_problem_check check (problem in ('rights', 'words', 'account', 'fault'));
grant update (tries) on planned to ${app};

-- A vote in a ranked poll says that it is to be counted, and does not count all ballots while everybody else who votes
-- waits. Whoever reads it meanwhile has it counted for herself; a job keeps what was counted.
alter table poll add column uncounted boolean not null default false;
create index poll_uncounted on poll (post_id) where uncounted;

-- The rounds of a ranked poll, counted from its ballots as count_ranked was described, equal ballots as one.
create function ranked_rounds(post bigint) returns table (round int, number int, votes int, leaves boolean)
language plpgsql stable set search_path = rounds, pg_temp as $$
#variable_conflict use_column
declare
    rankings text[];
    many int[];
    remaining int[];
    leaving int[];
    numbers int[];
    tallies int[];
    past_round int[] := '{}';
    past_number int[] := '{}';
    past_votes int[] := '{}';
    n int := 0;
    earlier int;
    total int;
    high int;
    low int;
    following int;
    level_with int;
begin
    select array_agg(o.number) into remaining from poll_option o where o.post_id = ranked_rounds.post;
    select array_agg(same.choices::text), array_agg(same.n) into rankings, many
      from (select b.choices, count(*)::int as n from ballot b where b.post_id = ranked_rounds.post group by b.choices) same;
    loop
        n := n + 1;
        select array_agg(c.number), array_agg(coalesce(v.votes, 0)) into numbers, tallies
          from unnest(remaining) c (number)
          left join (
              select first.choice, sum(r.many)::int as votes
                from unnest(rankings, many) r (ranking, many)
               cross join lateral (
                   select u.choice from unnest(r.ranking::int[]) with ordinality u (choice, rank)
                    where u.choice = any (remaining) order by u.rank limit 1) first
               group by first.choice) v on v.choice = c.number;
        select sum(t), max(t), min(t) into total, high, low from unnest(tallies) t;
        leaving := '{}';
        if not (total = 0 or high * 2 > total or low = high) then
            select array_agg(t.number) into leaving from unnest(numbers, tallies) t (number, votes) where t.votes = low;
            earlier := n - 1;
            while cardinality(leaving) > 1 and earlier > 0 loop
                select array_agg(t.number) into leaving
                  from (select p.number, p.votes, min(p.votes) over () as fewest
                          from unnest(past_round, past_number, past_votes) p (round, number, votes)
                         where p.round = earlier and p.number = any (leaving)) t
                 where t.votes = t.fewest;
                earlier := earlier - 1;
            end loop;
            -- What was never apart may leave together only where, put together, it could not overtake what comes next:
            -- else the choice of who leaves would decide the poll, and nobody made that choice.
            select min(t) into following from unnest(tallies) t where t > low;
            select count(*) into level_with from unnest(tallies) t where t = low;
            if cardinality(leaving) > 1 and low > 0 and low * level_with >= following then
                leaving := '{}';
            end if;
        end if;
        return query
            select n, t.number, t.votes, t.number = any (leaving) from unnest(numbers, tallies) t (number, votes);
        exit when cardinality(leaving) = 0;
        past_round := past_round || array_fill(n, array[cardinality(numbers)]);
        past_number := past_number || numbers;
        past_votes := past_votes || tallies;
        select array_agg(c) into remaining from unnest(remaining) c where c <> all (leaving);
    end loop;
end $$;

create or replace function count_ranked(post bigint, community bigint) returns void
language plpgsql set search_path = rounds, pg_temp as $$
begin
    delete from poll_tally t where t.post_id = count_ranked.post;
    insert into poll_tally (post_id, community_id, round, number, votes, leaves)
    select count_ranked.post, count_ranked.community, r.round, r.number, r.votes, r.leaves from ranked_rounds(count_ranked.post) r;
    update poll q set uncounted = false where q.post_id = count_ranked.post and q.uncounted;
end $$;

-- Keeps what so many ranked polls come to. In what somebody votes at this moment is left to the next time.
create function count_polls(at_most int) returns int
language plpgsql set search_path = rounds, pg_temp as $$
declare
    p record;
    done int := 0;
begin
    for p in
        select q.post_id, q.community_id from poll q
         where q.uncounted
         order by q.post_id
         limit at_most
           for no key update skip locked
    loop
        perform count_ranked(p.post_id, p.community_id);
        done := done + 1;
    end loop;
    return done;
end $$;

-- How a poll stands that is not counted yet, for a viewer who reads it and sees how it stands: the rows that its tally
-- will have.
create function uncounted_rounds(post bigint) returns table (round int, number int, votes int, leaves boolean)
language sql stable security definer set search_path = rounds, pg_temp as $$
    select r.round, r.number, r.votes, r.leaves
      from poll q
     cross join lateral ranked_rounds(q.post_id) r
     where q.post_id = uncounted_rounds.post and q.uncounted and shows_result(q.post_id, q.results, q.ends_at, q.ended_at)
$$;

-- As before, but a ranked poll is marked and not counted.
create or replace function cast_ballot(post bigint, wanted int[], row_id bigint, moment timestamptz) returns text
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
    update poll x
       set ballots = x.ballots + (cardinality(wanted) > 0)::int - (old is not null)::int,
           uncounted = q.kind = 'ranked'
     where x.post_id = q.post_id;
    if q.kind <> 'ranked' then
        update poll_tally t
           set votes = t.votes + (t.number = any (wanted))::int - (t.number = any (coalesce(old, '{}')))::int
         where t.post_id = q.post_id and t.number = any (wanted || coalesce(old, '{}'));
    end if;
    return 'cast';
end $$;

-- What was counted before did not end where losers that are level could win together.
update poll set uncounted = true where kind = 'ranked' and ballots > 0;
