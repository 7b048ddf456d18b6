-- Keeping up: what a person watches, what she is told of, what she has saved. None of it is content; all of it is hers
-- alone, and where it points to content the wall is asked again each time it is shown.

-- How much she wants to hear of a community, of a tag in it, of a discussion, or of what a person writes. No row: the
-- usual (answers to her, mentions, announcements; everything in what she opened herself).
create table watch (
    person_id bigint      not null references person on delete cascade,
    target    text        not null check (target in ('community', 'tag', 'discussion', 'person')),
    -- The community, discussion or person; of a tag its community.
    target_id bigint      not null,
    tag       text        not null default '' check (length(tag) <= 100 and (target = 'tag') = (tag <> '')),
    level     text        not null check (level in ('every', 'replies', 'mentions', 'nothing')),
    since     timestamptz not null default now(),
    primary key (person_id, target, target_id, tag)
);

-- Who is to be told of a new post: one look for each thing it belongs to.
create index watch_by_target on watch (target, target_id, tag) include (person_id) where level = 'every';

-- One thing that happened for one person. Rows of one bundle are shown as one ("Jonah and 2 others answered in …").
create table notification (
    id           bigint      primary key,
    person_id    bigint      not null references person on delete cascade,
    reason       text        not null check (reason in ('reply', 'mention', 'post', 'discussion', 'announcement', 'mark',
                                                        'approved', 'declined', 'hidden', 'restored', 'deleted',
                                                        'admitted', 'role', 'request', 'reminder')),
    content_type text        not null,
    content_id   bigint      not null,
    -- The discussion it happened in; of what happens to a community, the community.
    group_id     bigint      not null,
    bundle       text        not null check (length(bundle) between 1 and 60),
    community_id bigint      not null references community on delete cascade,
    -- Written under public visibility: people outside the community may be told of it, while the community is public.
    open         boolean     not null default false,
    actor_id     bigint      references person on delete cascade,
    -- Tells one occasion from another where the same thing can happen again: who marked it, which decision, which day.
    occasion     bigint      not null default 0,
    -- A role, a mark.
    detail       text        not null default '' check (length(detail) <= 100),
    at           timestamptz not null,
    read_at      timestamptz,
    -- What it speaks of is hidden, deleted or settled now. It comes back when that does, and is told once all the same.
    gone         boolean     not null default false,
    unique (content_id, reason, occasion, person_id, content_type)
);

create index notification_newest on notification (person_id, at desc, id desc);
create index notification_by_bundle on notification (person_id, bundle, at desc, id desc);
-- The number at the bell, and what a page marks as read.
create index notification_unread on notification (person_id, bundle) where read_at is null and not gone;
create index notification_by_group on notification (group_id, person_id) where read_at is null;
create index notification_by_age on notification (at);

-- Where the consumer of the change log stands that makes notifications: in the same database, so that both move in one
-- transaction. One row, whose lock lets one node at a time work. What happened before this table existed is not told.
create table notification_position (
    only_one boolean primary key default true check (only_one),
    epoch    uuid    not null,
    xid      xid8    not null,
    id       bigint  not null
);

insert into notification_position (epoch, xid, id)
select epoch, pg_snapshot_xmin(pg_current_snapshot()), 0 from index_epoch;

-- Kept for later, with a note and a day to be reminded.
create table bookmark (
    person_id     bigint      not null references person on delete cascade,
    content_type  text        not null check (content_type in ('discussion', 'post')),
    content_id    bigint      not null,
    discussion_id bigint      not null references discussion on delete cascade,
    community_id  bigint      not null references community on delete cascade,
    -- Written under public visibility, as with notifications.
    open          boolean     not null,
    note          text        not null default '' check (length(note) <= 500),
    remind_on     date,
    reminded_at   timestamptz,
    made_at       timestamptz not null,
    primary key (person_id, content_type, content_id)
);

create index bookmark_newest on bookmark (person_id, made_at desc, content_id desc);
create index bookmark_by_discussion on bookmark (person_id, discussion_id);
create index bookmark_due on bookmark (remind_on) where remind_on is not null and reminded_at is null;

-- Until when a person is up to date in a community, as she said herself.
create table caught_up (
    person_id    bigint      not null references person on delete cascade,
    community_id bigint      not null references community on delete cascade,
    until_at     timestamptz not null,
    primary key (person_id, community_id)
);

-- Challenges that nobody has answered yet, the newest first: of the site, and of a community.
create index discussion_unanswered on discussion (opened_at desc, id desc)
    where kind = 'challenge' and state = 'visible' and posts <= 1 and closed_at is null;
create index discussion_unanswered_in on discussion (community_id, opened_at desc, id desc)
    where kind = 'challenge' and state = 'visible' and posts <= 1 and closed_at is null;
-- What was decided about a post, for its author.
create index community_log_by_content on community_log (content_id, at desc) where content_id is not null;
-- Who is new in a community.
create index membership_newest on membership (community_id, from_at desc) where role = 'member' and until_at is null;

alter table watch enable row level security;
alter table notification enable row level security;
alter table notification_position enable row level security;
alter table bookmark enable row level security;
alter table caught_up enable row level security;

grant select, insert, update, delete on watch, notification, notification_position, bookmark, caught_up to ${system};
create policy system_all on watch to ${system} using (true) with check (true);
create policy system_all on notification to ${system} using (true) with check (true);
create policy system_all on notification_position to ${system} using (true) with check (true);
create policy system_all on bookmark to ${system} using (true) with check (true);
create policy system_all on caught_up to ${system} using (true) with check (true);

-- Watching what one may not read would tell nothing (no notification is made), but whether it is there.
create policy own on watch for select to ${app} using (person_id = (select viewer()));
create policy begin on watch for insert to ${app} with check (
    person_id = (select viewer())
    and case target
            when 'discussion' then (select true from discussion d where d.id = watch.target_id)
            when 'person' then (select true from person p where p.id = watch.target_id)
            else (select true from community c where c.id = watch.target_id)
        end);
create policy change on watch for update to ${app} using (person_id = (select viewer()));
create policy stop on watch for delete to ${app} using (person_id = (select viewer()));
grant select, insert, update (level, since), delete on watch to ${app};

-- A person's own, as long as she reads where it happened; requests to join, as long as she decides about them. What it
-- points to is read through its own policy.
create policy own on notification for select to ${app} using (
    person_id = (select viewer())
    and not gone
    and case
            when reason = 'request' then (select a.roles && '{moderator,core_team,chair,relationship_manager}' from access a where a.person_id = (select viewer()) and a.community_id = notification.community_id)
            else (select true from access a where a.person_id = (select viewer()) and a.community_id = notification.community_id)
                 or (open and (select c.visibility from community c where c.id = notification.community_id) = 'public')
        end);
create policy read_it on notification for update to ${app} using (person_id = (select viewer()));
grant select, update (read_at) on notification to ${app};

create policy own on bookmark for select to ${app} using (
    person_id = (select viewer())
    and ((select true from access a where a.person_id = (select viewer()) and a.community_id = bookmark.community_id)
         or (open and (select c.visibility from community c where c.id = bookmark.community_id) = 'public')));
create policy keep on bookmark for insert to ${app} with check (
    person_id = (select viewer()) and (select true from discussion d where d.id = bookmark.discussion_id));
create policy change on bookmark for update to ${app} using (person_id = (select viewer()));
create policy drop_it on bookmark for delete to ${app} using (person_id = (select viewer()));
grant select, insert, update (note, remind_on, reminded_at), delete on bookmark to ${app};

create policy own on caught_up for select to ${app} using (person_id = (select viewer()));
create policy say on caught_up for insert to ${app} with check (
    person_id = (select viewer())
    and (select true from access a where a.person_id = (select viewer()) and a.community_id = caught_up.community_id));
create policy move on caught_up for update to ${app} using (person_id = (select viewer()));
grant select, insert, update (until_at) on caught_up to ${app};
