-- What a change that was set aside had said, so that it can be said again. Of older ones nobody knows: then whoever
-- reads the content is looked at again, too, which takes in everything.
alter table change_failure add column what text not null default 'audience' check (what in ('created', 'edited', 'audience'));

-- An administrator's list, the newest first.
create index change_failure_newest on change_failure (at desc, change_id desc);
