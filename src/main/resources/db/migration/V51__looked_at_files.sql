-- What stands in a file is looked at before others read it: names, numbers and dates by which a patient could be known. Until
-- then, and where something is found, a version is held: it was shared or taken, and waits to be put in its place.

alter table resource_version drop constraint resource_version_state_check;
alter table resource_version add constraint resource_version_state_check
    check (state in ('proposed', 'held', 'current', 'earlier', 'declined'));
-- What came of looking at its file. Asks: whoever made it is asked about passages. Refused: it holds the number of a health
-- card, and only another file helps. A link and a text have none: what is written is asked about while it is written.
alter table resource_version
    add column looked text not null default 'none' check (looked in ('none', 'waiting', 'asks', 'refused', 'clear')),
    add column looked_at timestamptz,
    -- Whoever sent it says that no patient can be seen where there is no text to be looked at.
    add column vouched boolean not null default false;
grant insert (vouched) on resource_version to ${app};
update resource_version set looked = 'waiting' where form = 'file';
create index resource_version_unlooked on resource_version (id) where looked = 'waiting' and reading <> 'waiting';
create index resource_version_held on resource_version (community_id, made_at) where state = 'held';
create index resource_version_asking on resource_version (community_id, made_at) where looked in ('asks', 'refused');

create function every_file_is_looked_at() returns trigger
language plpgsql as $$
begin
    new.looked := case new.form when 'file' then 'waiting' else 'none' end;
    return new;
end $$;
create trigger every_file_is_looked_at before insert on resource_version
    for each row execute function every_file_is_looked_at();

-- Others read it by themselves as soon as a version may be put in its place: it waits for nobody else.
alter table resource add column opens boolean not null default false;

create function no_resource_without_a_version() returns trigger
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    if new.state = 'visible' and old.state <> 'visible'
       and not exists (select 1 from resource_version v where v.resource_id = new.id and v.state = 'current') then
        new.state := 'queued';
        new.opens := true;
    elsif new.state <> 'queued' then
        new.opens := false;
    end if;
    return new;
end $$;
create trigger no_resource_without_a_version before update of state on resource
    for each row execute function no_resource_without_a_version();

-- What was found in the file of a version, each passage once, however often it stands there. `unseen` is what has no text:
-- pictures and scans.
create table resource_finding (
    id           bigint      primary key,
    version_id   bigint      not null references resource_version on delete cascade,
    resource_id  bigint      not null references resource on delete cascade,
    community_id bigint      not null references community on delete cascade,
    kind         text        not null,
    passage      text        not null check (length(passage) <= 500),
    said_before  text        not null check (length(said_before) <= 200),
    said_after   text        not null check (length(said_after) <= 200),
    -- The first pages on which it stands, and how often in all.
    pages        int[]       not null,
    times        int         not null check (times > 0),
    certain      boolean     not null,
    -- Why it may stay, as whoever made the version says.
    reason       text        not null default '' check (length(reason) <= 500),
    confirmed_by bigint      references person on delete set null,
    confirmed_at timestamptz
);
create index resource_finding_of on resource_finding (version_id, id);
create index resource_finding_resource on resource_finding (resource_id);
create index resource_finding_in on resource_finding (community_id);
create index resource_finding_confirmed on resource_finding (confirmed_by) where confirmed_by is not null;

-- For whoever made the version, whoever shared the resource, and moderators.
alter table resource_finding enable row level security;
grant select, insert, update, delete on resource_finding to ${system};
create policy system_all on resource_finding to ${system} using (true) with check (true);
create policy read on resource_finding for select to ${app} using (
    (select a.reads and (a.moderates
                         or a.person_id = (select v.made_by from resource_version v where v.id = resource_finding.version_id)
                         or a.person_id = (select r.shared_by from resource r where r.id = resource_finding.resource_id))
       from access a where a.person_id = (select viewer()) and a.community_id = resource_finding.community_id)
    and (select true from resource_version v where v.id = resource_finding.version_id));
grant select on resource_finding to ${app};

-- A version that is held becomes the one that is read, once nothing in it is asked about any more. Numbers run onward. What
-- the same person had sent before and could not be shared is gone with it, and so is any file that is refused.
create function release_version(of_version bigint, released timestamptz) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
declare
    found_resource bigint;
    found_number int;
    written_for text;
    maker bigint;
    decider bigint;
begin
    select r.id, v.number, v.visibility, v.made_by, v.decided_by into found_resource, found_number, written_for, maker, decider
      from resource_version v
      join resource r on r.id = v.resource_id
     where v.id = of_version and v.state = 'held' and v.looked in ('none', 'clear')
       for update of r, v;
    if not found then
        return false;
    end if;
    if exists (select 1 from resource_version v
                where v.resource_id = found_resource and v.state in ('current', 'earlier') and v.number > found_number) then
        select max(v.number) + 1 into found_number from resource_version v where v.resource_id = found_resource;
    end if;
    update resource_version v
       set sealed = true
      from resource r
     where r.id = found_resource and r.state <> 'visible' and not r.opens and v.resource_id = r.id and v.state in ('current', 'earlier');
    update resource_version set state = 'earlier' where resource_id = found_resource and state = 'current';
    update resource_version set state = 'current', number = found_number where id = of_version;
    update resource r
       set current = found_number, changed_at = greatest(r.changed_at, released), revision = r.revision + 1,
           visibility = narrowest(r.visibility, written_for),
           official = r.official and exists (select 1 from access a
                                              where a.person_id = decider and a.community_id = r.community_id and a.reads
                                                and a.roles && '{moderator,core_team,chair}'),
           state = case when r.opens and r.state = 'queued' then 'visible' else r.state end
     where r.id = found_resource;
    delete from resource_version v
     where v.resource_id = found_resource and v.state = 'held' and v.id < of_version and (v.made_by = maker or v.looked = 'refused');
    return true;
end $$;

-- A version is decided about; what is taken is put in its place at once where nothing in it is to be looked at.
create or replace function decide_version(of_version bigint, accepted boolean, decided timestamptz, seen int, said text) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
declare
    found_resource bigint;
begin
    select r.id into found_resource
      from resource_version v
      join resource r on r.id = v.resource_id
      join community c on c.id = r.community_id
      join access a on a.person_id = viewer() and a.community_id = r.community_id and a.reads
     where v.id = of_version and v.state = 'proposed'
       -- What is taken is taken in place of what it was compared with.
       and (seen is null or r.current = seen)
       and ((r.state in ('visible', 'queued')
             and (a.roles && '{moderator,core_team,chair}'
                  or (r.shared_by = viewer()
                      and (not c.review_resources
                           -- The first one, and what takes the place of a first one that is held.
                           or not exists (select 1 from resource_version x where x.resource_id = r.id and x.state = 'current')))))
            -- Others do not read it before moderators have looked.
            or (r.shared_by = viewer() and v.made_by = viewer() and (r.state = 'hidden' or r.declined_at is not null)))
       for update of r, v;
    if not found then
        return false;
    end if;
    update resource_version
       set state = case when accepted then 'held' else 'declined' end, answer = coalesce(said, ''),
           decided_by = viewer(), decided_at = decided
     where id = of_version;
    if accepted and not release_version(of_version, decided)
       and not exists (select 1 from resource_version v where v.resource_id = found_resource and v.state = 'current') then
        update resource r
           set opens = r.opens or r.state = 'visible', state = case r.state when 'visible' then 'queued' else r.state end
         where r.id = found_resource;
    end if;
    return true;
end $$;

-- Takes a version with the number of a health card out of everybody's sight that was shared before files were looked at. The
-- one before it is read in its place; where there is none, the resource waits for a clean file.
create function hold_version(of_version bigint) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
declare
    found_resource bigint;
    was text;
    instead bigint;
begin
    select r.id, v.state into found_resource, was
      from resource_version v
      join resource r on r.id = v.resource_id
     where v.id = of_version and v.state in ('current', 'earlier') and v.looked = 'refused'
       for update of r, v;
    if not found then
        return false;
    end if;
    update resource_version set state = 'held' where id = of_version;
    if was = 'earlier' then
        return true;
    end if;
    select v.id into instead
      from resource_version v
     where v.resource_id = found_resource and v.state = 'earlier' and not v.sealed and v.looked <> 'refused'
     order by v.number desc
     limit 1;
    if found then
        update resource_version set state = 'current' where id = instead;
        update resource r
           set current = (select v.number from resource_version v where v.id = instead), revision = r.revision + 1
         where r.id = found_resource;
    else
        update resource r
           set opens = r.opens or r.state = 'visible', state = case r.state when 'visible' then 'queued' else r.state end,
               revision = r.revision + 1
         where r.id = found_resource;
    end if;
    return true;
end $$;
revoke execute on function hold_version(bigint) from public;
grant execute on function hold_version(bigint) to ${system};

-- Whoever made a version, or shared the resource, says why passages in its file may stay; the number of a health card may not.
-- Which: absent, all of them. Null: there was nothing to confirm; otherwise whether nothing is asked about any more.
create function confirm_findings(of_version bigint, which bigint[], said text, confirmed timestamptz) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    perform 1
       from resource_version v
       join resource r on r.id = v.resource_id and r.state <> 'deleted'
       join access a on a.person_id = viewer() and a.community_id = v.community_id and a.reads
      where v.id = of_version and v.looked = 'asks' and v.state <> 'declined' and viewer() in (v.made_by, r.shared_by)
        for update of v;
    if not found then
        return null;
    end if;
    update resource_finding f
       set reason = said, confirmed_by = viewer(), confirmed_at = confirmed
     where f.version_id = of_version and f.confirmed_at is null and not f.certain and (which is null or f.id = any (which));
    if not found then
        return null;
    end if;
    if exists (select 1 from resource_finding f where f.version_id = of_version and f.confirmed_at is null) then
        return false;
    end if;
    update resource_version set looked = 'clear' where id = of_version;
    perform release_version(of_version, confirmed);
    return true;
end $$;

-- Nothing stays of a version that its maker takes back while others do not read it.
alter policy withdraw on resource_version using (
    made_by = (select viewer()) and state in ('proposed', 'held') and number > 1
    and (select a.reads from access a where a.person_id = (select viewer()) and a.community_id = resource_version.community_id));

-- Whoever made a version is told that something in it is asked about, and so are moderators where others read it already.
alter table notification drop constraint notification_reason_check;
alter table notification add constraint notification_reason_check
    check (reason in ('reply', 'mention', 'post', 'discussion', 'announcement', 'mark', 'helped', 'tried', 'poll',
                      'approved', 'declined', 'hidden', 'restored', 'deleted', 'moved', 'corrected',
                      'resource_waits', 'resource_asked', 'version', 'version_proposed', 'version_taken', 'version_declined', 'version_left',
                      'words_proposed', 'words_taken', 'words_declined', 'file_asked', 'file_found', 'case_waits', 'case_later', 'case_edited',
                      'admitted', 'role', 'removed', 'request', 'reported', 'verdict', 'reminder'));
alter policy own on notification using (
    person_id = (select viewer())
    and not gone
    and case reason
            when 'request' then (select a.roles && '{moderator,core_team,chair,relationship_manager}' from access a where a.person_id = (select viewer()) and a.community_id = notification.community_id)
            when 'reported' then (select a.moderates from access a where a.person_id = (select viewer()) and a.community_id = notification.community_id)
            when 'resource_waits' then (select a.moderates from access a where a.person_id = (select viewer()) and a.community_id = notification.community_id)
            when 'resource_asked' then (select a.moderates from access a where a.person_id = (select viewer()) and a.community_id = notification.community_id)
            when 'file_found' then (select a.moderates from access a where a.person_id = (select viewer()) and a.community_id = notification.community_id)
            when 'words_proposed' then (select a.roles && '{moderator,core_team,chair}' from access a where a.person_id = (select viewer()) and a.community_id = notification.community_id)
            when 'case_waits' then (select true from case_story s where s.id = notification.content_id and s.state = 'queued')
            when 'removed' then true
            else (select true from access a where a.person_id = (select viewer()) and a.community_id = notification.community_id)
                 or (open and (select c.visibility from community c where c.id = notification.community_id) = 'public')
        end);
