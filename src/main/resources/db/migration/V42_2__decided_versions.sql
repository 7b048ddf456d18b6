-- What was proposed is decided about with open eyes: beside what is read now, with a reason where it is not taken.

-- The version that was read when this one was proposed: what changed since then, it may not know of. Absent: not known.
alter table resource_version add column made_of int check (made_of > 0);
grant insert (made_of) on resource_version to ${app};
-- What whoever proposed it is told of why it was not taken.
alter table resource_version add column answer text not null default '' check (length(answer) <= 2000);

-- Numbers run onward: a version that is taken after a newer one was gets the next number.
drop function decide_version(bigint, boolean, timestamptz);
create function decide_version(of_version bigint, accepted boolean, decided timestamptz, seen int, said text) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
declare
    found_resource bigint;
    found_number int;
begin
    select r.id, v.number into found_resource, found_number
      from resource_version v
      join resource r on r.id = v.resource_id
      join community c on c.id = r.community_id
      join access a on a.person_id = viewer() and a.community_id = r.community_id and a.reads
     where v.id = of_version and v.state = 'proposed' and r.state in ('visible', 'queued')
       -- What is taken is taken in place of what it was compared with.
       and (seen is null or r.current = seen)
       and (a.roles && '{moderator,core_team,chair}'
            or (r.shared_by = viewer() and (not c.review_resources or v.number = 1)))
       for update of r, v;
    if not found then
        return false;
    end if;
    if accepted then
        if exists (select 1 from resource_version v
                    where v.resource_id = found_resource and v.state in ('current', 'earlier') and v.number > found_number) then
            select max(v.number) + 1 into found_number from resource_version v where v.resource_id = found_resource;
        end if;
        update resource_version set state = 'earlier' where resource_id = found_resource and state = 'current';
        update resource set current = found_number, changed_at = decided, revision = revision + 1 where id = found_resource;
    end if;
    update resource_version
       set state = case when accepted then 'current' else 'declined' end, number = found_number, answer = coalesce(said, ''),
           decided_by = viewer(), decided_at = decided
     where id = of_version;
    return true;
end $$;

-- Whoever proposed a version takes it back while nobody has decided; nothing of it stays. The first one is no proposal.
create policy withdraw on resource_version for delete to ${app} using (
    made_by = (select viewer()) and state = 'proposed' and number > 1
    and (select a.reads from access a where a.person_id = (select viewer()) and a.community_id = resource_version.community_id));
grant delete on resource_version to ${app};
