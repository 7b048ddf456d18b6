-- What waits for a decision stays as narrow as its community was when it was written, however wide that is when it is taken.

create function narrowest(one text, other text) returns text language sql immutable as $$
    select case when 'private' in (one, other) then 'private' when 'listed' in (one, other) then 'listed' else 'public' end
$$;

alter table resource_version add column visibility text not null default 'private' check (visibility in ('public', 'listed', 'private'));
alter table resource_wording add column visibility text not null default 'private' check (visibility in ('public', 'listed', 'private'));
update resource_version v set visibility = r.visibility from resource r where r.id = v.resource_id;
update resource_wording w set visibility = r.visibility from resource r where r.id = w.resource_id;

create function as_narrow_as_its_community() returns trigger
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    select c.visibility into new.visibility from community c where c.id = new.community_id;
    return new;
end $$;
create trigger as_narrow_as_its_community before insert on resource_version
    for each row execute function as_narrow_as_its_community();
create trigger as_narrow_as_its_community before insert on resource_wording
    for each row execute function as_narrow_as_its_community();

create or replace function narrow_resource() returns trigger
language plpgsql security definer set search_path = rounds, pg_temp as $$
declare
    its_community text;
    its_words text;
begin
    select c.visibility into its_community from community c where c.id = new.community_id;
    new.visibility := narrowest(new.visibility, its_community);
    if (new.title, new.description, new.tags, new.keywords, new.authors, new.source, new.abstract, new.adaptation, new.current)
       is distinct from (old.title, old.description, old.tags, old.keywords, old.authors, old.source, old.abstract, old.adaptation, old.current) then
        new.worded_at := clock_timestamp();
        -- Words that waited are taken.
        select w.visibility into its_words
          from resource_wording w
         where w.resource_id = new.id and (w.title, w.description) = (new.title, new.description);
        new.visibility := narrowest(new.visibility, coalesce(its_words, new.visibility));
    end if;
    return new;
end $$;

-- The seal is of what curators have seen: it goes with what somebody else puts in its place.
create or replace function only_curators_curate() returns trigger
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    if viewer() is not null
       and (new.official, new.review_on, new.superseded_by) is distinct from (false, old.review_on, old.superseded_by)
       and not curates(new.community_id) then
        raise insufficient_privilege using message = 'only curators say this of a resource';
    end if;
    return new;
end $$;

create function curates(community bigint) returns boolean
language sql stable security definer set search_path = rounds, pg_temp as $$
    select exists (select 1 from access a
                    where a.person_id = viewer() and a.community_id = curates.community and a.reads
                      and a.roles && '{moderator,core_team,chair}')
$$;

create or replace function decide_version(of_version bigint, accepted boolean, decided timestamptz, seen int, said text) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
declare
    found_resource bigint;
    found_number int;
    written_for text;
begin
    select r.id, v.number, v.visibility into found_resource, found_number, written_for
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
        update resource
           set current = found_number, changed_at = decided, revision = revision + 1,
               visibility = narrowest(visibility, written_for), official = official and curates(community_id)
         where id = found_resource;
    end if;
    update resource_version
       set state = case when accepted then 'current' else 'declined' end, number = found_number, answer = coalesce(said, ''),
           decided_by = viewer(), decided_at = decided
     where id = of_version;
    return true;
end $$;
