-- When a second reader let a story out, and when it was last changed after others could read it: so that a page can say
-- truthfully that what stands there now was not read by somebody else first.

alter table case_story
    add column read_first_at timestamptz,
    add column edited_at     timestamptz;
grant select (read_first_at, edited_at) on case_story to ${app};
update case_story s
   set read_first_at = r.at
  from (select story_id, max(at) as at from case_review where verdict = 'released' group by story_id) r
 where r.story_id = s.id and s.state in ('visible', 'hidden');
update case_story s
   set edited_at = e.at
  from (select story_id, max(made_at) as at from case_revision group by story_id) e
 where e.story_id = s.id;

create or replace function review_case(of_story bigint, seen int, said text, words text, entry bigint, decided timestamptz) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
declare
    here bigint;
begin
    select s.community_id into here
      from case_story s
      join access a on a.person_id = viewer() and a.community_id = s.community_id and a.reads
     where s.id = of_story and s.state = 'queued' and s.revision = seen and s.written_by <> viewer()
       and (a.moderates or s.asked = viewer())
       for update of s;
    if not found then
        return false;
    end if;
    insert into case_review (id, story_id, community_id, reader_id, verdict, comment, at)
    values (entry, of_story, here, viewer(), said, words, decided);
    update case_story
       set state = case said when 'released' then 'visible' else 'draft' end,
           published_at = case said when 'released' then coalesce(published_at, decided) else published_at end,
           read_first_at = case said when 'released' then decided else read_first_at end,
           asked = null, revision = revision + 1
     where id = of_story;
    return true;
end $$;

create or replace function keep_case(of_story bigint, seen int, kept timestamptz) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    perform 1
       from case_story s
      where s.id = of_story and s.written_by = viewer() and s.state in ('visible', 'hidden') and s.revision = seen
        for update of s;
    if not found then
        return false;
    end if;
    insert into case_revision (story_id, community_id, revision, words, made_at)
    select s.id, s.community_id, s.revision,
           to_jsonb(s) - '{id,community_id,state,written_by,signed_by,asked,tried,thanked,same,source_id,worded_at,withdrawn,visibility,again_at,again,read_first_at,edited_at}'::text[]
           || jsonb_build_object('parts', (select coalesce(jsonb_object_agg(p.part, p.body), '{}') from case_section p where p.story_id = s.id)),
           kept
      from case_story s
     where s.id = of_story;
    update case_story set edited_at = kept where id = of_story;
    return true;
end $$;

-- A follow-up is taken out by who wrote it, and by moderators. Nothing of it is kept: it may be what named somebody.
-- The story that it stood in; null where there is none that the viewer may take out.
create function strike_follow_up(of_follow_up bigint, struck timestamptz) returns bigint
language plpgsql security definer set search_path = rounds, pg_temp as $$
declare
    here bigint;
begin
    select s.id into here
      from case_follow_up f
      join case_story s on s.id = f.story_id
     where f.id = of_follow_up and s.state in ('visible', 'hidden')
       and (s.written_by = viewer() or moderates(s.community_id))
       for update of s;
    if not found then
        return null;
    end if;
    delete from case_follow_up where id = of_follow_up;
    update case_story set changed_at = struck, revision = revision + 1 where id = here;
    return here;
end $$;
