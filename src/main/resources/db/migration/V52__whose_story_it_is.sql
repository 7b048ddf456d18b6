-- Whoever told a case goes on reading what she told, takes it back, and takes out of it what could tell who a patient is,
-- also where she is in the community no longer: her word to the patient does not end with her membership.

create or replace function writer_of(story bigint) returns bigint
language sql stable security definer set search_path = rounds, pg_temp as $$
    select s.written_by
      from case_story s
     where s.id = writer_of.story
       and (s.written_by = viewer() or (s.state <> 'draft' and moderates(s.community_id)))
$$;

create or replace function own_case_stories(at_most int) returns setof bigint
language sql stable security definer set search_path = rounds, pg_temp as $$
    select s.id
      from case_story s
     where s.written_by = viewer()
     order by s.changed_at desc, s.id desc
     limit at_most
$$;

-- What others have read, or may read again, she changes wherever she is; a draft where it could be published. What is
-- hidden she mends before moderators look again.
create or replace function words_case(story bigint) returns boolean
language sql stable security definer set search_path = rounds, pg_temp as $$
    select exists (
        select 1 from case_story s
         where s.id = words_case.story and s.written_by = viewer()
           and (s.state in ('visible', 'hidden')
                or (s.state = 'draft'
                    and exists (select 1 from access a where a.person_id = viewer() and a.community_id = s.community_id and a.reads))))
$$;

alter policy read on case_story using (
    (state = 'visible'
     and ((visibility = 'public' and (select c.visibility from community c where c.id = case_story.community_id) = 'public' and (select viewer()) is not null)
          or (select a.reads from access a where a.person_id = (select viewer()) and a.community_id = case_story.community_id)))
    or written_by = (select viewer())
    or (state in ('queued', 'hidden', 'withdrawn')
        and (select a.reads and (a.moderates or (case_story.state = 'queued' and case_story.asked = a.person_id))
               from access a where a.person_id = (select viewer()) and a.community_id = case_story.community_id)));
alter policy word on case_story using (
    written_by = (select viewer())
    and (state in ('visible', 'hidden')
         or (state = 'draft'
             and (select a.reads from access a where a.person_id = (select viewer()) and a.community_id = case_story.community_id))));
alter policy throw_away on case_story using (written_by = (select viewer()) and state = 'draft');

-- How it went on she tells where she is.
alter policy add on case_follow_up with check (
    words_case(story_id)
    and (select s.state = 'visible' and s.community_id = case_follow_up.community_id
           from case_story s where s.id = case_follow_up.story_id)
    and (select a.reads from access a where a.person_id = (select viewer()) and a.community_id = case_follow_up.community_id));

-- What others say of it is read where the story is, by all but her who is there no longer.
alter policy read on case_trial using (
    (select (s.state = 'visible' and s.visibility = 'public'
             and (select c.visibility from community c where c.id = s.community_id) = 'public')
            or (select a.reads from access a where a.person_id = (select viewer()) and a.community_id = s.community_id)
       from case_story s where s.id = case_trial.story_id));

create or replace function move_case(of_story bigint, was text, becomes text, why text) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    update case_story s
       set state = becomes, revision = s.revision + 1, asked = null,
           withdrawn = case when becomes = 'withdrawn' then why else s.withdrawn end
     where s.id = of_story and s.state = was
       and case
               when was = 'queued' and becomes = 'draft' then s.written_by = viewer()
               when was in ('visible', 'hidden') and becomes = 'withdrawn' then s.written_by = viewer() and why <> ''
               when was = 'visible' and becomes = 'hidden' then moderates(s.community_id)
               when was = 'hidden' and becomes = 'visible' then moderates(s.community_id) and s.written_by <> viewer()
               else false
           end;
    return found;
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
           to_jsonb(s) - '{id,community_id,state,written_by,signed_by,asked,tried,thanked,same,source_id,worded_at,withdrawn,visibility,again_at,again}'::text[]
           || jsonb_build_object('parts', (select coalesce(jsonb_object_agg(p.part, p.body), '{}') from case_section p where p.story_id = s.id)),
           kept
      from case_story s
     where s.id = of_story;
    return true;
end $$;
