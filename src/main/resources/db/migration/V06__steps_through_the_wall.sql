-- What a person must move that is not hers: numbers, counters, memberships. Each function does one step, checks the
-- person's right itself and runs as the owner with a fixed search path. The policy (permissions.csv) has spoken before.

-- The next place in a discussion. Locks it, so that a close and a reply at the same moment cannot both succeed. Where
-- the discussion takes no reply, or the answered post is no longer there, no place is taken and the row tells why.
create function place_post(discussion bigint, answers bigint, waits boolean, moment timestamptz)
returns table (number int, parent_id bigint, parent_number int, path text, depth int, visibility text, state text, closed boolean, answerable boolean)
language plpgsql security definer set search_path = rounds, pg_temp as $$
#variable_conflict use_column
declare
    d rounds.discussion;
    p rounds.post;
    n int;
    takes boolean;
begin
    select * into d from rounds.discussion where id = place_post.discussion for no key update;
    if d.id is null or not exists (select 1 from access a where a.person_id = viewer() and a.community_id = d.community_id) then
        return;
    end if;
    n := d.last_number + 1;
    -- The opening post can be answered when it is gone: its discussion goes on.
    select * into p from rounds.post
     where discussion_id = d.id
       and case when place_post.answers is null then number = 1
                else id = place_post.answers and (state = 'visible' or number = 1) end;
    takes := d.state = 'visible' and d.closed_at is null and p.id is not null;
    if takes then
        update rounds.discussion
           set last_number = n,
               posts = posts + case when place_post.waits then 0 else 1 end,
               last_at = case when place_post.waits then last_at else greatest(last_at, place_post.moment) end,
               last_by = case when place_post.waits then last_by else viewer() end
         where id = d.id;
    end if;
    return query select n, p.id, p.number,
        -- Answers deeper than six stand beside each other below the sixth.
        left(p.path, least(p.depth + 1, 6) * 7) || lpad(to_hex(n), 7, '0'),
        least(p.depth + 1, 6),
        (select c.visibility from community c where c.id = d.community_id), d.state, d.closed_at is not null, p.id is not null;
end $$;

-- A post goes from one state to another, its discussion's counters with it; false when somebody else was quicker or the
-- viewer may not. The opening post takes its discussion along, unless its author deletes it and others have answered:
-- their words stay, and so do all rights on the thread. Locks the discussion first, like every step here.
create function move_post(post bigint, from_state text, to_state text, why text, as_moderator boolean, moment timestamptz) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
declare
    d rounds.discussion;
    p rounds.post;
    newest_at timestamptz;
    newest_by bigint;
    thread text;
    shown int;
    places int;
begin
    select x.* into d from rounds.discussion x
     where x.id = (select y.discussion_id from rounds.post y where y.id = move_post.post) for no key update;
    select x.* into p from rounds.post x where x.id = move_post.post for no key update;
    if p.id is null or p.state <> from_state or not (case
        -- Nobody decides about her own words.
        when as_moderator then (to_state <> 'visible' or p.author_id <> viewer())
            and exists (select 1 from access a where a.person_id = viewer() and a.community_id = p.community_id and a.moderates)
        when to_state = 'deleted' then p.author_id = viewer() and from_state in ('visible', 'queued', 'hidden')
        -- A report of patient data hides at once, unless a moderator has looked at the same words before.
        when to_state = 'hidden' then why = 'patient_data' and from_state = 'visible'
            and exists (select 1 from report r where r.post_id = p.id and r.reporter_id = viewer() and r.reason = why and r.decided_at is null)
            and not exists (select 1 from report r where r.post_id = p.id and r.reason = why and r.verdict in ('kept', 'restored')
                            and r.decided_at > coalesce(p.edited_at, p.posted_at))
        else false end) then
        return false;
    end if;

    thread := case
        when p.number > 1 then d.state
        when to_state <> 'deleted' or as_moderator then to_state
        when exists (select 1 from rounds.post x where x.discussion_id = d.id and x.state = 'visible' and x.author_id <> p.author_id) then d.state
        else 'deleted' end;
    -- What its author deleted stays deleted when a moderator brings the discussion back.
    if p.gone_reason = 'author' then
        update rounds.discussion set state = thread, revision = revision + 1 where id = d.id;
        return true;
    end if;

    update rounds.post
       set state = to_state, gone_reason = case when to_state = 'visible' then null else why end, revision = revision + 1
     where id = p.id;
    shown := (to_state = 'visible')::int - (from_state = 'visible')::int;
    places := (to_state in ('hidden', 'deleted') and why not in ('declined', 'withdrawn'))::int
        - (from_state in ('hidden', 'deleted') and coalesce(p.gone_reason, '') not in ('declined', 'withdrawn'))::int;
    if shown > 0 then
        newest_at := greatest(d.last_at, case when from_state = 'queued' then moment else p.posted_at end);
        newest_by := case when from_state = 'queued' or p.posted_at >= d.last_at then p.author_id else d.last_by end;
    else
        select x.posted_at, x.author_id into newest_at, newest_by
          from rounds.post x
         where x.discussion_id = d.id and x.state = 'visible'
         order by x.number desc
         limit 1;
    end if;
    update rounds.discussion
       set posts = posts + shown,
           gone = gone + places,
           last_at = coalesce(newest_at, opened_at),
           last_by = coalesce(newest_by, opened_by),
           state = thread,
           revision = revision + (p.number = 1)::int
     where id = d.id;
    return true;
end $$;

-- Places of posts that are gone between two places of a page, for those who read the discussion: where and why, never
-- who or what.
create function gone_posts(discussion bigint, low_path text, high_path text, low_number int, high_number int)
returns table (number int, parent_number int, path text, depth int, state text, gone_reason text, posted_at timestamptz)
language sql stable security definer set search_path = rounds, pg_temp as $$
    select p.number, p.parent_number, p.path, p.depth, p.state, p.gone_reason, p.posted_at
      from rounds.post p
      join rounds.discussion d on d.id = p.discussion_id
     where p.discussion_id = gone_posts.discussion
       and p.state in ('hidden', 'deleted')
       and coalesce(p.gone_reason, '') not in ('declined', 'withdrawn')
       and p.path > low_path and p.path <= high_path
       and p.number > low_number and p.number <= high_number
       and viewer() is not null
       and d.state = 'visible'
       and ((d.visibility = 'public' and (select c.visibility from community c where c.id = d.community_id) = 'public')
            or exists (select 1 from access a where a.person_id = viewer() and a.community_id = d.community_id))
     order by p.path
     limit 200
$$;

-- The door of a listed community: a signed-in person who follows a link to a discussion there, or to a post in one,
-- learns where to ask.
create function listed_community_of(discussion bigint, post bigint) returns text
language sql stable security definer set search_path = rounds, pg_temp as $$
    select c.slug
      from rounds.discussion d
      join community c on c.id = d.community_id
     where d.id = coalesce(listed_community_of.discussion,
                           (select p.discussion_id from rounds.post p
                             where p.id = listed_community_of.post and p.state = 'visible' and p.visibility <> 'private'))
       and d.state = 'visible' and d.visibility <> 'private' and c.visibility <> 'private' and viewer() > 0
$$;

-- Membership. The founder becomes member and chair of her new community.
create function found_community(community bigint, member_row bigint, chair_row bigint) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    if not exists (select 1 from rounds.community c where c.id = found_community.community and c.created_by = viewer() and c.members = 0) then
        return false;
    end if;
    insert into membership (id, community_id, person_id, role, given_by) values
        (member_row, found_community.community, viewer(), 'member', viewer()),
        (chair_row, found_community.community, viewer(), 'chair', viewer());
    return true;
end $$;

-- The invitation behind a link, while it holds: not expired, not taken back, not used up, and made by somebody who is
-- still in the community and still may invite.
create function living_invitation(invitation_hash bytea) returns setof invitation
language sql stable security definer set search_path = rounds, pg_temp as $$
    select i.*
      from invitation i
      join community c on c.id = i.community_id
      join access a on a.person_id = i.invited_by and a.community_id = i.community_id
     where i.hash = invitation_hash
       and i.revoked_at is null
       and i.expires_at > now()
       and (i.email is null or i.used = 0)
       and (c.members_may_invite or a.roles && '{peer_champion,moderator,core_team,chair,relationship_manager}')
$$;

-- Joins the viewer: a public community, or any with an invitation that holds. Whoever was removed comes back only by an
-- invitation made since, or by asking.
create function join_community(community bigint, row_id bigint, invitation_hash bytea) returns text
language plpgsql security definer set search_path = rounds, pg_temp as $$
declare
    door text;
    removed timestamptz;
    ticket invitation;
begin
    -- Also what turns a visitor away.
    if not exists (select 1 from account a where a.person_id = viewer() and a.confirmed_at is not null) then
        return 'refused';
    end if;
    -- Before any membership: all changes to a community's memberships lock in this order.
    select visibility into door from rounds.community where id = join_community.community for no key update;
    if door is null then
        return 'refused';
    end if;
    if exists (select 1 from access a where a.person_id = viewer() and a.community_id = join_community.community) then
        return 'already';
    end if;
    select case when m.ended_by is distinct from m.person_id then m.until_at end into removed
      from membership m
     where m.community_id = join_community.community and m.person_id = viewer() and m.role = 'member'
     order by m.until_at desc
     limit 1;
    if invitation_hash is not null then
        select * into ticket from living_invitation(invitation_hash) i
         where i.community_id = join_community.community and (removed is null or i.made_at > removed);
        if ticket.id is null then
            return 'refused';
        end if;
        update invitation set used = used + 1 where id = ticket.id;
    elsif door <> 'public' then
        return 'refused';
    elsif removed is not null then
        return 'removed';
    end if;
    insert into membership (id, community_id, person_id, role, given_by)
    values (row_id, join_community.community, viewer(), 'member', coalesce(ticket.invited_by, viewer()));
    update join_request set decided_at = now(), admitted = true
     where community_id = join_community.community and person_id = viewer() and decided_at is null;
    return 'joined';
end $$;

-- What an invitation shows to the person who holds it, before she joins.
create function invitation_of(invitation_hash bytea)
returns table (community_id bigint, slug text, name text, purpose text, audience text, visibility text, members int, inviter text, expires_at timestamptz)
language sql stable security definer set search_path = rounds, pg_temp as $$
    select c.id, c.slug, c.name, c.purpose, c.audience, c.visibility, c.members, p.name, i.expires_at
      from living_invitation(invitation_hash) i
      join community c on c.id = i.community_id
      join person p on p.id = i.invited_by
     where viewer() is not null
$$;

-- Gives a role to somebody. Members are admitted by those who may approve; the other roles are the chair's to give.
create function give_role(community bigint, person bigint, role_name text, row_id bigint) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
declare
    mine text[];
begin
    perform 1 from rounds.community where id = give_role.community for no key update;
    select roles into mine from access where person_id = viewer() and community_id = give_role.community;
    if mine is null then
        return false;
    end if;
    if role_name = 'member' then
        if not mine && '{moderator,core_team,chair,relationship_manager}' then return false; end if;
        -- Only who asked can be admitted: nobody is made a member unasked.
        update join_request set decided_at = now(), decided_by = viewer(), admitted = true
         where community_id = give_role.community and person_id = give_role.person and decided_at is null;
        if not found then return false; end if;
    else
        -- A relationship manager is appointed by the site, not by the community.
        if not mine && '{chair}' or role_name = 'relationship_manager' then return false; end if;
        if not exists (select 1 from access a where a.person_id = give_role.person and a.community_id = give_role.community) then
            return false;
        end if;
    end if;
    insert into membership (id, community_id, person_id, role, given_by)
    values (row_id, give_role.community, give_role.person, role_name, viewer())
    on conflict (community_id, person_id, role) where until_at is null do nothing;
    return true;
end $$;

-- Takes a role from somebody, or from oneself; `member` ends them all, and with them the invitations she made. The last
-- chair cannot go.
create function end_role(community bigint, person bigint, role_name text) returns text
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
    if theirs && '{chair}' and role_name in ('member', 'chair') and (
        select count(*) from membership m
         where m.community_id = end_role.community and m.role = 'chair' and m.until_at is null) = 1 then
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

-- Who reads a community is its chair's to decide; the others who change its settings change its words.
create function guard_visibility() returns trigger
language plpgsql security definer set search_path = rounds, pg_temp as $$
declare
    mine text[];
    widens boolean := array_position('{private,listed,public}', new.visibility) > array_position('{private,listed,public}', old.visibility);
begin
    -- The system's own work names no viewer.
    if viewer() is null then
        return new;
    end if;
    select roles into mine from access where person_id = viewer() and community_id = new.id;
    if mine is null or not mine && (case when widens then '{chair}' else '{chair,relationship_manager}' end)::text[] then
        raise insufficient_privilege using message = 'only a chair decides who reads a community';
    end if;
    return new;
end $$;

create trigger guard_visibility before update of visibility on community
    for each row when (old.visibility is distinct from new.visibility) execute function guard_visibility();

