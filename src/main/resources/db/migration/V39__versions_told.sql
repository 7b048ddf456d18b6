-- People are told of versions: that one waits for them, that one was put in place of what they saved or used, that theirs
-- was not taken.
do $$
declare
    reasons text;
begin
    select replace(pg_get_constraintdef(c.oid), 'ARRAY[',
                   'ARRAY[''version''::text, ''version_proposed''::text, ''version_declined''::text, ') into strict reasons
      from pg_constraint c
     where c.conrelid = 'notification'::regclass and c.conname = 'notification_reason_check';
    alter table notification drop constraint notification_reason_check;
    execute 'alter table notification add constraint notification_reason_check ' || reasons;
end $$;

create index bookmark_of_resource on bookmark (content_id, made_at) where content_type = 'resource';
