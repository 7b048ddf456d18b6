-- The address to which an invitation that holds was sent, so that whoever follows it need not type it again; null for a
-- link to pass on. Only for the holder of the token, who reads it in that mailbox.
create function invited_address(invitation_hash bytea) returns text
language sql stable security definer set search_path = rounds, pg_temp as $$
    select i.email from living_invitation(invitation_hash) i where viewer() is not null
$$;

-- Takes back what the viewer asked of a community and nobody has answered: its id, or null where there is none. The row
-- stays, as one that she decided herself.
create function withdraw_request(community bigint) returns bigint
language sql security definer set search_path = rounds, pg_temp as $$
    update join_request j
       set decided_at = now(), decided_by = viewer(), admitted = false
     where j.community_id = withdraw_request.community and j.person_id = viewer() and j.decided_at is null
    returning j.id
$$;
