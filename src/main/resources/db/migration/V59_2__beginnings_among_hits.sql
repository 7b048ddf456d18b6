-- Search says of a hit that newcomers begin with it.
create index start_entry_of on start_entry (content_id);
