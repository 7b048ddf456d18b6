-- What tells of a split or a merge goes along when the posts around it move on.

-- Only a merge takes along what opens a discussion; what once opened one and came by a merge goes on by a split.
create or replace function mark_merged() returns trigger language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    if old.number = 1 then
        perform merged(old.discussion_id, new.discussion_id);
    else
        update discussion d set merged_into = new.discussion_id
          from moved_post m
         where m.post_id = new.id and m.number = 1 and d.id = m.discussion_id and d.merged_into = old.discussion_id;
        if found then
            update discussion d set parted = true where d.id = new.discussion_id and not d.parted;
        end if;
    end if;
    return null;
end $$;

drop trigger mark_merged on post;
create trigger mark_merged after update of discussion_id on post
    for each row when (old.discussion_id <> new.discussion_id) execute function mark_merged();

update discussion d set merged_into = p.discussion_id
  from moved_post m
  join post p on p.id = m.post_id
 where m.discussion_id = d.id and m.number = 1 and d.merged_into is not null and d.merged_into <> p.discussion_id;
update discussion d set parted = true
 where not d.parted and exists (select 1 from discussion x where x.merged_into = d.id);

-- What left a discussion, or one that was merged into it: by where it is now, the number behind which the first of it
-- would stand here, and how many there are to be read. It names no title: that is read through the wall, by who may. To
-- be asked of a discussion that the viewer reads.
create or replace function parted_from(discussion bigint) returns table (number int, posts int, into_discussion bigint)
language sql stable security definer set search_path = rounds, pg_temp as $$
    with place as (
        select parted_from.discussion as id
        union all
        select x.id from rounds.discussion x where x.merged_into = parted_from.discussion),
    -- Each once, where it stood last.
    gone as (
        select distinct on (p.id) p.discussion_id as into_discussion, m.discussion_id as stood_in, m.number
          from place
          join moved_post m on m.discussion_id = place.id
          join post p on p.id = m.post_id
         where p.discussion_id <> parted_from.discussion and p.state = 'visible'
         order by p.id, m.discussion_id <> parted_from.discussion, m.discussion_id desc),
    first as (
        select distinct on (g.into_discussion) g.into_discussion, g.stood_in, g.number,
               count(*) over (partition by g.into_discussion)::int as posts
          from gone g
         order by g.into_discussion, g.stood_in <> parted_from.discussion, g.stood_in, g.number)
    select case when f.stood_in = parted_from.discussion then f.number
                else coalesce((select p.number + 1
                                 from moved_post k
                                 join post p on p.id = k.post_id and p.discussion_id = parted_from.discussion
                                where k.discussion_id = f.stood_in and k.number < f.number
                                order by k.number desc
                                limit 1), 2)
           end as at, f.posts, f.into_discussion
      from first f
     order by 1
     limit 100
$$;

-- What came into a discussion, by the number of the post that opened it. Its old title may be told: what is merged goes
-- only to where no more people read. One that is the first here came before anything else: there is no "from here on".
create or replace function merged_here(discussion bigint) returns table (number int, title text, language text)
language sql stable security definer set search_path = rounds, pg_temp as $$
    select p.number, x.title, x.language
      from rounds.discussion x
      join moved_post m on m.discussion_id = x.id and m.number = 1
      join post p on p.id = m.post_id and p.discussion_id = x.merged_into
     where x.merged_into = merged_here.discussion and p.state = 'visible' and p.number > 1
     order by 1
     limit 100
$$;
