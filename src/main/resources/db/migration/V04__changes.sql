-- The only way anything leaves a transaction. Read in (xid, id) order below the oldest running transaction: reading by
-- "id greater than the last" loses what commits late.
create table change_log (
    id           bigint      generated always as identity primary key,
    xid          xid8        not null default pg_current_xact_id(),
    content_type text        not null,
    content_id   bigint      not null,
    what         text        not null check (what in ('created', 'edited', 'audience')),
    at           timestamptz not null default now()
);

create index change_log_in_order on change_log (xid, id);
create index change_log_by_age on change_log (at);

-- Changes that a consumer could not take in after ten tries: an administrator sees them, the rest goes on.
create table change_failure (
    consumer     text        not null,
    content_type text        not null,
    content_id   bigint      not null,
    xid          xid8        not null,
    change_id    bigint      not null,
    error        text        not null,
    at           timestamptz not null default now(),
    primary key (consumer, change_id)
);

-- Where each node's consumers stand, so that what all have read can be pruned. Only a report: the position that
-- counts lies with the effect.
create table consumer_position (
    node     text        not null,
    consumer text        not null,
    xid      xid8        not null,
    id       bigint      not null,
    seen_at  timestamptz not null default now(),
    primary key (node, consumer)
);

-- A new epoch, written after a restore from a copy, makes every index start anew: transaction numbers of another
-- cluster say nothing here.
create table index_epoch (
    only_one boolean primary key default true check (only_one),
    epoch    uuid    not null default gen_random_uuid(),
    -- The newest change that was pruned: whoever stands before it has missed something and starts anew.
    pruned_xid xid8   not null default '0',
    pruned_id  bigint not null default 0
);

insert into index_epoch default values;

-- The same form sent twice makes one thing: the second is told what the first made.
create table submission (
    person_id    bigint      not null references person on delete cascade,
    key          text        not null check (length(key) between 1 and 200),
    content_type text        not null,
    content_id   bigint      not null,
    at           timestamptz not null default now(),
    primary key (person_id, key)
);

create index submission_by_age on submission (at);

-- Tries to sign in, to ask for a reset, to send mail: counted where all nodes see them.
create table rate_bucket (
    key   text   primary key,
    state bytea,
    expires_at bigint
);
