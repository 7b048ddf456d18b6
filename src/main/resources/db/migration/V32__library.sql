-- The library: what a community shares to be used again: files, links, and texts written in place.

-- Where a community wants it, what its members share waits for a moderator, and so do their new versions.
alter table community add column review_resources boolean not null default false;
grant update (review_resources) on community to ${app};

-- A file on its way in, or in and not yet part of a resource: its sender's alone. While it arrives its bytes lie in a
-- file that is named by the id, and how many there are is how far it has come; once it is whole it is kept by its hash.
create table upload (
    id        bigint      primary key,
    person_id bigint      not null references person on delete cascade,
    name      text        not null check (length(name) between 1 and 200),
    length    bigint      not null check (length > 0),
    -- All three once it is whole and was taken.
    hash      text        check (hash ~ '^[0-9a-f]{64}$'),
    type      text,
    made_at   timestamptz not null,
    check ((hash is null) = (type is null))
);
create index upload_by_person on upload (person_id, made_at);
create index upload_by_age on upload (made_at);
create index upload_by_hash on upload (hash) where hash is not null;

create table resource (
    id               bigint      primary key,
    community_id     bigint      not null references community on delete cascade,
    kind             text        not null check (kind in ('guideline', 'tool', 'template', 'patient_handout', 'presentation',
                                                          'recording', 'minutes', 'article', 'link')),
    title            text        not null check (length(title) between 1 and 200),
    -- Markdown as it was entered, and its HTML as the product makes it.
    description      text        not null default '',
    html             text        not null default '',
    html_version     int         not null default 0,
    language         text        not null,
    tags             text[]      not null default '{}',
    keywords         text[]      not null default '{}',
    authors          text[]      not null default '{}',
    source           text        not null default '' check (length(source) <= 500),
    licence          text        not null default '',
    -- What an article is known by.
    journal          text        not null default '' check (length(journal) <= 300),
    year             int         check (year between 1500 and 2200),
    doi              text        not null default '',
    pmid             text        not null default '' check (pmid ~ '^[0-9]{0,9}$'),
    abstract         text        not null default '',
    -- The visibility that it was shared under: widening a community shows nothing that was not meant to be seen.
    visibility       text        not null check (visibility in ('public', 'listed', 'private')),
    state            text        not null check (state in ('visible', 'queued', 'hidden', 'deleted')),
    shared_by        bigint      not null references person,
    shared_at        timestamptz not null,
    changed_at       timestamptz not null,
    -- The number of the version that is read.
    current          int         not null default 1 check (current > 0),
    revision         int         not null default 0,
    official         boolean     not null default false,
    -- The day from which it is due to be looked at again.
    review_on        date,
    superseded_by    bigint      references resource on delete set null,
    -- How many people opened it, and took its file along.
    readers          int         not null default 0,
    downloads        int         not null default 0,
    source_id        text        unique
);
create index resource_new on resource (community_id, changed_at desc, id desc);
create index resource_kind on resource (community_id, kind, changed_at desc, id desc);
create index resource_used on resource (community_id, readers desc, id desc);
create index resource_by_tag on resource using gin (tags);
create index resource_by_person on resource (shared_by, shared_at desc, id desc);
create index resource_in_community on resource (community_id, id);
create index resource_superseding on resource (superseded_by) where superseded_by is not null;
create index resource_due on resource (community_id, review_on) where review_on is not null and state = 'visible';

-- One state of a resource: a file, an address, or a text. Never changed; a new one is put in its place.
create table resource_version (
    id           bigint      primary key,
    resource_id  bigint      not null references resource on delete cascade,
    community_id bigint      not null references community on delete cascade,
    number       int         not null check (number > 0),
    -- Proposed: waits for a curator. Current: the one that is read.
    state        text        not null check (state in ('proposed', 'current', 'earlier', 'declined')),
    form         text        not null check (form in ('file', 'link', 'text')),
    hash         text        check (hash ~ '^[0-9a-f]{64}$'),
    name         text        check (length(name) between 1 and 200),
    type         text,
    bytes        bigint,
    url          text        check (length(url) <= 2000),
    body         text,
    html         text,
    html_version int         not null default 0,
    note         text        not null default '' check (length(note) <= 2000),
    made_by      bigint      not null references person,
    made_at      timestamptz not null,
    decided_by   bigint      references person,
    decided_at   timestamptz,
    -- How far its text has been read for search; of a link there is none.
    reading      text        not null check (reading in ('none', 'waiting', 'read', 'no_text', 'partial', 'failed', 'refused', 'too_long')),
    pages        int         not null default 0,
    tries        int         not null default 0,
    -- Some node reads it until then.
    read_until   timestamptz,
    unique (resource_id, number),
    check (case form when 'file' then hash is not null and name is not null and type is not null and bytes is not null
                     when 'link' then url is not null
                     else body is not null and html is not null end)
);
create unique index resource_version_current on resource_version (resource_id) where state = 'current';
create index resource_version_waiting on resource_version (id) where reading = 'waiting';
create index resource_version_proposed on resource_version (community_id, made_at) where state = 'proposed';
create index resource_version_by_hash on resource_version (hash) where hash is not null;

-- The text of a version, page by page, as search takes it.
create table resource_page (
    id           bigint not null primary key,
    version_id   bigint not null references resource_version on delete cascade,
    resource_id  bigint not null references resource on delete cascade,
    community_id bigint not null references community on delete cascade,
    number       int    not null check (number > 0),
    heading      text   not null default '',
    text         text   not null,
    -- As it is shown where the file itself cannot be; absent: only the text.
    markdown     text,
    unique (version_id, number)
);
create index resource_page_of on resource_page (resource_id, id);
create index resource_page_in on resource_page (community_id, id);

-- Who opened a resource, once a person: the counts are of people.
create table resource_use (
    resource_id bigint      not null references resource on delete cascade,
    person_id   bigint      not null references person on delete cascade,
    opened_at   timestamptz not null,
    taken_at    timestamptz,
    primary key (resource_id, person_id)
);
create index resource_use_by_person on resource_use (person_id);

alter table upload enable row level security;
alter table resource enable row level security;
alter table resource_version enable row level security;
alter table resource_page enable row level security;
alter table resource_use enable row level security;
grant select, insert, update, delete on upload, resource, resource_version, resource_page, resource_use to ${system};
create policy system_all on upload to ${system} using (true) with check (true);
create policy system_all on resource to ${system} using (true) with check (true);
create policy system_all on resource_version to ${system} using (true) with check (true);
create policy system_all on resource_page to ${system} using (true) with check (true);
create policy system_all on resource_use to ${system} using (true) with check (true);

create policy own on upload to ${app} using (person_id = (select viewer())) with check (
    person_id = (select viewer())
    and exists (select 1 from access a where a.person_id = (select viewer())));
grant select, insert, update (length, hash, type), delete on upload to ${app};

-- Read as a discussion is.
create policy read on resource for select to ${app} using (
    (state = 'visible'
     and ((visibility = 'public' and (select c.visibility from community c where c.id = resource.community_id) = 'public' and (select viewer()) is not null)
          or (select a.reads from access a where a.person_id = (select viewer()) and a.community_id = resource.community_id)))
    or (state <> 'visible'
        and (select a.reads and (a.moderates or resource.shared_by = a.person_id)
               from access a where a.person_id = (select viewer()) and a.community_id = resource.community_id)));
create policy share on resource for insert to ${app} with check (
    shared_by = (select viewer())
    and state in ('visible', 'queued')
    and visibility = (select c.visibility from community c where c.id = resource.community_id)
    and (select a.reads from access a where a.person_id = (select viewer()) and a.community_id = resource.community_id));
create policy change on resource for update to ${app} using (
    (select a.roles && '{moderator,core_team,chair}' or resource.shared_by = a.person_id
       from access a where a.person_id = (select viewer()) and a.community_id = resource.community_id and a.reads));
grant select,
      insert (id, community_id, kind, title, description, html, html_version, language, tags, keywords, authors, source, licence,
              journal, year, doi, pmid, abstract, visibility, state, shared_by, shared_at, changed_at),
      update (kind, title, description, html, html_version, language, tags, keywords, authors, source, licence, journal, year,
              doi, pmid, abstract, changed_at, revision, official, review_on, superseded_by) on resource to ${app};

-- What a community stands for, and until when, its curators say; whoever shared a resource does not.
create function only_curators_curate() returns trigger
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    if viewer() is not null
       and not exists (select 1 from access a
                        where a.person_id = viewer() and a.community_id = new.community_id and a.reads
                          and a.roles && '{moderator,core_team,chair}') then
        raise insufficient_privilege using message = 'only curators say this of a resource';
    end if;
    return new;
end $$;
create trigger only_curators_curate
    before update of official, review_on, superseded_by on resource
    for each row when ((new.official, new.review_on, new.superseded_by) is distinct from (old.official, old.review_on, old.superseded_by))
    execute function only_curators_curate();

-- A version is read where its resource is; what is proposed by who proposed it and who decides: curators, and whoever
-- shared the resource.
create policy read on resource_version for select to ${app} using (
    (select true from resource r where r.id = resource_version.resource_id)
    and (state in ('current', 'earlier')
         or (select a.roles && '{moderator,core_team,chair}' or resource_version.made_by = a.person_id
                    or (select r.shared_by = a.person_id from resource r where r.id = resource_version.resource_id)
               from access a where a.person_id = (select viewer()) and a.community_id = resource_version.community_id)));
create policy propose on resource_version for insert to ${app} with check (
    made_by = (select viewer())
    and state = 'proposed'
    and (select r.community_id from resource r where r.id = resource_version.resource_id) = resource_version.community_id
    and (select a.reads from access a where a.person_id = (select viewer()) and a.community_id = resource_version.community_id));
grant select,
      insert (id, resource_id, community_id, number, state, form, hash, name, type, bytes, url, body, html, html_version, note,
              made_by, made_at, reading) on resource_version to ${app};

create policy read on resource_page for select to ${app} using (
    (select true from resource_version v where v.id = resource_page.version_id));
grant select on resource_page to ${app};

create policy own on resource_use for select to ${app} using (person_id = (select viewer()));
grant select on resource_use to ${app};

-- The number of the next version, whatever of them the viewer may see; the next one waits until this one is written.
-- Only for members: of others' resources nobody learns a number, nor holds them.
create function next_version(of_resource bigint) returns int
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    perform 1
       from resource r
       join access a on a.person_id = viewer() and a.community_id = r.community_id and a.reads
      where r.id = of_resource
        for update of r;
    if not found then
        return null;
    end if;
    return (select coalesce(max(v.number), 0) + 1 from resource_version v where v.resource_id = of_resource);
end $$;

-- A proposed version becomes the one that is read, by a curator or, where members' resources are not looked at, by the
-- resource's owner; or is declined.
create function decide_version(of_version bigint, accepted boolean, decided timestamptz) returns boolean
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

-- A state changes only here: its owner takes a resource back, moderators hide it, restore it, let it in; what is let
-- in is new from then on. What is deleted stays so: nobody brings back what its owner took away.
create function move_resource(of_resource bigint, was text, becomes text) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    update resource r
       set state = becomes, revision = r.revision + 1,
           changed_at = case when was = 'queued' and becomes = 'visible' then greatest(r.changed_at, now()) else r.changed_at end
      from access a
     where r.id = of_resource and r.state = was and was <> 'deleted'
       and a.person_id = viewer() and a.community_id = r.community_id and a.reads
       and (a.moderates or (becomes = 'deleted' and r.shared_by = viewer() and was in ('visible', 'queued')));
    return found;
end $$;

-- Somebody opened it, or took its file along: counted once a person.
create function use_resource(of_resource bigint, taking boolean, used timestamptz) returns void
language plpgsql security definer set search_path = rounds, pg_temp as $$
declare
    earlier timestamptz;
    known boolean;
begin
    if not exists (
        select 1 from resource r
          left join access a on a.person_id = viewer() and a.community_id = r.community_id and a.reads
         where r.id = of_resource and r.state = 'visible'
           and (a.person_id is not null
                or (r.visibility = 'public' and (select c.visibility from community c where c.id = r.community_id) = 'public'))) then
        return;
    end if;
    select true, u.taken_at into known, earlier
      from resource_use u where u.resource_id = of_resource and u.person_id = viewer();
    if known is null then
        insert into resource_use (resource_id, person_id, opened_at, taken_at)
        values (of_resource, viewer(), used, case when taking then used end)
        on conflict do nothing;
        if found then
            update resource set readers = readers + 1, downloads = downloads + case when taking then 1 else 0 end where id = of_resource;
        end if;
    elsif taking and earlier is null then
        update resource_use set taken_at = used
         where resource_id = of_resource and person_id = viewer() and taken_at is null;
        if found then
            update resource set downloads = downloads + 1 where id = of_resource;
        end if;
    end if;
end $$;
