-- “I tried this” tells an author how her idea went for others: her own try stands in her words and is not counted.
create temporary table own_try on commit drop as
    select r.post_id, r.outcome
      from reaction r
      join post p on p.id = r.post_id and p.author_id = r.person_id
     where r.kind = 'tried';
update post x
   set worked = x.worked - (o.outcome = 'worked')::int,
       partly = x.partly - (o.outcome = 'partly')::int,
       not_worked = x.not_worked - (o.outcome = 'not')::int
  from own_try o
 where o.post_id = x.id;
delete from reaction r using post p where p.id = r.post_id and p.author_id = r.person_id and r.kind = 'tried';

create or replace function react(post bigint, reaction_kind text, wanted boolean, how text, line text, organisation text, other bigint, moment timestamptz) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
declare
    p record;
    old rounds.reaction;
    step int;
begin
    select x.id, x.author_id, x.community_id, x.state into p from rounds.post x where x.id = react.post for no key update;
    if p.id is null or p.state <> 'visible'
       or not exists (select 1 from access a where a.person_id = viewer() and a.community_id = p.community_id)
       -- Nobody counts for her own post; an old word about it she may take back.
       or (p.author_id = viewer() and wanted) then
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
