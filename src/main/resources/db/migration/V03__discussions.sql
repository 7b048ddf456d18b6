-- A thread. Its first post opens it. Counters are columns, kept in the transaction that changes them.
create table discussion (
    id            bigint      primary key,
    community_id  bigint      not null references community on delete cascade,
    kind          text        not null check (kind in ('challenge', 'success', 'question', 'discussion', 'announcement')),
    title         text        not null check (length(title) between 1 and 200),
    language      text        not null check (length(language) between 2 and 8),
    tags          text[]      not null default '{}' check (cardinality(tags) <= 10),
    -- As the community was when this was written: widening the community later exposes nothing old.
    visibility    text        not null check (visibility in ('public', 'listed', 'private')),
    state         text        not null default 'visible' check (state in ('visible', 'queued', 'hidden', 'deleted')),
    opened_by     bigint      not null references person,
    opened_at     timestamptz not null,
    last_at       timestamptz not null,
    last_by       bigint      references person,
    -- The newest post's number, and how many of them can be read by all who read the discussion.
    last_number   int         not null default 0,
    posts         int         not null default 0,
    -- Places of hidden or deleted posts to be drawn; mostly 0, so that a page need not look for them.
    gone          int         not null default 0,
    pinned_at     timestamptz,
    closed_at     timestamptz,
    closed_by     bigint      references person,
    -- Raised by every change that a search or an edit in another window has to notice.
    revision      int         not null default 1,
    source_id     text        unique,
    unique (id, community_id)
);

-- A community's list, newest activity first, and pinned ones above it.
create index discussion_latest on discussion (community_id, last_at desc, id desc) where state = 'visible';
create index discussion_latest_kind on discussion (community_id, kind, last_at desc, id desc) where state = 'visible';
create index discussion_pinned on discussion (community_id, pinned_at desc) where pinned_at is not null;
create index discussion_by_person on discussion (opened_by, opened_at desc, id desc);
create index discussion_by_tag on discussion using gin (tags);
-- The site's newest.
create index discussion_newest on discussion (last_at desc, id desc) where state = 'visible';

create table post (
    id            bigint      primary key,
    discussion_id bigint      not null,
    community_id  bigint      not null,
    -- 1 opens the discussion.
    number        int         not null check (number >= 1),
    -- The post this one answers; the opening post answers none.
    parent_id     bigint      references post,
    parent_number int,
    -- The order in the tree: the numbers of the ancestors and its own, seven hexadecimal digits each. Answers deeper
    -- than six stand beside each other below the sixth, so the path stays short however long people argue.
    path          text        collate "C" not null,
    depth         int         not null check (depth between 0 and 6),
    author_id     bigint      not null references person,
    body          text        not null check (length(body) between 1 and 64000),
    html          text        not null,
    html_version  int         not null,
    language      text        not null check (length(language) between 2 and 8),
    visibility    text        not null check (visibility in ('public', 'listed', 'private')),
    state         text        not null default 'visible' check (state in ('visible', 'queued', 'hidden', 'deleted')),
    -- Why it is hidden or deleted, as a code; the words of the moderator stand in the community's log. Nobody but its
    -- author and the moderators ever saw what was declined or withdrawn, so that leaves no place to be drawn.
    gone_reason   text        check (gone_reason in ('patient_data', 'unsafe', 'rude', 'off_topic', 'spam', 'other', 'author', 'moderator', 'declined', 'withdrawn')),
    posted_at     timestamptz not null,
    edited_at     timestamptz,
    revision      int         not null default 1,
    source_id     text        unique,
    foreign key (discussion_id, community_id) references discussion (id, community_id) on delete cascade,
    unique (discussion_id, number),
    unique (discussion_id, path)
);

create index post_by_author on post (author_id, posted_at desc, id desc);
create index post_by_parent on post (parent_id);
-- What moderators have to look at.
create index post_gone on post (community_id, state, posted_at desc) where state <> 'visible';
-- The places to be drawn on a page where posts are gone.
create index post_places on post (discussion_id, path) where state in ('hidden', 'deleted');

-- What a post said before each edit. The newest words are in the post itself.
create table post_revision (
    post_id      bigint      not null references post on delete cascade,
    revision     int         not null,
    community_id bigint      not null,
    title        text,
    body         text        not null,
    html         text        not null,
    html_version int         not null,
    -- Who wrote this revision and when; the reason is the editor's for writing the next.
    written_by   bigint      not null references person,
    written_at   timestamptz not null,
    -- What its author took out while the post was hidden: restoring the post must not show it again.
    sealed       boolean     not null default false,
    primary key (post_id, revision)
);

create table report (
    id           bigint      primary key,
    community_id bigint      not null references community on delete cascade,
    post_id      bigint      not null references post on delete cascade,
    reporter_id  bigint      not null references person,
    reason       text        not null check (reason in ('patient_data', 'unsafe', 'rude', 'off_topic', 'spam', 'other')),
    note         text        not null default '' check (length(note) <= 2000),
    made_at      timestamptz not null default now(),
    decided_at   timestamptz,
    decided_by   bigint      references person,
    verdict      text        check (verdict in ('hidden', 'kept', 'restored'))
);

create unique index report_once on report (post_id, reporter_id) where decided_at is null;
create index report_open on report (community_id, made_at) where decided_at is null;

-- What moderators and chairs did, and why. Never changed, never deleted but with the community.
create table community_log (
    id           bigint      primary key,
    community_id bigint      not null references community on delete cascade,
    -- Absent: the product itself.
    actor_id     bigint      references person,
    act          text        not null,
    content_type text,
    content_id   bigint,
    person_id    bigint      references person,
    -- What the act's sentence needs besides: a role, a visibility.
    detail       text        not null default '' check (length(detail) <= 200),
    reason       text        not null default '' check (length(reason) <= 2000),
    at           timestamptz not null default now()
);

create index community_log_newest on community_log (community_id, at desc, id desc);
