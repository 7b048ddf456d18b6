-- What becomes of a resource in practice: who used it and how it went, who made it their own, and what is asked for.

-- What an adaptation was made from, and what was changed and why.
alter table resource
    add column adapts     bigint references resource on delete set null,
    add column adaptation text   not null default '' check (length(adaptation) <= 5000),
    -- How many people have used it in practice.
    add column practised  int    not null default 0;
create index resource_adapting on resource (adapts, shared_at desc, id desc) where adapts is not null;
grant insert (adapts, adaptation), update (adaptation) on resource to ${app};

-- That somebody used it with patients or colleagues, and what there is to know about that: one note a person.
create table resource_practice (
    resource_id bigint      not null references resource on delete cascade,
    person_id   bigint      not null references person on delete cascade,
    note        text        not null default '' check (length(note) <= 500),
    at          timestamptz not null,
    primary key (resource_id, person_id)
);
create index resource_practice_newest on resource_practice (resource_id, at desc, person_id desc);
create index resource_practice_by_person on resource_practice (person_id);

alter table resource_practice enable row level security;
grant select, insert, update, delete on resource_practice to ${system};
create policy system_all on resource_practice to ${system} using (true) with check (true);
-- Read where the resource is; written below only.
create policy read on resource_practice for select to ${app} using (
    (select true from resource r where r.id = resource_practice.resource_id));
grant select on resource_practice to ${app};

-- Whether the viewer may say how a resource served her: a visible one of somebody else's, in a
-- community where she is a member.
create function practises(of_resource bigint) returns boolean
language sql stable security definer set search_path = rounds, pg_temp as $$
    select exists (
        select 1 from resource r
          join access a on a.person_id = viewer() and a.community_id = r.community_id and a.reads
         where r.id = of_resource and r.state = 'visible' and r.shared_by <> viewer())
$$;

-- The viewer used it: one note a person, the newest words stand. False where she may not say so.
create function practise(of_resource bigint, words text, used timestamptz) returns boolean
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

-- She takes it back.
create function practise_no_more(of_resource bigint) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    delete from resource_practice where resource_id = of_resource and person_id = viewer();
    if found then
        update resource set practised = practised - 1 where id = of_resource;
        return true;
    end if;
    return false;
end $$;

-- Something is looked for: a kind of discussion, answered by a resource.
alter table discussion drop constraint discussion_kind_check;
alter table discussion add constraint discussion_kind_check
    check (kind in ('challenge', 'success', 'question', 'request', 'discussion', 'announcement'));
alter table planned drop constraint planned_kind_check;
alter table planned add constraint planned_kind_check
    check (kind in ('challenge', 'success', 'question', 'request', 'discussion', 'announcement'));
create index discussion_requests on discussion (community_id, last_at desc, id desc)
    where kind = 'request' and state = 'visible' and progress <> 'solved';
