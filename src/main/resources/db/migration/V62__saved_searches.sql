-- Searches that somebody keeps, and of whose new hits she may be told. What is asked is kept as words and narrowings, not
-- as an address: addresses change. It is hers alone; what it finds is asked as her, through the wall, each time anew.
create table saved_search (
    id           bigint      primary key,
    person_id    bigint      not null references person on delete cascade,
    name         text        not null check (length(name) between 1 and 100),
    words        text        not null check (length(words) <= 1000),
    -- The chosen values of each facet, as code:value.
    narrowed     text[]      not null default '{}' check (cardinality(narrowed) <= 500),
    from_day     date,
    to_day       date,
    -- The discussion or document that it looks in. It may be gone by now: then nothing is found.
    within_id    bigint,
    sorted       text        not null default 'best' check (sorted in ('best', 'newest', 'helpful')),
    literal      boolean     not null default false,
    saved_at     timestamptz not null,
    -- What is older she has seen.
    looked_at    timestamptz not null,
    -- Since when she is told; null: she is not.
    alerts_since timestamptz,
    -- What is older was told, or found to be no news.
    told_until   timestamptz not null,
    -- When it is looked for again. Whoever looks puts it off first, so that no two nodes do.
    due_at       timestamptz not null,
    -- It can be taken back for some days.
    deleted_at   timestamptz
);
-- The list of one person, and how many she has.
create index saved_search_of on saved_search (person_id, saved_at desc);
create index saved_search_due on saved_search (due_at) where alerts_since is not null and deleted_at is null;
create index saved_search_deleted on saved_search (deleted_at) where deleted_at is not null;

alter table saved_search enable row level security;
grant select, insert, update, delete on saved_search to ${system};
create policy system_all on saved_search to ${system} using (true) with check (true);
create policy own on saved_search for select to ${app} using (person_id = (select viewer()));
create policy keep on saved_search for insert to ${app} with check (person_id = (select viewer()));
create policy change on saved_search for update to ${app} using (person_id = (select viewer())) with check (person_id = (select viewer()));
grant select, insert, update (name, looked_at, alerts_since, deleted_at) on saved_search to ${app};

-- The reasons that there are, whichever those are by now, and one more.
do $$
declare
    said text;
begin
    select pg_get_constraintdef(oid) into strict said
    from pg_constraint
    where conrelid = 'notification'::regclass and conname = 'notification_reason_check';
    alter table notification drop constraint notification_reason_check;
    execute 'alter table notification add constraint notification_reason_check '
            || replace(said, '''reply''::text', '''reply''::text, ''search_found''::text');
end $$;
