-- What its author has begun to change in a story that others read, and has not saved: hers alone, as a draft is. It goes when
-- it is saved or thrown away, when the story is withdrawn, or when she has not come back to it for long.
create table case_edit (
    story_id  bigint      primary key references case_story on delete cascade,
    -- Names and values of what she entered, in turn.
    fields    text[]      not null check (cardinality(fields) % 2 = 0 and cardinality(fields) <= 400),
    -- The revision of the story from which it goes on.
    made_from int         not null,
    revision  int         not null default 1,
    saved_at  timestamptz not null
);
alter table case_edit enable row level security;
create policy system_all on case_edit to ${system} using (true) with check (true);
create policy own on case_edit to ${app} using (words_case(story_id)) with check (words_case(story_id));
grant select, insert, update, delete on case_edit to ${app};
grant select, insert, update, delete on case_edit to ${system};
