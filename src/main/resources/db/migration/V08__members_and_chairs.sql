-- How many members a community has follows the rows that say who reads it, whoever removes them: when a person is
-- deleted, her rows here go before her memberships do, and nobody counted them.
create function count_members() returns trigger language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    if tg_op = 'INSERT' then
        update community set members = members + 1 where id = new.community_id;
    else
        update community set members = members - 1 where id = old.community_id;
    end if;
    return null;
end $$;

create trigger count_members after insert or delete on access
    for each row execute function count_members();

create or replace function keep_access() returns trigger language plpgsql security definer set search_path = rounds, pg_temp as $$
declare
    pair record;
    held text[];
    first timestamptz;
begin
    if tg_op = 'DELETE' then pair := old; else pair := new; end if;
    -- Two changes to one person's memberships wait for each other, so that the second sees the first.
    perform 1 from person where id = pair.person_id for no key update;
    select array_agg(role order by role), min(from_at) filter (where role = 'member')
      into held, first
      from membership
     where community_id = pair.community_id and person_id = pair.person_id and until_at is null;
    if held is null or not 'member' = any (held) then
        delete from access where person_id = pair.person_id and community_id = pair.community_id;
    else
        insert into access (person_id, community_id, roles, reads, moderates, since)
        values (pair.person_id, pair.community_id, held, true, held && '{moderator,chair}', first)
        on conflict (person_id, community_id)
        do update set roles = excluded.roles, moderates = excluded.moderates, since = excluded.since;
    end if;
    return null;
end $$;

update community c
   set members = (select count(*) from access a where a.community_id = c.id)
 where members <> (select count(*) from access a where a.community_id = c.id);

-- Takes a role from somebody, or from oneself; `member` ends them all, and with them the invitations she made. The last
-- chair cannot go; one whose account is suspended answers for nothing and does not count.
create or replace function end_role(community bigint, person bigint, role_name text) returns text
language plpgsql security definer set search_path = rounds, pg_temp as $$
declare
    mine text[];
    theirs text[];
begin
    -- Two chairs leaving at once wait for each other here, so that one stays.
    perform 1 from rounds.community where id = end_role.community for no key update;
    select roles into mine from access where person_id = viewer() and community_id = end_role.community;
    select roles into theirs from access where person_id = end_role.person and community_id = end_role.community;
    if mine is null or theirs is null or not role_name = any (theirs) then
        return 'nobody';
    end if;
    if viewer() <> end_role.person and (not mine && '{chair}' or theirs && '{chair}') then
        return 'refused';
    end if;
    if theirs && '{chair}' and role_name in ('member', 'chair') and not exists (
        select 1
          from membership m
          join account a on a.person_id = m.person_id
         where m.community_id = end_role.community and m.role = 'chair' and m.until_at is null
           and m.person_id <> end_role.person and a.suspended_at is null) then
        return 'last_chair';
    end if;
    update membership m set until_at = greatest(now(), m.from_at), ended_by = viewer()
     where m.community_id = end_role.community and m.person_id = end_role.person and m.until_at is null
       and (m.role = role_name or role_name = 'member');
    if role_name = 'member' then
        update invitation i set revoked_at = now()
         where i.community_id = end_role.community and i.invited_by = end_role.person and i.revoked_at is null;
    end if;
    return 'done';
end $$;

-- The invitation behind a link, while it holds: not expired, not taken back, not used up, and made by somebody who is
-- still in the community, still may invite and whose account is not suspended.
create or replace function living_invitation(invitation_hash bytea) returns setof invitation
language sql stable security definer set search_path = rounds, pg_temp as $$
    select i.*
      from invitation i
      join community c on c.id = i.community_id
      join access a on a.person_id = i.invited_by and a.community_id = i.community_id
      join account u on u.person_id = i.invited_by and u.suspended_at is null
     where i.hash = invitation_hash
       and i.revoked_at is null
       and i.expires_at > now()
       and (i.email is null or i.used = 0)
       and (c.members_may_invite or a.roles && '{peer_champion,moderator,core_team,chair,relationship_manager}')
$$;
