-- The line that goes along with what is being written: what changed in a summary, or why another wording is better.
alter table draft add column note text not null default '' check (length(note) <= 1000);
grant update (note) on draft to ${app};
