-- Text as people look it up: small letters without accents, so that Élise stands with Elise whatever the database's
-- collation, and is found by either.
create function folded(words text) returns text language sql immutable strict parallel safe
    return lower(regexp_replace(normalize(words, nfd), '[\u0300-\u036F]', '', 'g'));

create table community (
    id                 bigint      primary key,
    slug               text        not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$'),
    name               text        not null check (length(name) between 2 and 100),
    purpose            text        not null default '' check (length(purpose) <= 2000),
    -- Who it is for.
    audience           text        not null default '' check (length(audience) <= 1000),
    -- public: anybody reads; listed: signed-in people see that it is there, members read; private: only members know.
    visibility         text        not null check (visibility in ('public', 'listed', 'private')),
    languages          text[]      not null default '{en}' check (cardinality(languages) between 1 and 10),
    created_by         bigint      references person on delete set null,
    created_at         timestamptz not null default now(),
    -- Kept by trigger from the memberships.
    members            int         not null default 0,
    -- A newcomer's first two posts wait for a moderator.
    review_first_posts boolean     not null default false,
    members_may_invite boolean     not null default true,
    sample             boolean     not null default false,
    source_id          text        unique
);

-- The directory, in the order of names.
create index community_by_name on community (folded(name), id);

-- A person in a community in one role, from and until. The row of role `member` is the membership itself.
create table membership (
    id           bigint      primary key,
    community_id bigint      not null references community on delete cascade,
    person_id    bigint      not null references person on delete cascade,
    role         text        not null check (role in ('member', 'moderator', 'core_team', 'chair', 'peer_champion', 'relationship_manager')),
    from_at      timestamptz not null default now(),
    until_at     timestamptz,
    given_by     bigint      references person on delete set null,
    ended_by     bigint      references person on delete set null,
    check (until_at is null or until_at >= from_at)
);

-- Nobody holds the same role in the same community twice at a time.
create unique index membership_living on membership (community_id, person_id, role) where until_at is null;
create index membership_by_person on membership (person_id) where until_at is null;

-- What the reading wall asks: one row a pair, found by its key. Kept by trigger, never written by hand.
create table access (
    person_id    bigint  not null references person on delete cascade,
    community_id bigint  not null references community on delete cascade,
    roles        text[]  not null,
    reads        boolean not null,
    moderates    boolean not null,
    since        timestamptz not null,
    primary key (person_id, community_id)
);

create index access_by_community on access (community_id, person_id);

create function keep_access() returns trigger language plpgsql security definer set search_path = rounds, pg_temp as $$
declare
    pair record;
    held text[];
    first timestamptz;
    joined boolean;
begin
    if tg_op = 'DELETE' then pair := old; else pair := new; end if;
    -- Two changes to one person's memberships wait for each other, so that the second sees the first.
    perform 1 from person where id = pair.person_id for no key update;
    select array_agg(role order by role), min(from_at) filter (where role = 'member')
      into held, first
      from membership
     where community_id = pair.community_id and person_id = pair.person_id and until_at is null;
    if held is null or not 'member' = any (held) then
        delete from access where person_id = pair.person_id and community_id = pair.community_id;
        if found then
            update community set members = members - 1 where id = pair.community_id;
        end if;
    else
        insert into access (person_id, community_id, roles, reads, moderates, since)
        values (pair.person_id, pair.community_id, held, true, held && '{moderator,chair}', first)
        on conflict (person_id, community_id)
        do update set roles = excluded.roles, moderates = excluded.moderates, since = excluded.since
        -- Untouched by an update: this row is new.
        returning xmax = 0 into joined;
        if joined then
            update community set members = members + 1 where id = pair.community_id;
        end if;
    end if;
    return null;
end $$;

create trigger keep_access after insert or update or delete on membership
    for each row execute function keep_access();

create table join_request (
    id           bigint      primary key,
    community_id bigint      not null references community on delete cascade,
    person_id    bigint      not null references person on delete cascade,
    message      text        not null default '' check (length(message) <= 1000),
    asked_at     timestamptz not null default now(),
    decided_at   timestamptz,
    decided_by   bigint      references person on delete set null,
    admitted     boolean
);

create unique index join_request_open on join_request (community_id, person_id) where decided_at is null;

-- A link that lets somebody in. Only its hash is kept.
create table invitation (
    id           bigint      primary key,
    hash         bytea       not null unique,
    community_id bigint      not null references community on delete cascade,
    -- Present: sent by mail to this address and good for one person; absent: a link to pass on.
    email        text,
    invited_by   bigint      not null references person on delete cascade,
    made_at      timestamptz not null default now(),
    expires_at   timestamptz not null,
    used         int         not null default 0,
    revoked_at   timestamptz
);

create index invitation_by_community on invitation (community_id, made_at desc);
