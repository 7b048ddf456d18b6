-- The same name with other words is no second sending: whoever wrote them must learn that they were not taken. Empty
-- for what was sent before this was kept.
alter table submission add column print text not null default '' check (length(print) <= 64);
