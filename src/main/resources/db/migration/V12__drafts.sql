-- What somebody has begun to write and not sent. One row for each place where something can be written, so that two
-- devices in the same place meet in the same row and the slower one is told; new discussions have a place of their own
-- each. Text is kept as it was typed: a draft may be longer, emptier or odder than a post.
create table draft (
    id            bigint      primary key,
    person_id     bigint      not null references person on delete cascade,
    community_id  bigint      not null references community on delete cascade,
    place         text        not null check (length(place) between 1 and 120),
    -- Where it will stand, as far as that exists.
    discussion_id bigint      references discussion on delete cascade,
    post_id       bigint      references post on delete cascade,
    kind          text        not null default '' check (length(kind) <= 40),
    title         text        not null default '' check (length(title) <= 1000),
    tags          text        not null default '' check (length(tags) <= 1000),
    body          text        not null default '' check (length(body) <= 200000),
    language      text        not null default '' check (length(language) <= 8),
    -- Of an edit: the revision of the words it was made from.
    made_from     int,
    -- Of an answer: the newest number there was when it was begun.
    seen          int,
    revision      int         not null default 1,
    saved_at      timestamptz not null,
    unique (person_id, place)
);

-- No index on what changes while somebody types: a save then touches one page and no index.
create index draft_by_discussion on draft (discussion_id, person_id) where discussion_id is not null;
create index draft_by_post on draft (post_id) where post_id is not null;

-- For its author's eyes only: no role, no moderator, no administrator's page reads it. It is begun where its author may
-- read, and stays hers when she leaves.
alter table draft enable row level security;
create policy system_all on draft to ${system} using (true) with check (true);
create policy own on draft for select to ${app} using (person_id = (select viewer()));
create policy begin on draft for insert to ${app} with check (
    person_id = (select viewer())
    and (select true from access a where a.person_id = (select viewer()) and a.community_id = draft.community_id));
create policy go_on on draft for update to ${app} using (person_id = (select viewer()));
create policy throw_away on draft for delete to ${app} using (person_id = (select viewer()));
grant select, insert, update (kind, title, tags, body, language, made_from, seen, revision, saved_at), delete on draft to ${app};
grant select, insert, update, delete on draft to ${system};
