-- How many people read a discussion just now, told by each node of itself. Worth nothing after a crash, so it is not
-- logged; a row that its node has not renewed for three minutes counts no more.
create unlogged table presence (
    node          text        not null,
    discussion_id bigint      not null,
    readers       int         not null check (readers > 0),
    seen_at       timestamptz not null default now(),
    primary key (discussion_id, node)
);

create index presence_by_age on presence (seen_at);

alter table presence enable row level security;
grant select, insert, update, delete on presence to ${system};
create policy system_all on presence to ${system} using (true) with check (true);
