-- What was written while fewer people read a community stays with them when it is widened, and so does the discussion
-- around it: half a thread reads wrong, and its numbers and last author would tell of the other half.
create function keep_mixed_narrow() returns trigger
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    update rounds.discussion d
       set visibility = narrow.visibility, revision = d.revision + 1
      from (select p.discussion_id, case when bool_or(p.visibility = 'private') then 'private' else 'listed' end as visibility
              from rounds.post p
             where p.community_id = new.id and p.visibility <> 'public'
             group by p.discussion_id) narrow
     where d.id = narrow.discussion_id and narrowest(d.visibility, narrow.visibility) <> d.visibility;
    return null;
end $$;

create trigger keep_mixed_narrow after update of visibility on community
    for each row when (array_position('{private,listed,public}', new.visibility) > array_position('{private,listed,public}', old.visibility))
    execute function keep_mixed_narrow();

-- The same for what was widened before.
update discussion d
   set visibility = narrow.visibility, revision = d.revision + 1
  from (select p.discussion_id, case when bool_or(p.visibility = 'private') then 'private' else 'listed' end as visibility
          from post p
         where p.visibility <> 'public'
         group by p.discussion_id) narrow
 where d.id = narrow.discussion_id and narrowest(d.visibility, narrow.visibility) <> d.visibility;
