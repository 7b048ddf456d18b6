-- Who changed the order of a collection last: whoever presses twice is not told that somebody else did.
alter table collection add column arranged_by bigint references person on delete set null;
create index collection_arranged_by on collection (arranged_by) where arranged_by is not null;
grant update (arranged_by) on collection to ${app};
