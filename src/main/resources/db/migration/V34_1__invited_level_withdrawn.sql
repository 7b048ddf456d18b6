-- The address to which an invitation that holds was sent, so that whoever follows it need not type it again; null for a
-- link to pass on. Only for the holder of the token, who reads it in that mailbox.
create function invited_address(invitation_hash bytea) returns text
language sql stable security definer set search_path = rounds, pg_temp as $$
    select i.email from living_invitation(invitation_hash) i where viewer() is not null
$$;

-- The rounds of a ranked poll, as before, but the count ends where losers that are level could win together.
create or replace function ranked_rounds(post bigint) returns table (round int, number int, votes int, leaves boolean)
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
update poll set uncounted = true where kind = 'ranked' and ballots > 0;

-- Takes back what the viewer asked of a community and nobody has answered: its id, or null where there is none. The row
-- stays, as one that she decided herself.
create function withdraw_request(community bigint) returns bigint
language sql security definer set search_path = rounds, pg_temp as $$
    update join_request j
       set decided_at = now(), decided_by = viewer(), admitted = false
     where j.community_id = withdraw_request.community and j.person_id = viewer() and j.decided_at is null
    returning j.id
$$;
