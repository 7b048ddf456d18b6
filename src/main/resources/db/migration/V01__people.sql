-- People as others see them. What only their owner may see, and what lets them in, lies in tables of its own, so that
-- no query about people can show an address or a password's hash.
create table person (
    id           bigint      primary key,
    handle       text        not null unique check (handle ~ '^[a-z0-9]([a-z0-9.-]{1,28})[a-z0-9]$'),
    -- What the handle looks like (UTS #39): nobody may take a handle that reads as another's.
    handle_shape text        not null unique,
    name         text        not null check (length(name) between 1 and 100),
    profession   text        not null default '' check (length(profession) <= 100),
    organisation text        not null default '' check (length(organisation) <= 150),
    place        text        not null default '' check (length(place) <= 150),
    about        text        not null default '' check (length(about) <= 2000),
    expertise    text[]      not null default '{}' check (cardinality(expertise) <= 20),
    emr          text[]      not null default '{}' check (cardinality(emr) <= 10),
    languages    text[]      not null default '{}' check (cardinality(languages) <= 10),
    created_at   timestamptz not null default now(),
    source_id    text        unique
);

create table account (
    person_id     bigint      primary key references person on delete cascade,
    -- Written small and trimmed by the one place that takes addresses in.
    email         text        not null check (length(email) between 3 and 254 and email = lower(email)),
    -- Absent: imported or invited, and no password chosen yet.
    password_hash text,
    confirmed_at  timestamptz,
    -- Raised when the password changes or the account is suspended; every older token is refused from then on.
    auth_version  int         not null default 1,
    suspended_at  timestamptz,
    admin         boolean     not null default false,
    -- Sample people can sign in only while the sample community is switched on.
    sample        boolean     not null default false,
    -- How the pages look and speak for this person; absent: as the browser asks.
    language      text        check (language in ('en', 'fr')),
    theme         text        check (theme in ('light', 'dark')),
    time_zone     text        not null default 'America/Toronto',
    created_at    timestamptz not null default now()
);

-- An address belongs to one account once it is confirmed (or was imported). Until then anybody may name it: if the name
-- of an address that is taken were refused, signing up would tell who has an account.
create unique index account_by_own_email on account (email) where confirmed_at is not null or password_hash is null;
create index account_by_email on account (email);

-- One signed-in browser or program, and at the same time one family of refresh tokens.
create table session (
    id           bigint      primary key,
    person_id    bigint      not null references account on delete cascade,
    device       text        not null default '' check (length(device) <= 300),
    started_at   timestamptz not null default now(),
    last_seen_at timestamptz not null default now(),
    expires_at   timestamptz not null,
    ended_at     timestamptz,
    end_reason   text        check (end_reason in ('signed_out', 'password', 'reuse', 'expired', 'suspended'))
);

create index session_by_person on session (person_id, last_seen_at desc);

-- Only the hash is kept, so that a copy of the database signs nobody in. A token is used once; used again, later than
-- two tabs can explain, its whole family ends.
create table refresh_token (
    hash       bytea       primary key,
    session_id bigint      not null references session on delete cascade,
    issued_at  timestamptz not null default now(),
    used_at    timestamptz
);

create index refresh_token_by_session on refresh_token (session_id);

-- Links in mails: they act once, for a while, and only by POST. A newer link of the same purpose ends the older.
create table email_link (
    hash       bytea       primary key,
    person_id  bigint      not null references account on delete cascade,
    purpose    text        not null check (purpose in ('confirm', 'reset', 'change_address')),
    email      text        not null,
    made_at    timestamptz not null default now(),
    expires_at timestamptz not null,
    used_at    timestamptz
);

create index email_link_by_person on email_link (person_id, purpose);

-- Mail is written in the transaction that causes it and sent afterwards.
create table mail (
    id         bigint      primary key,
    recipient  text        not null check (length(recipient) <= 254 and recipient !~ '[\r\n]'),
    -- Whose mail it is, so that it stops when the account does.
    person_id  bigint      references person on delete cascade,
    subject    text        not null check (length(subject) <= 300 and subject !~ '[\r\n]'),
    body       text        not null,
    language   text        not null default 'en',
    made_at    timestamptz not null default now(),
    -- Not worth sending after this.
    expires_at timestamptz,
    sent_at    timestamptz,
    tries      int         not null default 0,
    next_try   timestamptz not null default now(),
    last_error text
);

create index mail_waiting on mail (next_try) where sent_at is null;
create index mail_newest on mail (made_at desc, id desc);
