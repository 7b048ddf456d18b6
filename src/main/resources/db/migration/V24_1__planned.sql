-- Discussions to be opened later. Each lies in a table of its own and not as a hidden discussion, so that no list, count,
-- index, feed or address can show what is not there yet; and not as a draft, because a draft is for its author's eyes
-- only while a plan is the moderators' business, too. When its time comes its row makes way for the discussion, in one
-- transaction.
create table planned (
    id           bigint      primary key,
    community_id bigint      not null references community on delete cascade,
    author_id    bigint      not null references person on delete cascade,
    kind         text        not null check (kind in ('challenge', 'success', 'question', 'discussion', 'announcement')),
    title        text        not null check (length(title) between 1 and 200),
    tags         text[]      not null default '{}' check (cardinality(tags) <= 10),
    body         text        not null check (length(body) between 1 and 64000),
    -- Absent: as the words sound.
    language     text        check (length(language) between 2 and 8),
    -- As in a draft; its end, where it has one, as an instant.
    poll         text[]      not null default '{}' check (cardinality(poll) in (0, 7)),
    publish_at   timestamptz not null,
    -- Why it could not be published when its time had come: then it stays until somebody does something about it.
    problem      text        check (problem in ('rights', 'words', 'account')),
    revision     int         not null default 1,
    made_at      timestamptz not null
);

create index planned_due on planned (publish_at) where problem is null;
create index planned_in on planned (community_id, publish_at, id);
create index planned_by on planned (author_id, publish_at);

alter table planned enable row level security;
grant select, insert, update, delete on planned to ${system};
create policy system_all on planned to ${system} using (true) with check (true);
-- For its author, whatever becomes of her place in the community: the words are hers. And for the moderators.
create policy read on planned for select to ${app} using (
    author_id = (select viewer())
    or (select a.moderates from access a where a.person_id = (select viewer()) and a.community_id = planned.community_id));
create policy plan on planned for insert to ${app} with check (
    author_id = (select viewer())
    and (select a.roles && '{moderator,core_team,chair,relationship_manager}' from access a where a.person_id = (select viewer()) and a.community_id = planned.community_id));
create policy put_off on planned for update to ${app} using (
    author_id = (select viewer())
    or (select a.moderates from access a where a.person_id = (select viewer()) and a.community_id = planned.community_id));
create policy take_back on planned for delete to ${app} using (
    author_id = (select viewer())
    or (select a.moderates from access a where a.person_id = (select viewer()) and a.community_id = planned.community_id));
grant select, insert, update (publish_at, problem, revision), delete on planned to ${app};

-- A moderator withdraws what another planned: it goes back to its author's drafts, which only she reads.
create function withdraw_planned(plan bigint, row_id bigint, draft_place text, moment timestamptz) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
declare
    p planned;
begin
    delete from planned x
     where x.id = withdraw_planned.plan
       and (x.author_id = viewer()
            or exists (select 1 from access a where a.person_id = viewer() and a.community_id = x.community_id and a.moderates))
    returning x.* into p;
    if p.id is null then
        return false;
    end if;
    insert into draft (id, person_id, community_id, place, kind, title, tags, body, language, poll, saved_at)
    values (row_id, p.author_id, p.community_id, draft_place, p.kind, p.title, array_to_string(p.tags, ', '), p.body,
            coalesce(p.language, ''), p.poll, moment);
    return true;
end $$;

-- The first statement of a transaction in the name of somebody who is not here, because she asked for it before. The
-- wall shows what she may see now; a suspended account does nothing.
create function enter_for(person bigint) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    if not exists (select 1 from account a where a.person_id = enter_for.person and a.suspended_at is null) then
        return false;
    end if;
    perform set_config('app.viewer', person::text, true);
    return true;
end $$;
