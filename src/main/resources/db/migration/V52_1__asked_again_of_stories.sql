-- Whoever told a case that is hidden mends it and asks that it be shown again: once, until moderators have decided.

alter table case_story
    add column again_at timestamptz,
    add column again    text not null default '' check (length(again) <= 2000),
    add check ((again_at is not null) <= (state = 'hidden'));
grant select (again_at, again) on case_story to ${app};

create function ask_case_again(of_story bigint, seen int, said text, asking timestamptz) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    update case_story s
       set again_at = asking, again = said, revision = s.revision + 1
      from access a
     where s.id = of_story and s.written_by = viewer() and s.revision = seen and s.state = 'hidden' and s.again_at is null
       and a.person_id = viewer() and a.community_id = s.community_id and a.reads;
    return found;
end $$;

-- A moderator leaves it hidden.
create function refuse_case_again(of_story bigint) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    update case_story s
       set again_at = null, again = '', revision = s.revision + 1
     where s.id = of_story and s.again_at is not null and s.written_by <> viewer() and moderates(s.community_id);
    return found;
end $$;

create or replace function move_case(of_story bigint, was text, becomes text, why text) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    update case_story s
       set state = becomes, revision = s.revision + 1, asked = null, again_at = null, again = '',
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
