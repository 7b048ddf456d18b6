-- Where posts left a discussion, it says so; and where one was closed, why.

-- Whether posts left it for another, or all of another came into it: so that a page of any other need not look.
alter table discussion add column parted boolean not null default false;
-- Where all its posts are now.
alter table discussion add column merged_into bigint references discussion on delete set null;
create index discussion_merged_into on discussion (merged_into) where merged_into is not null;

update discussion d
   set merged_into = p.discussion_id
  from moved_post m
  join post p on p.id = m.post_id
 where m.discussion_id = d.id and m.number = 1 and p.discussion_id <> d.id;
update discussion d
   set parted = true
 where exists (select 1 from moved_post m where m.discussion_id = d.id)
    or exists (select 1 from discussion x where x.merged_into = d.id);

create function merged(emptied bigint, goal bigint) returns void
language sql set search_path = rounds, pg_temp as $$
    update discussion d set merged_into = goal where d.id = emptied or d.merged_into = emptied;
    update discussion d set parted = true where d.id = goal and not d.parted;
$$;

create function mark_parted() returns trigger language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    update discussion d set parted = true
     where not d.parted and d.id in (select m.discussion_id from new_rows m);
    -- From a file: there the posts are where they went already.
    perform merged(m.discussion_id, p.discussion_id)
       from new_rows m
       join post p on p.id = m.post_id
      where m.number = 1 and p.discussion_id <> m.discussion_id;
    return null;
end $$;

create trigger mark_parted after insert on moved_post
    referencing new table as new_rows for each statement execute function mark_parted();

-- What left a discussion, by where it is now: the number that the first of it had here, and how many there are to be
-- read. It names no title: that is read through the wall, by who may. To be asked of a discussion that the viewer reads.
create function parted_from(discussion bigint) returns table (number int, posts int, into_discussion bigint)
language sql stable security definer set search_path = rounds, pg_temp as $$
    select min(m.number), count(*)::int, p.discussion_id
      from moved_post m
      join post p on p.id = m.post_id
     where m.discussion_id = parted_from.discussion and p.discussion_id <> m.discussion_id and p.state = 'visible'
     group by p.discussion_id
     order by 1
     limit 100
$$;

-- Only a merge takes along what opens a discussion.
create function mark_merged() returns trigger language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    perform merged(old.discussion_id, new.discussion_id);
    return null;
end $$;

create trigger mark_merged after update of discussion_id on post
    for each row when (old.discussion_id <> new.discussion_id and old.number = 1) execute function mark_merged();

-- What came into a discussion, by the number of the post that opened it. Its old title may be told: what is merged goes
-- only to where no more people read. To be asked of a discussion that the viewer reads.
create function merged_here(discussion bigint) returns table (number int, title text, language text)
language sql stable security definer set search_path = rounds, pg_temp as $$
    select p.number, x.title, x.language
      from rounds.discussion x
      join moved_post m on m.discussion_id = x.id and m.number = 1
      join post p on p.id = m.post_id and p.discussion_id = x.merged_into
     where x.merged_into = merged_here.discussion and p.state = 'visible'
     order by 1
     limit 100
$$;

-- One sentence for its readers; gone when it is open again.
alter table discussion add column closed_reason text not null default '' check (length(closed_reason) <= 300);
alter table discussion add constraint only_closed_says_why check (closed_reason = '' or closed_at is not null);
grant update (closed_reason) on discussion to ${app};

-- Moderators correct the title of what others opened: what it was stays in the history of the opening post, which is
-- still its author's.
drop policy keep on post_revision;
create policy keep on post_revision for insert to ${app} with check (
    (select p.author_id = (select viewer())
            or (p.number = 1 and (select a.moderates from access a where a.person_id = (select viewer()) and a.community_id = p.community_id))
       from post p
      where p.id = post_revision.post_id));

-- What the product itself does stands in the log, too: a report of patient data hides at once. Who reported it does not
-- stand there. Only for whoever's own report just did it.
create function log_hiding_by_report(post bigint, entry bigint) returns boolean
language sql security definer set search_path = rounds, pg_temp as $$
    with added as (
    insert into community_log (id, community_id, act, content_type, content_id, person_id, detail)
    select log_hiding_by_report.entry, p.community_id, 'hidden_by_report', case p.number when 1 then 'discussion' else 'post' end,
           case p.number when 1 then p.discussion_id else p.id end, p.author_id, p.gone_reason
      from rounds.post p
     where p.id = log_hiding_by_report.post and p.state = 'hidden' and p.gone_reason = 'patient_data'
       and exists (select 1 from report r where r.post_id = p.id and r.reporter_id = viewer() and r.reason = 'patient_data' and r.decided_at is null)
    returning id)
    select exists (select 1 from added)
$$;

-- Whoever was removed from a community is told so, and why, though she reads nothing there any more.
alter policy own on notification using (
    person_id = (select viewer())
    and not gone
    and case reason
            when 'request' then (select a.roles && '{moderator,core_team,chair,relationship_manager}' from access a where a.person_id = (select viewer()) and a.community_id = notification.community_id)
            when 'reported' then (select a.moderates from access a where a.person_id = (select viewer()) and a.community_id = notification.community_id)
            when 'removed' then true
            else (select true from access a where a.person_id = (select viewer()) and a.community_id = notification.community_id)
                 or (open and (select c.visibility from community c where c.id = notification.community_id) = 'public')
        end);

-- Said of the viewer alone, and to nobody else by this. Who said it stays in the log.
create function words_of_removal(entry bigint) returns text
language sql stable security definer set search_path = rounds, pg_temp as $$
    select nullif(l.reason, '')
      from rounds.community_log l
     where l.id = words_of_removal.entry and l.act = 'removed' and l.person_id = viewer()
$$;
