-- Whoever tends a topic is told of its review as of every other: once for each day that is set.

insert into review_told (content_type, content_id, review_on, told_at)
select 'topic', id, review_on, review_told_at
from topic
where review_on is not null and review_told_at::date >= review_on;
alter table topic drop column review_told_at;

update notification set reason = 'review_due' where reason = 'topic_review_due';
