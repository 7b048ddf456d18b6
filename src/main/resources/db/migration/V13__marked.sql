-- What people say about content (reactions, what helped, how far a challenge has come) changes without its words.
alter table change_log drop constraint change_log_what_check;
alter table change_log add constraint change_log_what_check check (what in ('created', 'edited', 'audience', 'marked'));
