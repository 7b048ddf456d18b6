-- Whoever takes her name from a story is named in no notice of it any more.

create function forget_who_told() returns trigger
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    delete from notification
     where content_type = 'case_story' and content_id = new.id and actor_id = new.written_by and person_id <> new.written_by;
    return null;
end $$;
create trigger forget_who_told after update of named on case_story
    for each row when (old.named and not new.named) execute function forget_who_told();
