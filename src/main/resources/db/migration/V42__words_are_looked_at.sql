-- Where a community looks at what its members share, it looks at what they say of it later, too: until then others read
-- the words that were looked at.

-- What the owner of a resource wants to be said of it: one at a time, the last that she wrote.
create table resource_wording (
    resource_id  bigint      primary key references resource on delete cascade,
    community_id bigint      not null references community on delete cascade,
    -- Tells these words from those that she writes next, so that nobody takes what she has not read.
    id           bigint      not null unique,
    kind         text        not null,
    title        text        not null check (length(title) between 1 and 200),
    description  text        not null,
    html         text        not null,
    html_version int         not null,
    language     text        not null,
    tags         text[]      not null,
    keywords     text[]      not null,
    authors      text[]      not null,
    source       text        not null check (length(source) <= 500),
    licence      text        not null,
    journal      text        not null check (length(journal) <= 300),
    year         int         check (year between 1500 and 2200),
    doi          text        not null,
    pmid         text        not null check (pmid ~ '^[0-9]{0,9}$'),
    abstract     text        not null,
    adaptation   text        not null,
    made_by      bigint      not null references person on delete cascade,
    made_at      timestamptz not null
);
create index resource_wording_in on resource_wording (community_id, made_at);

alter table resource_wording enable row level security;
grant select, insert, update, delete on resource_wording to ${system};
create policy system_all on resource_wording to ${system} using (true) with check (true);

create policy read on resource_wording for select to ${app} using (
    (select a.roles && '{moderator,core_team,chair}' or resource_wording.made_by = a.person_id
       from access a where a.person_id = (select viewer()) and a.community_id = resource_wording.community_id and a.reads));
create policy propose on resource_wording for insert to ${app} with check (
    made_by = (select viewer())
    and (select r.shared_by = (select viewer()) and r.state = 'visible' and r.community_id = resource_wording.community_id
           from resource r where r.id = resource_wording.resource_id)
    and (select a.reads from access a where a.person_id = (select viewer()) and a.community_id = resource_wording.community_id));
create policy settle on resource_wording for delete to ${app} using (
    (select a.roles && '{moderator,core_team,chair}' or resource_wording.made_by = a.person_id
       from access a where a.person_id = (select viewer()) and a.community_id = resource_wording.community_id and a.reads));
grant select, insert, delete on resource_wording to ${app};

-- Its owner changes the words that stand there while they wait themselves, or where nobody looks at them first.
alter policy change on resource using (
    (select a.roles && '{moderator,core_team,chair}'
            or (resource.shared_by = a.person_id
                and (resource.state = 'queued'
                     or not (select c.review_resources from community c where c.id = resource.community_id)))
       from access a where a.person_id = (select viewer()) and a.community_id = resource.community_id and a.reads));

-- What is let in is what was looked at: of another revision than the one that was seen nothing is moved.
drop function move_resource(bigint, text, text);
create function move_resource(of_resource bigint, was text, becomes text, seen int) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    update resource r
       set state = becomes, revision = r.revision + 1,
           changed_at = case when was = 'queued' and becomes = 'visible' then greatest(r.changed_at, now()) else r.changed_at end
      from access a
     where r.id = of_resource and r.state = was and was <> 'deleted' and (seen is null or r.revision = seen)
       and a.person_id = viewer() and a.community_id = r.community_id and a.reads
       and (a.moderates or (becomes = 'deleted' and r.shared_by = viewer() and was in ('visible', 'queued')));
    return found;
end $$;
