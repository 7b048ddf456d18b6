-- The last day for answers as it was chosen: `closes_at` is its end where whoever chose it lives, which is another day
-- elsewhere. Null where a moment was named and no day.
alter table topic_agreement add column closes_on date;
grant insert (closes_on) on topic_agreement to ${app};
