-- A trace of what was merged into a discussion names the old title only where all who read there read that one: not where
-- the discussion has gone to another community since, or its first post was put among what more people read.
create or replace function merged_here(discussion bigint) returns table (number int, title text, language text)
language sql stable security definer set search_path = rounds, pg_temp as $$
    select p.number,
           case when x.community_id = g.community_id and narrowest(x.visibility, g.visibility) = g.visibility then x.title end,
           x.language
      from rounds.discussion x
      join rounds.discussion g on g.id = merged_here.discussion
      join moved_post m on m.discussion_id = x.id and m.number = 1
      join post p on p.id = m.post_id and p.discussion_id = x.merged_into
     where x.merged_into = merged_here.discussion and p.state = 'visible' and p.number > 1
     order by 1
     limit 100
$$;

-- Whoever reads somewhere without being a member reports nothing there, past the use case neither: a report of patient data
-- hides.
alter policy make on report with check (
    reporter_id = (select viewer()) and decided_at is null
    and ((select true from post p where p.id = report.post_id) or (select true from resource r where r.id = report.resource_id))
    and (select a.reads from access a where a.person_id = (select viewer()) and a.community_id = report.community_id)
    and (select c.form = 'community' from community c where c.id = report.community_id));
