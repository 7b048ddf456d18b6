-- Who decided about a proposed word, and when: whoever proposed it is told.
alter table term
    add decided_by bigint references person on delete set null,
    add decided_at timestamptz;
grant update (decided_by, decided_at) on term to ${app};

-- The reasons that there are, whichever those are by now, and four more.
do $$
declare
    said text;
begin
    select pg_get_constraintdef(oid) into strict said
    from pg_constraint
    where conrelid = 'notification'::regclass and conname = 'notification_reason_check';
    alter table notification drop constraint notification_reason_check;
    execute 'alter table notification add constraint notification_reason_check '
            || replace(said, '''reply''::text',
                       '''reply''::text, ''topic_offered''::text, ''term_proposed''::text, ''term_taken''::text, ''term_declined''::text');
end $$;
