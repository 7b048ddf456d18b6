-- What is written while a community is narrow stays narrow when it is widened: a resource becomes as narrow as its
-- community whenever something is said in it, or of it.
create function narrow_resource() returns trigger
language plpgsql security definer set search_path = rounds, pg_temp as $$
declare
    now_is text;
begin
    select c.visibility into now_is from community c where c.id = new.community_id;
    if array_position('{private,listed,public}'::text[], now_is) < array_position('{private,listed,public}'::text[], new.visibility) then
        new.visibility := now_is;
    end if;
    return new;
end $$;
create trigger narrow_resource
    before update of title, description, tags, keywords, authors, source, abstract, adaptation, current, practised on resource
    for each row execute function narrow_resource();

-- Where members' resources are looked at, whoever shared one decides about no version of it.
create or replace function decide_version(of_version bigint, accepted boolean, decided timestamptz) returns boolean
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
       and (a.roles && '{moderator,core_team,chair}'
            or (r.shared_by = viewer() and (not c.review_resources or v.number = 1)))
       for update of r, v;
    if not found then
        return false;
    end if;
    if accepted then
        update resource_version set state = 'earlier' where resource_id = found_resource and state = 'current';
        update resource set current = found_number, changed_at = decided, revision = revision + 1 where id = found_resource;
    end if;
    update resource_version
       set state = case when accepted then 'current' else 'declined' end, decided_by = viewer(), decided_at = decided
     where id = of_version;
    return true;
end $$;

-- One's own use counts nothing, and every word about a resource narrows it as above.
create or replace function practises(of_resource bigint) returns boolean
language sql stable security definer set search_path = rounds, pg_temp as $$
    select exists (
        select 1 from resource r
          join access a on a.person_id = viewer() and a.community_id = r.community_id and a.reads
         where r.id = of_resource and r.state = 'visible' and r.shared_by <> viewer())
$$;
create or replace function practise(of_resource bigint, words text, used timestamptz) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
declare
    first_time int;
begin
    if not practises(of_resource) then
        return false;
    end if;
    insert into resource_practice (resource_id, person_id, note, at) values (of_resource, viewer(), words, used)
    on conflict do nothing;
    get diagnostics first_time = row_count;
    if first_time = 0 then
        update resource_practice set note = words, at = used where resource_id = of_resource and person_id = viewer();
    end if;
    update resource set practised = practised + first_time where id = of_resource;
    return true;
end $$;
