-- A second reader says of single parts of a story what they still need, beside what she says of all of it.
alter table case_review add column notes text[] not null default '{}'
    -- The part, or 'known' for the facts, and the words, in turn.
    check (cardinality(notes) % 2 = 0 and cardinality(notes) <= 40);
alter table case_review drop constraint case_review_check;
alter table case_review add constraint case_review_check
    check ((verdict = 'returned') <= (comment <> '' or notes <> '{}'));

drop function review_case(bigint, int, text, text, bigint, timestamptz);
create function review_case(
    of_story bigint, seen int, said text, words text, about text[], entry bigint, decided timestamptz) returns boolean
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
    insert into case_review (id, story_id, community_id, reader_id, verdict, comment, notes, at)
    values (entry, of_story, here, viewer(), said, words, about, decided);
    update case_story
       set state = case said when 'released' then 'visible' else 'draft' end,
           published_at = case said when 'released' then coalesce(published_at, decided) else published_at end,
           read_first_at = case said when 'released' then decided else read_first_at end,
           asked = null, revision = revision + 1
     where id = of_story;
    return true;
end $$;
