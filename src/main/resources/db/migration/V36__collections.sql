-- Collections: what curators put together of a library, in an order of theirs. A collection may lie in another, one level
-- deep; a resource may stand in several.

create table collection (
    id            bigint      primary key,
    community_id  bigint      not null references community on delete cascade,
    parent_id     bigint,
    title         text        not null check (length(title) between 1 and 200),
    -- Markdown as it was entered, and its HTML as the product makes it.
    description   text        not null default '' check (length(description) <= 2000),
    html          text        not null default '',
    html_version  int         not null default 0,
    language      text        not null,
    -- The visibility under which these words were written last: widening a community shows nothing that was not meant to be
    -- seen.
    visibility    text        not null check (visibility in ('public', 'listed', 'private')),
    -- Where it stands among those beside it; ids tell apart what stands at the same place.
    place         int         not null default 0,
    -- How many resources everybody reads who reads the community, and how many everybody reads where it is public: kept by
    -- triggers, so that no page counts.
    shown         int         not null default 0,
    shown_open    int         not null default 0,
    -- Raised by every change of its words; by every change of what stands in it, and in which order.
    revision      int         not null default 0,
    arranged      int         not null default 0,
    made_at       timestamptz not null,
    changed_at    timestamptz not null,
    -- By which a collection that has been somewhere before is known.
    source_id     text        unique,
    -- These two let the foreign key below say that what lies in another lies in one that lies in none.
    nested        boolean     not null generated always as (parent_id is not null) stored,
    parent_nested boolean     generated always as (case when parent_id is not null then false end) stored,
    unique (id, community_id, nested),
    unique (id, community_id),
    foreign key (parent_id, community_id, parent_nested) references collection (id, community_id, nested)
);
create index collection_in_order on collection (community_id, place, id);
create index collection_within on collection (parent_id, place, id) where parent_id is not null;

alter table resource add unique (id, community_id);

create table collection_entry (
    collection_id bigint      not null,
    resource_id   bigint      not null,
    -- Both lie in the same community.
    community_id  bigint      not null,
    -- Far apart, so that something is put between two others without touching them.
    place         bigint      not null,
    added_at      timestamptz not null,
    -- What of the resource counts: kept by triggers.
    shown         boolean     not null,
    shown_open    boolean     not null,
    primary key (collection_id, resource_id),
    foreign key (collection_id, community_id) references collection (id, community_id) on delete cascade,
    foreign key (resource_id, community_id) references resource (id, community_id) on delete cascade
);
create index collection_entry_in_order on collection_entry (collection_id, place, resource_id);
create index collection_entry_of on collection_entry (resource_id);

-- Whoever changes what stands in collections locks the resource first, then the collections, then what stands in them.
create function count_entry() returns trigger
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    select r.state = 'visible', r.state = 'visible' and r.visibility = 'public'
      into new.shown, new.shown_open
      from resource r where r.id = new.resource_id
       for share;
    return new;
end $$;
create trigger count_entry before insert on collection_entry for each row execute function count_entry();

create function count_entries() returns trigger
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    if tg_op = 'INSERT' then
        update collection l
           set shown = l.shown + d.shown, shown_open = l.shown_open + d.shown_open
          from (select collection_id, count(*) filter (where n.shown) as shown, count(*) filter (where n.shown_open) as shown_open
                  from new_entries n group by 1) d
         where l.id = d.collection_id;
    elsif tg_op = 'DELETE' then
        update collection l
           set shown = l.shown - d.shown, shown_open = l.shown_open - d.shown_open
          from (select collection_id, count(*) filter (where o.shown) as shown, count(*) filter (where o.shown_open) as shown_open
                  from old_entries o group by 1) d
         where l.id = d.collection_id;
    else
        update collection l
           set shown = l.shown + d.shown, shown_open = l.shown_open + d.shown_open
          from (select collection_id, sum(n.shown::int - o.shown::int) as shown, sum(n.shown_open::int - o.shown_open::int) as shown_open
                  from new_entries n join old_entries o using (collection_id, resource_id)
                 where (n.shown, n.shown_open) <> (o.shown, o.shown_open) group by 1) d
         where l.id = d.collection_id;
    end if;
    return null;
end $$;
create trigger count_added after insert on collection_entry referencing new table as new_entries
    for each statement execute function count_entries();
create trigger count_taken after delete on collection_entry referencing old table as old_entries
    for each statement execute function count_entries();
create trigger count_changed after update on collection_entry referencing old table as old_entries new table as new_entries
    for each statement execute function count_entries();

-- What is hidden leaves the counts and comes back to its place; what is deleted leaves the collections for good.
create function follow_resource() returns trigger
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    perform 1 from collection l
      where l.id in (select e.collection_id from collection_entry e where e.resource_id = new.id)
      order by l.id
        for update;
    if new.state = 'deleted' then
        delete from collection_entry where resource_id = new.id;
    else
        update collection_entry
           set shown = new.state = 'visible', shown_open = new.state = 'visible' and new.visibility = 'public'
         where resource_id = new.id;
    end if;
    return null;
end $$;
create trigger follow_resource after update of state, visibility on resource for each row
    when ((old.state, old.visibility) is distinct from (new.state, new.visibility)) execute function follow_resource();

alter table collection enable row level security;
alter table collection_entry enable row level security;
grant select, insert, update, delete on collection, collection_entry to ${system};
create policy system_all on collection to ${system} using (true) with check (true);
create policy system_all on collection_entry to ${system} using (true) with check (true);

-- Read where the community is read.
create policy read on collection for select to ${app} using (
    (visibility = 'public' and (select c.visibility from community c where c.id = collection.community_id) = 'public' and (select viewer()) is not null)
    or (select a.reads from access a where a.person_id = (select viewer()) and a.community_id = collection.community_id));
create policy make on collection for insert to ${app} with check (
    visibility = (select c.visibility from community c where c.id = collection.community_id)
    and (select a.roles && '{moderator,core_team,chair}' from access a where a.person_id = (select viewer()) and a.community_id = collection.community_id and a.reads));
create policy change on collection for update to ${app} using (
    (select a.roles && '{moderator,core_team,chair}' from access a where a.person_id = (select viewer()) and a.community_id = collection.community_id and a.reads));
create policy remove on collection for delete to ${app} using (
    (select a.roles && '{moderator,core_team,chair}' from access a where a.person_id = (select viewer()) and a.community_id = collection.community_id and a.reads));
grant select, delete,
      insert (id, community_id, parent_id, title, description, html, html_version, language, visibility, place, made_at, changed_at),
      update (parent_id, title, description, html, html_version, language, visibility, place, revision, arranged, changed_at)
      on collection to ${app};

-- What stands in a collection is read where both are read.
create policy read on collection_entry for select to ${app} using (
    (select true from collection l where l.id = collection_entry.collection_id)
    and (select true from resource r where r.id = collection_entry.resource_id));
create policy put on collection_entry for insert to ${app} with check (
    (select a.roles && '{moderator,core_team,chair}' from access a where a.person_id = (select viewer()) and a.community_id = collection_entry.community_id and a.reads));
create policy change on collection_entry for update to ${app} using (
    (select a.roles && '{moderator,core_team,chair}' from access a where a.person_id = (select viewer()) and a.community_id = collection_entry.community_id and a.reads));
create policy take on collection_entry for delete to ${app} using (
    (select a.roles && '{moderator,core_team,chair}' from access a where a.person_id = (select viewer()) and a.community_id = collection_entry.community_id and a.reads));
grant select, delete, insert (collection_id, resource_id, community_id, place, added_at), update (place) on collection_entry to ${app};

-- Puts room between all that stands in a collection, whatever of it the viewer may see: where no number is left between two.
create function space_collection(of_collection bigint, apart bigint) returns void
language sql security definer set search_path = rounds, pg_temp as $$
    update collection_entry e
       set place = o.n * apart
      from (select resource_id, row_number() over (order by place, resource_id) as n
              from collection_entry where collection_id = of_collection) o
     where e.collection_id = of_collection and e.resource_id = o.resource_id
       and exists (select 1 from access a
                    where a.person_id = viewer() and a.community_id = e.community_id and a.reads
                      and a.roles && '{moderator,core_team,chair}');
$$;

-- At which place a resource stands, counted among those that all readers see; for who arranges them, null for others.
create function place_in_collection(of_collection bigint, of_resource bigint) returns int
language sql stable security definer set search_path = rounds, pg_temp as $$
    select (select 1 + count(*)::int from collection_entry b
             where b.collection_id = of_collection and b.shown and (b.place, b.resource_id) < (e.place, e.resource_id))
      from collection_entry e
      join access a on a.person_id = viewer() and a.community_id = e.community_id and a.reads
                   and a.roles && '{moderator,core_team,chair}'
     where e.collection_id = of_collection and e.resource_id = of_resource;
$$;
