-- Where newcomers of a community begin: a few of its contents in an order, each with a line why.

create table start_entry (
    id            bigint      primary key,
    community_id  bigint      not null references community on delete cascade,
    content_type  text        not null check (content_type in ('discussion', 'resource', 'case_story')),
    content_id    bigint      not null,
    why           text        not null check (length(why) between 1 and 300),
    -- The visibility under which it was put there: widening a community shows nothing that was not meant to be seen.
    visibility    text        not null check (visibility in ('public', 'listed', 'private')),
    place         int         not null,
    added_by      bigint      not null references person,
    added_at      timestamptz not null,
    unique (community_id, content_type, content_id)
);
create index start_entry_in_order on start_entry (community_id, place, id);

alter table start_entry enable row level security;
grant select, insert, update, delete on start_entry to ${system};
create policy system_all on start_entry to ${system} using (true) with check (true);

-- Read where the community is read and what it leads to, too.
create policy read on start_entry for select to ${app} using (
    ((visibility = 'public' and (select c.visibility from community c where c.id = start_entry.community_id) = 'public' and (select viewer()) is not null)
     or (select a.reads from access a where a.person_id = (select viewer()) and a.community_id = start_entry.community_id))
    and case content_type
            when 'discussion' then (select true from discussion d where d.id = start_entry.content_id)
            when 'resource' then (select true from resource r where r.id = start_entry.content_id)
            when 'case_story' then (select true from case_story s where s.id = start_entry.content_id)
            else false
        end);
create policy put on start_entry for insert to ${app} with check (
    added_by = (select viewer())
    and visibility = (select c.visibility from community c where c.id = start_entry.community_id)
    and (select a.roles && '{moderator,core_team,chair}' from access a where a.person_id = (select viewer()) and a.community_id = start_entry.community_id and a.reads));
create policy change on start_entry for update to ${app} using (
    (select a.roles && '{moderator,core_team,chair}' from access a where a.person_id = (select viewer()) and a.community_id = start_entry.community_id and a.reads));
create policy take on start_entry for delete to ${app} using (
    (select a.roles && '{moderator,core_team,chair}' from access a where a.person_id = (select viewer()) and a.community_id = start_entry.community_id and a.reads));
grant select, delete,
      insert (id, community_id, content_type, content_id, why, visibility, place, added_by, added_at), update (place)
      on start_entry to ${app};
