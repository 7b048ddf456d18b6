-- Whoever answers for something is told once when the day has passed from which it is due to be looked at again.

create table review_told (
    content_type text        not null,
    content_id   bigint      not null,
    review_on    date        not null,
    told_at      timestamptz not null,
    primary key (content_type, content_id, review_on)
);
alter table review_told enable row level security;
grant select, insert, delete on review_told to ${system};
create policy system_all on review_told to ${system} using (true) with check (true);

-- What was due before is no news: it stands in the list of what is due.
insert into review_told (content_type, content_id, review_on, told_at)
select 'resource', id, review_on, '2000-01-01'
from resource
where review_on <= current_date;

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
            || replace(said, '''reply''::text', '''reply''::text, ''review_due''::text');
end $$;
