-- A topic that was written while fewer people read its community is shown to all who read it now, and kept for its members
-- again, by those who could offer it to another community: so is `widen_topic`, which let every curator decide, replaced.
drop function widen_topic(bigint, int);

create function show_topic_to(of_topic bigint, seen int, readers text) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    update topic t
       set visibility = case readers when 'all' then c.visibility else 'listed' end, revision = t.revision + 1
      from community c, access a
     where t.id = of_topic and t.revision = seen and t.opened_at is not null
       and c.id = t.community_id
       and a.person_id = viewer() and a.community_id = t.community_id and a.reads and a.roles && '{moderator,core_team,chair}'
       and case readers when 'all' then narrowest(t.visibility, c.visibility) <> c.visibility else t.visibility = 'public' end;
    return found;
end $$;
